import { useLoaderData } from "@remix-run/react"
import { statesOf } from "#app/domain/kernel/flow.ts"
import { can } from "#app/domain/policy/table.ts"
import { proposalFlow } from "#app/domain/proposal/flow.ts"
import { listProposals, proposalTabs, readProposalFilter } from "#app/domain/proposal/list.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, PageHeading, Pagination, TabLinks } from "#app/ui/index.ts"
import { ListFilters } from "../parts/list-filters.tsx"
import { ProposalsTable } from "./parts/proposals-table.tsx"

export const loader = loaderFor("proposal.list", async ({ ctx, url }) => {
  const filter = readProposalFilter(url.searchParams)
  return {
    ...(await listProposals(ctx, filter)),
    filter,
    tabs: proposalTabs,
    states: statesOf(proposalFlow),
    organisation: ctx.actor?.acting?.organisationName ?? null,
    mayStart: can(ctx.actor, "proposal.start"),
  }
})

export const meta = metaFrom("proposal.list.title")

export default function Proposals() {
  const { entries, next, count, filter, tabs, states, organisation, mayStart } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.proposals())
  if (organisation === null)
    return (
      <Page>
        <PageHeading title={t("proposal.list.title")} />
        <EmptyState
          art="people"
          title={t("proposal.list.noOrganisation")}
          actions={
            <>
              <ButtonLink href={to(paths.newOrganisation())}>{t("proposal.register")}</ButtonLink>
              <ButtonLink href={to(paths.actFor())} kind="quiet">
                {t("proposal.choose")}
              </ButtonLink>
            </>
          }
        >
          {t("proposal.list.noOrganisationBody")}
        </EmptyState>
      </Page>
    )
  const { tab, status, q } = filter
  const base = { tab: tab === "own" ? null : tab }
  const filtered = status !== null || q !== ""
  const start = mayStart ? (
    <ButtonLink href={to(paths.newProposal())} icon="plus">
      {t("proposal.list.start")}
    </ButtonLink>
  ) : null
  return (
    <Page>
      <PageHeading title={t("proposal.list.title")} lede={t("proposal.list.lede", { organisation })} actions={start} />
      <TabLinks
        label={t("proposal.list.tabs")}
        items={tabs.map((one) => ({
          href: one === "own" ? here : withQuery(here, { tab: one }),
          label: t(`proposal.list.tab.${one}`),
          current: one === tab,
        }))}
      />
      <ListFilters
        action={here}
        keep={base.tab === null ? {} : { tab: base.tab }}
        count={t("proposal.list.count", { count })}
        search={{ label: t("proposal.list.search"), hint: t("proposal.list.searchHint"), value: q }}
        choices={[
          {
            name: "status",
            label: t("proposal.state"),
            any: t("proposal.list.anyState"),
            value: status,
            options: states
              .filter((state) => tab !== "review" || state !== "draft")
              .map((state) => ({ value: state, label: t(`proposal.status.${state}`) })),
          },
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState
          art={filtered ? "search" : "inbox"}
          title={t(filtered ? "proposal.list.nothing" : `proposal.list.empty.${tab}`)}
          actions={
            filtered ? (
              <ButtonLink href={withQuery(here, base)}>{t("ui.reset")}</ButtonLink>
            ) : tab === "own" ? (
              start
            ) : null
          }
        >
          {t(filtered ? "proposal.list.nothingBody" : `proposal.list.emptyBody.${tab}`)}
        </EmptyState>
      ) : (
        <ProposalsTable entries={entries} tab={tab} />
      )}
      <Pagination
        previous={filter.cursor ? withQuery(here, { ...base, status, q }) : undefined}
        next={next ? withQuery(here, { ...base, status, q, cursor: next }) : undefined}
      />
    </Page>
  )
}
