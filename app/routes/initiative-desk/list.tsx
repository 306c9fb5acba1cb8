import { useLoaderData } from "@remix-run/react"
import { listOwnInitiatives } from "#app/domain/initiative/desk.server.ts"
import { readOwnInitiativeFilter } from "#app/domain/initiative/filter.ts"
import { can } from "#app/domain/policy/table.ts"
import { governedRegionOf } from "#app/domain/proposal/need-regions.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Badge,
  ButtonLink,
  Cluster,
  EmptyState,
  Page,
  PageHeading,
  Pagination,
  RecordTable,
  TabLinks,
} from "#app/ui/index.ts"
import { InitiativeState } from "../initiatives/parts/initiative-state.tsx"

export const loader = loaderFor("workspace.read", async ({ ctx, url }) => {
  const filter = readOwnInitiativeFilter(url.searchParams)
  return {
    ...(await listOwnInitiatives(ctx, filter)),
    filter,
    organisation: ctx.actor?.acting?.organisationName ?? null,
    mayStart: can(ctx.actor, "initiative.start") && (await governedRegionOf(ctx)) !== null,
  }
})

export const meta = metaFrom("initiative.desk.title")

export default function InitiativeDesk() {
  const { entries, next, count, filter, organisation, mayStart } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const here = to(paths.initiativeDesk())
  const { status } = filter
  if (organisation === null)
    return (
      <Page>
        <PageHeading title={t("initiative.desk.title")} />
        <EmptyState
          art="people"
          title={t("initiative.desk.noOrganisation")}
          actions={<ButtonLink href={to(paths.actFor())}>{t("proposal.choose")}</ButtonLink>}
        >
          {t("initiative.desk.noOrganisationBody")}
        </EmptyState>
      </Page>
    )
  const start = mayStart ? (
    <ButtonLink href={to(paths.newInitiative())} icon="plus">
      {t("initiative.desk.start")}
    </ButtonLink>
  ) : null
  return (
    <Page>
      <PageHeading
        title={t("initiative.desk.title")}
        lede={t("initiative.desk.lede", { organisation })}
        actions={start}
      />
      <TabLinks
        label={t("initiative.state")}
        items={[
          { href: here, label: t("proposal.need.desk.all"), current: status === null },
          ...(["prepared", "running", "completed", "stopped"] as const).map((state) => ({
            href: withQuery(here, { status: state }),
            label: t(`initiative.status.${state}`),
            current: status === state,
          })),
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState
          art="people"
          title={t(status === null ? "initiative.desk.empty" : "initiative.desk.emptyFilter")}
          actions={status === null ? start : null}
        >
          {status === null ? t("initiative.desk.emptyBody") : null}
        </EmptyState>
      ) : (
        <>
          <p className="tabular text-sm text-ink-soft">{t("initiative.list.count", { count })}</p>
          <RecordTable
            caption={t("initiative.desk.title")}
            captionHidden
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: t("initiative.one"),
                rowHeader: true,
                cell: ({ id, title }) => (
                  <a href={to(paths.initiativeCase(id))} lang="id">
                    {title}
                  </a>
                ),
              },
              {
                key: "state",
                header: t("initiative.state"),
                cell: ({ status: state, published }) => (
                  <Cluster gap="xs">
                    <InitiativeState status={state} />
                    {published ? null : <Badge>{t("initiative.unpublished")}</Badge>}
                  </Cluster>
                ),
              },
              {
                key: "lead",
                header: t("initiative.lead"),
                cell: ({ lead, leadName }) => (lead ? t("initiative.desk.we") : <span lang="id">{leadName}</span>),
              },
              {
                key: "milestones",
                header: t("initiative.milestone.title"),
                cell: ({ milestones }) => (milestones.total === 0 ? "–" : t("initiative.desk.reached", milestones)),
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
