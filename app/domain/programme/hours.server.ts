import { practices } from "#content/practices/titles.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { getLearner, type Learner } from "./learners.server.ts"
import type { LearningForm, YearlyRight } from "./learning-forms.ts"
import { countHours, hoursByYear, type LedgerLine, type LedgerSession } from "./ledger.ts"
import { readLearningSettings } from "./settings.server.ts"

/** A counted presence with the session that is its evidence. */
export type HoursLine = LedgerLine & {
  readonly title: string
  readonly startsAt: string
  readonly means: "host" | "code"
  readonly markedAt: string
}

/** What a learner's presences in one cohort count for one subject. */
export type SubjectHours = {
  readonly moduleId: string
  readonly practice: string
  /** The practice's Indonesian name, as certificates print it. */
  readonly title: string
  readonly form: LearningForm | null
  readonly formKey: string
  readonly planned: number
  readonly hours: number
}

export type Ledger = {
  readonly lines: readonly HoursLine[]
  readonly subjects: readonly SubjectHours[]
  readonly hours: number
  /** By calendar year of the official clock: here, and of all his learning where the reader may know that. */
  readonly years: readonly { readonly year: number; readonly hours: number; readonly everywhere: number | null }[]
  readonly yearly: YearlyRight
  readonly source: string
}

/**
 * The hours ledger of a learner's place in a cohort, counted with all that the same person attended anywhere, so that
 * limits of a day or a month hold across programmes. The host reads what was learned with it; the learner, his
 * superior and the agency that sends him read the sum of the year as well. Four queries beside the learner's.
 */
export async function ledgerOf(ctx: Ctx, learnerId: string, known?: Learner): Promise<Ledger> {
  const learner = known ?? (await getLearner(ctx, learnerId))
  authorize(ctx.actor, "learner.read", learner)
  const settings = await readLearningSettings(ctx.db)
  const { forms } = settings.forms
  const sessions = await ctx.db
    .selectFrom("learningSession as session")
    .innerJoin("programmeModule as module", "module.id", "session.moduleId")
    .select(["session.id", "session.cohortId", "session.moduleId", "session.form", "session.startsAt"])
    .select(["session.title", "module.hours as moduleHours"])
    .where("session.cancelledAt", "is", null)
    .where("session.cohortId", "in", (eb) =>
      eb.selectFrom("learner").select("learner.cohortId").where("learner.accountId", "=", learner.accountId),
    )
    .execute()
  const marks = await ctx.db
    .selectFrom("attendance")
    .innerJoin("learner", "learner.id", "attendance.learnerId")
    .select(["attendance.id as attendanceId", "attendance.sessionId", "attendance.means", "attendance.markedAt"])
    .select("attendance.learnerId")
    .where("learner.accountId", "=", learner.accountId)
    .where("learner.status", "in", ["confirmed", "completed"])
    .where("attendance.struckAt", "is", null)
    .execute()
  const modules = await ctx.db
    .selectFrom("programmeModule")
    .select(["id", "practice", "form", "hours"])
    .where("programmeId", "=", learner.programme.id)
    .orderBy("ordinal")
    .execute()

  const all = countHours(
    sessions.map((session): LedgerSession => ({ ...session, day: officialDay(session.startsAt) })),
    marks,
    forms,
  )
  const lines = all
    .filter(({ cohortId }) => cohortId === learner.cohortId)
    .map((line): HoursLine => {
      const session = sessions.find(({ id }) => id === line.sessionId)!
      const mark = marks.find(({ attendanceId }) => attendanceId === line.attendanceId)!
      return { ...line, title: session.title, startsAt: session.startsAt, means: mark.means, markedAt: mark.markedAt }
    })
  const wholeYear = ctx.actor?.acting?.organisationId !== learner.hostId || ctx.actor.accountId === learner.accountId
  const everywhere = new Map(hoursByYear(all).map(({ year, hours }) => [year, hours]))
  return {
    lines,
    subjects: modules.map(({ id, practice, form, hours: planned }) => ({
      moduleId: id,
      practice,
      title: titleOf(practice),
      form: forms.find(({ key }) => key === form) ?? null,
      formKey: form,
      planned,
      hours: sum(lines.filter(({ moduleId }) => moduleId === id)),
    })),
    hours: sum(lines),
    years: hoursByYear(lines).map((one) => ({
      ...one,
      everywhere: wholeYear ? (everywhere.get(one.year) ?? 0) : null,
    })),
    yearly: settings.yearly,
    source: settings.forms.source,
  }
}

const sum = (lines: readonly { hours: number }[]): number => lines.reduce((total, { hours }) => total + hours, 0)

const titleOf = (practice: string): string =>
  (practices as Readonly<Record<string, { id: string } | undefined>>)[practice]?.id ?? practice
