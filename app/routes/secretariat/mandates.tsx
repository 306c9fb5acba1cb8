import { useLoaderData } from "@remix-run/react"
import { listMandateQueue } from "#app/domain/organisation/mandate-queries.server.ts"
import { queueCounts } from "#app/domain/organisation/queue.server.ts"
import { mandateStates, readMandateQueue } from "#app/domain/organisation/queue-filter.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, EmptyState, Page, PageHeading, Pagination, TabLinks } from "#app/ui/index.ts"
import { MandateTable } from "../mandates/parts/mandate-table.tsx"

export const loader = loaderFor("mandate.examine", async ({ ctx, url }) => {
  const filter = readMandateQueue(url.searchParams)
  const { mandates } = await queueCounts(ctx)
  return { ...(await listMandateQueue(ctx, filter)), filter, counts: mandates }
})

export const meta = metaFrom("organisation.admin.mandateQueue")

export default function MandateQueue() {
  const { entries, next, count, filter, counts } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const base = to(paths.mandateQueue())
  const { status } = filter
  const keadaan = status === "entered" ? null : status
  return (
    <Page>
      <Breadcrumbs
        items={[
          { href: to(paths.admin()), label: t("organisation.admin.title") },
          { label: t("organisation.admin.mandateQueue") },
        ]}
      />
      <PageHeading title={t("organisation.admin.mandateQueue")} lede={t("organisation.admin.mandateQueueLede")} />
      <TabLinks
        label={t("organisation.admin.filter")}
        items={mandateStates.map((state) => ({
          href: withQuery(base, { keadaan: state === "entered" ? null : state }),
          label: t(`mandate.status.${state}`),
          current: state === status,
          count: counts[state] ?? 0,
        }))}
      />
      {entries.length > 0 ? (
        <>
          <p className="tabular text-sm text-ink-soft">{t("organisation.admin.mandateCount", { count })}</p>
          <MandateTable
            mandates={entries}
            href={paths.mandateCase}
            caption={t("organisation.admin.mandateQueue")}
            withOrganisation
          />
        </>
      ) : status === "entered" ? (
        <EmptyState art="inbox" title={t("organisation.admin.mandatesEmpty")}>
          {t("organisation.admin.mandatesEmptyBody")}
        </EmptyState>
      ) : (
        <EmptyState art="list" title={t("organisation.admin.mandatesEmptyFilter")} />
      )}
      <Pagination
        previous={filter.cursor ? withQuery(base, { keadaan }) : undefined}
        next={next ? withQuery(base, { keadaan, setelah: next }) : undefined}
      />
    </Page>
  )
}
