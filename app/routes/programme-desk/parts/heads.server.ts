import type { Ctx } from "#app/domain/kernel/context.ts"
import { notFound } from "#app/domain/kernel/errors.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { type Mark, marksOfSession } from "#app/domain/programme/attendance.server.ts"
import { type CohortStep, cohortFlow, type ProgrammeStep, programmeFlow } from "#app/domain/programme/flow.ts"
import { type Cohort, getCohort, getProgramme, type Programme } from "#app/domain/programme/queries.server.ts"
import { getSession } from "#app/domain/programme/sessions.server.ts"
import type { CohortHead, ProgrammeHead } from "./headings.tsx"

const programmeActions = {
  edit: "programme.edit",
  amend: "programme.edit",
  open: "programme.open",
  complete: "programme.complete",
  cancel: "programme.cancel",
} as const satisfies Record<ProgrammeStep, string>

const cohortActions = {
  open: "cohort.open",
  run: "cohort.run",
  complete: "cohort.complete",
  cancel: "cohort.cancel",
} as const satisfies Record<CohortStep, string>

/** A programme for the page of one step: whoever may not take the step does not see its page either. */
export async function programmeFor(
  ctx: Ctx,
  id: string | undefined,
  step: ProgrammeStep,
): Promise<{ programme: Programme; head: ProgrammeHead }> {
  const programme = await getProgramme(ctx, id ?? "")
  authorize(ctx.actor, programmeActions[step], programme)
  return { programme, head: programmeHead(programme) }
}

export const programmeHead = (programme: Programme): ProgrammeHead => ({
  id: programme.id,
  slug: programme.slug,
  title: programme.title,
  status: programme.status,
  lockVersion: programme.lockVersion,
  hostName: programme.hostName,
  senderName: programme.senderName,
  steps: stepsFrom(programmeFlow, programme.status),
})

/** A cohort for the page of one step. */
export async function cohortFor(
  ctx: Ctx,
  id: string | undefined,
  step: CohortStep,
): Promise<{ cohort: Cohort; head: CohortHead }> {
  const cohort = await getCohort(ctx, id ?? "")
  authorize(ctx.actor, cohortActions[step], cohort)
  return { cohort, head: cohortHead(cohort) }
}

export const cohortHead = (cohort: Cohort): CohortHead => ({
  id: cohort.id,
  name: cohort.name,
  status: cohort.status,
  lockVersion: cohort.lockVersion,
  seats: cohort.seats,
  nominateUntil: cohort.nominateUntil,
  startsOn: cohort.startsOn,
  endsOn: cohort.endsOn,
  programmeId: cohort.programmeId,
  programmeTitle: cohort.programme.title,
  programmeStatus: cohort.programme.status,
  hostName: cohort.programme.hostName,
  senderName: cohort.programme.senderName,
  endReason: cohort.endReason,
  steps: stepsFrom(cohortFlow, cohort.status),
})

type SessionWithCohort = Awaited<ReturnType<typeof getSession>>

/** A session for the page of one action on it. */
export async function sessionFor(
  ctx: Ctx,
  id: string | undefined,
  action: "cohort.roster" | "session.plan" | "session.cancel" | "attendance.mark" | "attendance.strike",
): Promise<SessionWithCohort> {
  const session = await getSession(ctx, id ?? "")
  authorize(ctx.actor, action, session)
  return session
}

/** A mark of a session for the page on which it is struck. */
export async function markFor(
  ctx: Ctx,
  sessionId: string | undefined,
  attendanceId: string | undefined,
): Promise<{ session: SessionWithCohort; mark: Mark }> {
  const session = await sessionFor(ctx, sessionId, "attendance.strike")
  const mark = (await marksOfSession(ctx, session)).find(({ id }) => id === attendanceId)
  if (!mark) throw notFound()
  return { session, mark }
}
