import { useLoaderData } from "@remix-run/react"
import { can } from "#app/domain/policy/table.ts"
import { markPresent, marksOfSession, presenceCodeOf } from "#app/domain/programme/attendance.server.ts"
import { learnersIn } from "#app/domain/programme/learners.server.ts"
import { codeTimes } from "#app/domain/programme/presence-code.ts"
import { modulesOf } from "#app/domain/programme/queries.server.ts"
import { presenceForm } from "#app/domain/programme/schema.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, DefinitionList, Notice, Page, Section, Split } from "#app/ui/index.ts"
import { useFormName, usePracticeName } from "../programmes/parts/names.ts"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortHead, sessionFor } from "./parts/heads.server.ts"
import { PresenceCode } from "./parts/presence-code.tsx"
import { PresenceRoster } from "./parts/presence-roster.tsx"

export const loader = loaderFor("cohort.roster", async ({ ctx, params }) => {
  const session = await sessionFor(ctx, params.id, "cohort.roster")
  const { cohort } = session
  const host = can(ctx.actor, "attendance.mark", session)
  const marks = await marksOfSession(ctx, session)
  const learners = await learnersIn(ctx, cohort.id)
  const module = (await modulesOf(ctx.db, cohort.programmeId)).find(({ id }) => id === session.moduleId)
  const times = codeTimes(session)
  const living = cohort.status === "open" || cohort.status === "running"
  const { id, title, form, startsAt, endsAt, place, lockVersion, cancelledAt, cancelReason } = session
  return {
    head: cohortHead(cohort),
    session: { id, title, form, startsAt, endsAt, place, lockVersion, cancelledAt, cancelReason },
    practice: module?.practice ?? "",
    host,
    times,
    code: host && cancelledAt === null && living ? await presenceCodeOf(ctx, session) : null,
    mayMark: host && living && cancelledAt === null && ctx.now >= times.from,
    tooEarly: host && living && cancelledAt === null && ctx.now < times.from,
    mayChange:
      can(ctx.actor, "session.plan", session) &&
      cancelledAt === null &&
      cohort.status !== "completed" &&
      cohort.status !== "cancelled",
    roster: learners
      .filter(({ status }) => status === "confirmed" || status === "completed")
      .map(({ id, name, unitName, status }) => ({
        ...{ id, name, unitName, completed: status === "completed" },
        mark: marks.find((mark) => mark.learnerId === id && mark.struckAt === null) ?? null,
      })),
    struck: marks
      .filter(({ struckAt }) => struckAt !== null)
      .map((mark) => ({ ...mark, name: learners.find(({ id }) => id === mark.learnerId)?.name ?? "" })),
    forms: (await readLearningSettings(ctx.db)).forms.forms,
  }
})

export type SessionView = Awaited<ReturnType<typeof loader>>

export const action = actionFor("attendance.mark", async ({ ctx, params, form }) => {
  await sessionFor(ctx, params.id, "attendance.mark")
  await markPresent(ctx, params.id ?? "", parseForm(form, presenceForm).learnerIds)
  return redirectWith(ctx, paths.learningSession(params.id ?? ""), "programme.marked")
})

export const meta = ({ data }: { data: SessionView | undefined }) => (data ? pageMeta(data.session.title) : [])

export default function SessionPage() {
  const view = useLoaderData<typeof loader>() as SessionView
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const practiceName = usePracticeName()
  const formName = useFormName(view.forms)
  const { head, session, times, code } = view
  const at = (instant: string) => formatInstant(locale, instant, timeZone, "weekday")
  return (
    <Page width="wide">
      <CohortHeading head={head} title={<span lang="id">{session.title}</span>} lede={at(session.startsAt)} />
      {session.cancelledAt ? (
        <Notice kind="warning" title={t("programme.session.cancelled")}>
          {t("programme.ended", { reason: session.cancelReason })}
        </Notice>
      ) : null}
      {code ? <PresenceCode code={code} from={at(times.from)} until={at(times.until)} /> : null}
      {view.tooEarly ? <Notice>{t("programme.session.notYet", { time: at(times.from) })}</Notice> : null}
      <Split
        asideLabel={t("programme.session.facts")}
        aside={
          <>
            <Section title={t("programme.session.facts")} id="ringkasan">
              <DefinitionList
                items={[
                  { term: t("programme.practice"), value: practiceName(view.practice) },
                  { term: t("programme.form"), value: formName(session.form) },
                  { term: t("programme.session.startsAt"), value: at(session.startsAt) },
                  { term: t("programme.session.endsAt"), value: at(session.endsAt) },
                  { term: t("programme.cohort.place"), value: session.place },
                ]}
              />
              <ButtonLink
                href={paths.sessionCalendar(session.id)}
                kind="quiet"
                size="sm"
                icon="calendar"
                className="mt-4"
              >
                {t("programme.session.ics")}
              </ButtonLink>
            </Section>
            {view.mayChange ? (
              <Section title={t("programme.session.actions")} id="tindakan">
                <ul className="points points--plain">
                  <li>
                    <Anchor href={to(paths.editSession(session.id))}>{t("programme.session.edit")}</Anchor>
                  </li>
                  <li>
                    <Anchor href={to(paths.cancelSession(session.id))}>{t("programme.session.cancelIt")}</Anchor>
                  </li>
                </ul>
              </Section>
            ) : null}
          </>
        }
      >
        <PresenceRoster view={view} />
      </Split>
    </Page>
  )
}
