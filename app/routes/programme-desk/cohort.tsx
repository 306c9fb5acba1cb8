import { useLoaderData } from "@remix-run/react"
import { getCohortDesk } from "#app/domain/programme/desk.server.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Breadcrumbs,
  ButtonLink,
  Cluster,
  DefinitionList,
  Notice,
  Page,
  PageHeading,
  RecordTable,
  Section,
  Split,
} from "#app/ui/index.ts"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { useDays } from "../programmes/parts/names.ts"
import { CohortState, LearnerState } from "../programmes/parts/states.tsx"
import { CohortActions, CohortNextStep } from "./parts/cohort-steps.tsx"
import { cohortHead } from "./parts/heads.server.ts"
import { SessionsTable } from "./parts/sessions-table.tsx"

export const loader = loaderFor("programme.read", async ({ ctx, params }) => {
  const { cohort, roster, ...rest } = await getCohortDesk(ctx, params.id ?? "")
  const { taken, sessions, events, steps, modules, mayPlan, mayNominate, mayDecide } = rest
  return {
    ...{ taken, sessions, events, modules, mayPlan, mayNominate, mayDecide },
    head: { ...cohortHead(cohort), steps },
    host: ctx.actor?.acting?.organisationId === cohort.hostId,
    roster:
      roster?.map(({ id, name, unitName, numberKind, maskedNumber, status }) => ({
        ...{ id, name, unitName, numberKind, maskedNumber, status },
      })) ?? null,
    forms: (await readLearningSettings(ctx.db)).forms.forms,
  }
})

export type CohortView = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: CohortView | undefined }) => (data ? pageMeta(data.head.name) : [])

export default function CohortDesk() {
  const view = useLoaderData<typeof loader>() as CohortView
  const t = useT()
  const to = useLocalPath()
  const days = useDays()
  const { head, roster, sessions, taken, events } = view
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[
          { href: to(paths.learning()), label: t("programme.mine.title") },
          { href: to(paths.programmeDesk(head.programmeId)), label: <span lang="id">{head.programmeTitle}</span> },
          { label: head.name },
        ]}
      />
      <PageHeading
        eyebrow={<span lang="id">{head.programmeTitle}</span>}
        title={head.name}
        lang="id"
        lede={days(head.startsOn, head.endsOn)}
        meta={<CohortState status={head.status} />}
      />
      <CohortNextStep view={view} />
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
                    term: t("programme.show.seats"),
                    value: t("programme.cohort.taken", { taken, seats: head.seats }),
                  },
                ]}
              />
            </Section>
            <CohortActions view={view} />
          </>
        }
      >
        <Section title={t("programme.cohort.roster")} id="peserta" ruled>
          {roster === null ? (
            <Notice>{t("programme.cohort.rosterHidden")}</Notice>
          ) : (
            <RecordTable
              caption={t("programme.cohort.roster")}
              captionHidden
              rows={roster}
              rowKey={({ id }) => id}
              empty={t("programme.cohort.rosterEmpty")}
              columns={[
                {
                  key: "name",
                  header: t("programme.cohort.learner"),
                  rowHeader: true,
                  cell: ({ id, name }) => <a href={to(paths.learner(id))}>{name}</a>,
                },
                { key: "unit", header: t("programme.cohort.unit"), cell: ({ unitName }) => unitName },
                {
                  key: "number",
                  header: t("programme.cohort.number"),
                  nowrap: true,
                  cell: ({ numberKind, maskedNumber }) => `${t(`programme.numberKind.${numberKind}`)} ${maskedNumber}`,
                },
                {
                  key: "state",
                  header: t("programme.cohort.state"),
                  cell: ({ status }) => <LearnerState status={status} />,
                },
              ]}
            />
          )}
        </Section>
        <Section
          title={t("programme.cohort.sessions")}
          id="sesi"
          ruled
          actions={
            <Cluster gap="xs">
              {view.mayPlan ? (
                <ButtonLink href={to(paths.newSession(head.id))} kind="quiet" size="sm" icon="plus">
                  {t("programme.cohort.addSession")}
                </ButtonLink>
              ) : null}
              {sessions.length > 0 ? (
                <ButtonLink href={paths.cohortCalendar(head.id)} kind="plain" size="sm" icon="calendar">
                  {t("programme.cohort.calendar")}
                </ButtonLink>
              ) : null}
            </Cluster>
          }
        >
          <SessionsTable sessions={sessions} forms={view.forms} linked={roster !== null} />
        </Section>
        <Section title={t("programme.cohort.history")} id="riwayat" ruled>
          <Milestones events={events} label={t("programme.cohort.history")} />
        </Section>
      </Split>
    </Page>
  )
}
