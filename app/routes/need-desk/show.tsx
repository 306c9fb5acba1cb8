import { useLoaderData } from "@remix-run/react"
import { getNeedDesk } from "#app/domain/proposal/need-desk.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, Notice, Page, PageHeading, Section, Split } from "#app/ui/index.ts"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { NeedFacts } from "../needs/parts/need-facts.tsx"
import { NeedState } from "../needs/parts/need-state.tsx"
import { Paragraphs } from "../needs/parts/paragraphs.tsx"
import { NeedActions, NeedNextStep } from "./parts/need-actions.tsx"
import { needHead } from "./parts/need-head.server.ts"

export const loader = loaderFor("need.read", async ({ ctx, params }) => {
  const { need, ...rest } = await getNeedDesk(ctx, params.id ?? "")
  const { affair, kinds, place, regionCode, regionName, problem, closeReason } = need
  const { organisationName, organisationSlug, periodFrom, periodUntil } = need
  return {
    ...rest,
    head: needHead(need),
    facts: {
      ...{ affair, kinds, place, regionCode, regionName },
      ...{ organisationName, organisationSlug, periodFrom, periodUntil },
    },
    problem,
    closeReason,
    demo: need.demoSince !== null,
    published: need.publishedAt !== null,
  }
})

export type NeedView = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: NeedView | undefined }) => (data ? pageMeta(data.head.title) : [])

export default function NeedCase() {
  const view = useLoaderData<typeof loader>() as NeedView
  const t = useT()
  const to = useLocalPath()
  const { head, facts, problem, takesProposals, events } = view
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.needDesk()), label: t("proposal.need.desk.title") }, { label: head.title }]}
      />
      <PageHeading
        title={head.title}
        lang="id"
        meta={<NeedState status={head.status} takesProposals={takesProposals} />}
        actions={
          view.published ? (
            <ButtonLink href={to(paths.need(head.slug))} kind="quiet" size="sm">
              {t("proposal.need.case.public")}
            </ButtonLink>
          ) : null
        }
      />
      {view.demo ? <Notice kind="warning">{t("proposal.need.demo")}</Notice> : null}
      <NeedNextStep view={view} />
      <Split
        asideLabel={t("proposal.need.show.facts")}
        aside={
          <>
            <Section title={t("proposal.need.show.facts")} id="ringkasan">
              <NeedFacts need={facts} />
            </Section>
            <NeedActions view={view} />
          </>
        }
      >
        <Section title={t("proposal.need.problem")} id="masalah">
          <Paragraphs text={problem} />
        </Section>
        <Section title={t("proposal.history")} id="riwayat" ruled>
          <Milestones events={events} label={t("proposal.history")} />
        </Section>
      </Split>
    </Page>
  )
}
