import { useLoaderData } from "@remix-run/react"
import { listOrganisationQueue, queueCounts } from "#app/domain/organisation/queue.server.ts"
import { examinedStates, readOrganisationQueue } from "#app/domain/organisation/queue-filter.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, EmptyState, Page, PageHeading, Pagination, STRANDS, TabLinks } from "#app/ui/index.ts"
import { ListFilters } from "../parts/list-filters.tsx"
import { OrganisationQueueTable } from "./parts/organisation-queue-table.tsx"

export const loader = loaderFor("organisation.examine", async ({ ctx, url }) => {
  const filter = readOrganisationQueue(url.searchParams)
  const { organisations } = await queueCounts(ctx)
  return { ...(await listOrganisationQueue(ctx, filter)), filter, counts: organisations }
})

export const meta = metaFrom("organisation.admin.queue")

export default function OrganisationQueue() {
  const { entries, next, count, filter, counts } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const base = to(paths.verificationQueue())
  const { status, strand: unsur, q } = filter
  const keadaan = status === "submitted" ? null : status
  const here = withQuery(base, { keadaan })
  const filtered = unsur !== null || q !== ""
  return (
    <Page>
      <Breadcrumbs
        items={[
          { href: to(paths.admin()), label: t("organisation.admin.title") },
          { label: t("organisation.admin.queue") },
        ]}
      />
      <PageHeading title={t("organisation.admin.queue")} lede={t("organisation.admin.queueLede")} />
      <TabLinks
        label={t("organisation.admin.filter")}
        items={examinedStates.map((state) => ({
          href: withQuery(base, { keadaan: state === "submitted" ? null : state }),
          label: t(`organisation.status.${state}`),
          current: state === status,
          count: counts[state] ?? 0,
        }))}
      />
      <ListFilters
        action={base}
        keep={keadaan ? { keadaan } : {}}
        count={t("organisation.admin.count", { count })}
        search={{ label: t("organisation.list.search"), hint: t("organisation.list.searchHint"), value: q }}
        choices={[
          {
            name: "unsur",
            label: t("organisation.list.strand"),
            any: t("organisation.list.anyStrand"),
            value: unsur,
            options: STRANDS.map((strand) => ({ value: strand, label: t(`ui.strand.${strand}`) })),
          },
        ]}
      />
      {entries.length > 0 ? (
        <OrganisationQueueTable entries={entries} caption={t("organisation.admin.queue")} />
      ) : filtered ? (
        <EmptyState
          art="search"
          title={t("organisation.admin.nothing")}
          actions={<ButtonLink href={here}>{t("ui.reset")}</ButtonLink>}
        >
          {t("organisation.admin.nothingBody")}
        </EmptyState>
      ) : status === "submitted" ? (
        <EmptyState art="inbox" title={t("organisation.admin.empty")}>
          {t("organisation.admin.emptyBody")}
        </EmptyState>
      ) : (
        <EmptyState art="list" title={t("organisation.admin.emptyFilter")} />
      )}
      <Pagination
        previous={filter.cursor ? withQuery(base, { keadaan, unsur, q }) : undefined}
        next={next ? withQuery(base, { keadaan, unsur, q, setelah: next }) : undefined}
      />
    </Page>
  )
}
