import { useLoaderData } from "@remix-run/react"
import { can } from "#app/domain/policy/table.ts"
import { listOwnNeeds, readOwnNeedFilter } from "#app/domain/proposal/need-desk.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, PageHeading, Pagination, RecordTable, TabLinks } from "#app/ui/index.ts"
import { NeedState } from "../needs/parts/need-state.tsx"

export const loader = loaderFor("workspace.read", async ({ ctx, url }) => {
  const filter = readOwnNeedFilter(url.searchParams)
  return {
    ...(await listOwnNeeds(ctx, filter)),
    filter,
    organisation: ctx.actor?.acting?.organisationName ?? null,
    mayStart: can(ctx.actor, "need.start"),
  }
})

export const meta = metaFrom("proposal.need.desk.title")

export default function NeedDesk() {
  const { entries, next, count, filter, organisation, mayStart } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const here = to(paths.needDesk())
  const { status } = filter
  if (organisation === null)
    return (
      <Page>
        <PageHeading title={t("proposal.need.desk.title")} />
        <EmptyState
          art="people"
          title={t("proposal.need.desk.noOrganisation")}
          actions={<ButtonLink href={to(paths.actFor())}>{t("proposal.choose")}</ButtonLink>}
        >
          {t("proposal.need.desk.noOrganisationBody")}
        </EmptyState>
      </Page>
    )
  const start = mayStart ? (
    <ButtonLink href={to(paths.newNeed())} icon="plus">
      {t("proposal.need.desk.start")}
    </ButtonLink>
  ) : null
  return (
    <Page>
      <PageHeading
        title={t("proposal.need.desk.title")}
        lede={t("proposal.need.desk.lede", { organisation })}
        actions={start}
      />
      <TabLinks
        label={t("proposal.need.state")}
        items={[
          { href: here, label: t("proposal.need.desk.all"), current: status === null },
          ...(["draft", "open", "closed", "discarded"] as const).map((state) => ({
            href: withQuery(here, { status: state }),
            label: t(`proposal.need.status.${state}`),
            current: status === state,
          })),
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState
          art="people"
          title={t(status === null ? "proposal.need.desk.empty" : "proposal.need.desk.emptyFilter")}
          actions={status === null ? start : null}
        >
          {status === null ? t("proposal.need.desk.emptyBody") : null}
        </EmptyState>
      ) : (
        <>
          <p className="tabular text-sm text-ink-soft">{t("proposal.need.list.count", { count })}</p>
          <RecordTable
            caption={t("proposal.need.desk.title")}
            captionHidden
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: t("proposal.need.title"),
                rowHeader: true,
                cell: ({ id, title }) => (
                  <a href={to(paths.needCase(id))} lang="id">
                    {title}
                  </a>
                ),
              },
              {
                key: "state",
                header: t("proposal.need.state"),
                cell: (row) => <NeedState status={row.status} takesProposals={row.takesProposals} />,
              },
              { key: "region", header: t("proposal.need.region"), cell: ({ regionName }) => regionName },
              {
                key: "until",
                header: t("proposal.need.periodUntil"),
                cell: ({ periodUntil }) => formatDate(locale, periodUntil, { style: "short" }),
              },
              {
                key: "updated",
                header: t("proposal.updated"),
                cell: ({ updatedAt }) => formatDate(locale, updatedAt, { style: "short", timeZone }),
              },
            ]}
          />
        </>
      )}
      <Pagination
        previous={filter.cursor ? withQuery(here, { status }) : undefined}
        next={next ? withQuery(here, { status, cursor: next }) : undefined}
      />
    </Page>
  )
}
