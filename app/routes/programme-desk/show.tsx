import { useLoaderData } from "@remix-run/react"
import { getProgrammeDesk } from "#app/domain/programme/desk.server.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Breadcrumbs,
  ButtonLink,
  DefinitionList,
  Notice,
  Page,
  PageHeading,
  Section,
  Split,
} from "#app/ui/index.ts"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { CohortsTable } from "../programmes/parts/cohorts-table.tsx"
import { ModulesTable } from "../programmes/parts/modules-table.tsx"
import { ProgrammeState } from "../programmes/parts/states.tsx"
import { programmeHead } from "./parts/heads.server.ts"
import { ProgrammeActions, ProgrammeNextStep } from "./parts/programme-steps.tsx"

export const loader = loaderFor("programme.read", async ({ ctx, params }) => {
  const { programme, ...rest } = await getProgrammeDesk(ctx, params.id ?? "")
  const { summary, agreementCode, agreementTitle, endReason, publishedAt, demoSince } = programme
  return {
    ...rest,
    head: { ...programmeHead(programme), steps: rest.steps },
    programme: { summary, agreementCode, agreementTitle, endReason },
    published: publishedAt !== null,
    demo: demoSince !== null,
    forms: (await readLearningSettings(ctx.db)).forms.forms,
  }
})

export type ProgrammeView = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: ProgrammeView | undefined }) => (data ? pageMeta(data.head.title) : [])

export default function ProgrammeDesk() {
  const view = useLoaderData<typeof loader>() as ProgrammeView
  const t = useT()
  const to = useLocalPath()
  const { head, programme, clause, modules, cohorts, events, forms } = view
  return (
    <Page width="wide">
      <Breadcrumbs items={[{ href: to(paths.learning()), label: t("programme.mine.title") }, { label: head.title }]} />
      <PageHeading
        title={head.title}
        lang="id"
        lede={programme.summary}
        meta={<ProgrammeState status={head.status} />}
      />
      {view.demo ? <Notice kind="warning">{t("programme.demo")}</Notice> : null}
      <ProgrammeNextStep view={view} />
      <Split
        asideLabel={t("programme.desk.facts")}
        aside={
          <>
            <Section title={t("programme.desk.facts")} id="ringkasan">
              <DefinitionList
                items={[
                  { term: t("programme.host"), value: head.hostName },
                  { term: t("programme.sender"), value: head.senderName },
                  {
                    term: t("programme.show.agreement"),
                    value: (
                      <Anchor href={to(paths.agreement(programme.agreementCode))}>
                        <span lang="id">{programme.agreementTitle}</span>
                      </Anchor>
                    ),
                  },
                  {
                    term: t("programme.show.clause"),
                    value: clause
                      ? t("programme.article", { article: clause.article, title: clause.title })
                      : t("programme.show.clauseGone"),
                  },
                ]}
              />
              {view.published ? (
                <ButtonLink href={to(paths.programme(head.slug))} kind="quiet" size="sm" className="mt-4">
                  {t("programme.desk.public")}
                </ButtonLink>
              ) : null}
            </Section>
            <ProgrammeActions view={view} />
          </>
        }
      >
        <Section
          title={t("programme.desk.cohorts")}
          id="angkatan"
          ruled
          actions={
            view.mayPlan ? (
              <ButtonLink href={to(paths.newCohort(head.id))} kind="quiet" size="sm" icon="plus">
                {t("programme.desk.newCohort")}
              </ButtonLink>
            ) : null
          }
        >
          <CohortsTable cohorts={cohorts} linked />
        </Section>
        <Section title={t("programme.desk.modules")} id="modul" ruled>
          <ModulesTable modules={modules} forms={forms} />
        </Section>
        <Section title={t("programme.desk.history")} id="riwayat" ruled>
          <Milestones events={events} label={t("programme.desk.history")} />
        </Section>
      </Split>
    </Page>
  )
}
