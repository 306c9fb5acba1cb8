import { useLoaderData } from "@remix-run/react"
import { getLearnerDesk } from "#app/domain/programme/learner-desk.server.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { useFormState } from "#app/http/form.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Notice, Page, PageHeading, Section, Sheet, Split } from "#app/ui/index.ts"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { LearnerState } from "../programmes/parts/states.tsx"
import { CodeEntry } from "./parts/code-entry.tsx"
import { CompletionRules } from "./parts/completion-rules.tsx"
import { LearnerActions, LearnerFacts } from "./parts/learner-facts.tsx"
import { learnerHead } from "./parts/learner-head.server.ts"
import { LearnerNextStep } from "./parts/learner-steps.tsx"
import { LedgerTable } from "./parts/ledger-table.tsx"
import { OwnSessions } from "./parts/own-sessions.tsx"
import { PlanSection } from "./parts/plan-section.tsx"

export const loader = loaderFor("learner.read", async ({ ctx, params }) => {
  const { learner, sessions, ...rest } = await getLearnerDesk(ctx, params.id ?? "")
  const { numberKind, maskedNumber, rank, office, unitName, decisionReason, completedAt, cohort, programme } = learner
  const next = sessions.find(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > ctx.now) ?? null
  return {
    ...rest,
    head: learnerHead(learner),
    facts: { numberKind, maskedNumber, rank, office, unitName, decisionReason, completedAt },
    cohort: { id: cohort.id, name: cohort.name, status: cohort.status },
    programme: {
      id: programme.id,
      slug: programme.slug,
      hostName: programme.hostName,
      senderName: programme.senderName,
    },
    sessions: sessions.map(({ id, title, startsAt, endsAt, place, cancelledAt, mark, codeOpen }) => ({
      ...{ id, title, startsAt, endsAt, place, cancelledAt, codeOpen },
      markedAt: mark?.markedAt ?? null,
    })),
    nextSession: next ? { title: next.title, startsAt: next.startsAt } : null,
    forms: (await readLearningSettings(ctx.db)).forms.forms,
  }
})

export type LearnerView = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: LearnerView | undefined }) => (data ? pageMeta(data.head.programmeTitle) : [])

export default function LearnerPage() {
  const view = useLoaderData<typeof loader>() as LearnerView
  const t = useT()
  const to = useLocalPath()
  const { head, cohort, own } = view
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[
          { href: to(paths.learning()), label: t("programme.mine.title") },
          { label: own ? <span lang="id">{head.programmeTitle}</span> : head.name },
        ]}
      />
      <PageHeading
        eyebrow={own ? t("programme.learner.own") : <span lang="id">{head.programmeTitle}</span>}
        title={own ? <span lang="id">{head.programmeTitle}</span> : head.name}
        lede={`${cohort.name}, ${view.programme.hostName}`}
        meta={<LearnerState status={head.status} />}
      />
      {view.mayType ? <Typing view={view} /> : null}
      <LearnerNextStep view={view} />
      <Split
        asideLabel={t("programme.learner.facts")}
        aside={
          <>
            <Section title={t("programme.learner.facts")} id="data">
              <LearnerFacts view={view} />
            </Section>
            <LearnerActions view={view} />
          </>
        }
      >
        <Section title={t("programme.learner.sessions")} id="sesi" ruled>
          <OwnSessions view={view} />
        </Section>
        <Section title={t("programme.plan.title")} id="rencana" ruled>
          <PlanSection view={view} />
        </Section>
        <Section title={t("programme.learner.completion")} id="kelulusan" ruled>
          <CompletionRules completion={view.completion} />
        </Section>
        <Section title={t("programme.learner.ledger")} lede={t("programme.learner.ledgerLede")} id="jp" ruled>
          <LedgerTable view={view} />
        </Section>
        <Section title={t("programme.learner.history")} id="riwayat" ruled>
          <Milestones events={view.events} label={t("programme.learner.history")} />
        </Section>
      </Split>
    </Page>
  )
}

/** What a learner in the room has come for: it stands before everything else. */
function Typing({ view }: { view: LearnerView }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const form = useFormState()
  const { sessions, nextSession } = view
  const now = sessions.find(({ codeOpen }) => codeOpen)
  return (
    <Sheet as="section">
      <h2 className="section__title">{t("programme.learner.codeTitle")}</h2>
      {now ? (
        <>
          <p>{t("programme.learner.codeNow", { session: now.title })}</p>
          {now.markedAt ? (
            <Notice kind="success">{t("programme.learner.present")}</Notice>
          ) : (
            <CodeEntry learnerId={view.head.id} form={form} />
          )}
        </>
      ) : (
        <p>
          {t("programme.learner.codeNone")}{" "}
          {nextSession
            ? t("programme.learner.codeNext", {
                session: nextSession.title,
                time: formatInstant(locale, nextSession.startsAt, timeZone, "weekday"),
              })
            : null}
        </p>
      )}
    </Sheet>
  )
}
