import { useLoaderData } from "@remix-run/react"
import { can } from "#app/domain/policy/table.ts"
import { getProposalCase } from "#app/domain/proposal/case.server.ts"
import { needHasClosed, submissionFaults } from "#app/domain/proposal/submission.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Breadcrumbs,
  ButtonLink,
  CodeText,
  DefinitionList,
  Notice,
  Page,
  PageHeading,
  Section,
  Split,
  StrandBadge,
} from "#app/ui/index.ts"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { ProposalState } from "../proposals/parts/proposal-state.tsx"
import { caseHead } from "./parts/case-head.server.ts"
import { CaseStages } from "./parts/case-stages.tsx"
import { draftView, submittedView } from "./parts/content-view.server.ts"
import { ProposalContent } from "./parts/content-view.tsx"
import { FilesList } from "./parts/files-list.tsx"
import { NextStep, OtherActions } from "./parts/next-step.tsx"
import { PartnersTable } from "./parts/partners-table.tsx"
import { PointsList } from "./parts/points-list.tsx"
import { VersionsTable } from "./parts/versions-table.tsx"

export const loader = loaderFor("proposal.read", async ({ ctx, params }) => {
  const { proposal, draft, version, ...rest } = await getProposalCase(ctx, params.code ?? "")
  const writing = rest.steps.includes("save") || rest.steps.includes("amend")
  const faults = writing ? await submissionFaults(ctx, proposal) : {}
  return {
    ...rest,
    head: caseHead(proposal),
    content: draft ? draftView(draft) : version ? submittedView(version) : null,
    writing: draft !== null,
    faults: Object.keys(faults).length,
    mayWrite: writing,
    needClosed: rest.steps.includes("detach") && needHasClosed(proposal, ctx.now),
    mayTurnIntoInitiative:
      proposal.status === "accepted" &&
      proposal.side === "recipient" &&
      can(ctx.actor, "initiative.start") &&
      proposal.initiativeSlug === null,
    initiative: proposal.initiativePublishedAt === null ? null : proposal.initiativeSlug,
    organisationSlug: proposal.organisationSlug,
    recipientSlug: proposal.recipientSlug,
    strand: proposal.strand,
    need: proposal.needSlug === null ? null : { slug: proposal.needSlug, title: proposal.needTitle ?? "" },
    partners: proposal.partners.map(({ id, name, slug, strand, part, standing }) => ({
      ...{ id, name, slug, strand, part, standing },
    })),
    decisionReason: proposal.decisionReason,
    endReason: proposal.endReason,
    demo: proposal.demoSince !== null,
  }
})

export type CaseView = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: CaseView | undefined }) => (data ? pageMeta(data.head.title) : [])

export default function ProposalCase() {
  const view = useLoaderData<typeof loader>() as CaseView
  const t = useT()
  const to = useLocalPath()
  const { head, content, need, partners, files, points, versions, events } = view
  const asked =
    points.length > 0 ? (
      <Section title={t("proposal.point.title")} id="perbaikan" ruled={head.status !== "revision"}>
        <PointsList points={points} />
      </Section>
    ) : null
  return (
    <Page width="wide">
      <Breadcrumbs items={[{ href: to(paths.proposals()), label: t("proposal.list.title") }, { label: head.title }]} />
      <PageHeading
        title={head.title}
        lang="id"
        eyebrow={<CodeText>{head.code}</CodeText>}
        meta={<ProposalState status={head.status} />}
      />
      {view.demo ? <Notice kind="warning">{t("proposal.demo")}</Notice> : null}
      <CaseStages status={head.status} />
      {view.needClosed ? (
        <Notice
          kind="warning"
          title={t("proposal.case.needClosed")}
          actions={
            <ButtonLink href={to(paths.detachProposal(head.code))} size="sm">
              {t("proposal.case.detach")}
            </ButtonLink>
          }
        >
          {t("proposal.case.needClosedBody")}
        </Notice>
      ) : null}
      <NextStep view={view} />
      <Split
        asideLabel={t("proposal.case.facts")}
        aside={
          <>
            <Section title={t("proposal.case.facts")} id="ringkasan">
              <DefinitionList
                items={[
                  {
                    term: t("proposal.proposer"),
                    value: (
                      <>
                        <StrandBadge strand={view.strand} letterOnly />{" "}
                        <Anchor href={to(paths.organisation(view.organisationSlug))}>
                          <span lang="id">{head.organisationName}</span>
                        </Anchor>
                      </>
                    ),
                  },
                  {
                    term: t("proposal.recipient"),
                    value: (
                      <Anchor href={to(paths.organisation(view.recipientSlug))}>
                        <span lang="id">{head.recipientName}</span>
                      </Anchor>
                    ),
                  },
                  {
                    term: t("proposal.answersNeed"),
                    value: need ? (
                      <Anchor href={to(paths.need(need.slug))}>
                        <span lang="id">{need.title}</span>
                      </Anchor>
                    ) : (
                      t("proposal.unasked")
                    ),
                  },
                ]}
              />
            </Section>
            <Section title={t("proposal.file.title")} id="lampiran">
              <FilesList code={head.code} files={files} />
            </Section>
            <OtherActions view={view} />
          </>
        }
      >
        {head.status === "revision" ? asked : null}
        {content ? <ProposalContent content={content} /> : null}
        {head.status === "revision" ? null : asked}
        <Section title={t("proposal.partner.title")} id="mitra" ruled>
          <PartnersTable partners={partners} />
        </Section>
        <Section title={t("proposal.version.title")} id="versi" ruled>
          <VersionsTable code={head.code} versions={versions} />
        </Section>
        <Section title={t("proposal.history")} id="riwayat" ruled>
          <Milestones events={events} label={t("proposal.history")} />
        </Section>
      </Split>
    </Page>
  )
}
