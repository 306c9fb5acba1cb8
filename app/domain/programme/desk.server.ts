import { countAll } from "#db/portable.ts"
import type { ProgrammeStatus } from "#db/schema.ts"
import { type SealedClause, sealedClauses } from "../agreement/sealed-clauses.server.ts"
import { type TimelineEvent, timelineOf } from "../audit/timeline.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { stepsFrom } from "../kernel/flow.ts"
import { type Action, authorize, can } from "../policy/table.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { type CohortStep, cohortFlow, type ProgrammeStep, programmeFlow } from "./flow.ts"
import { type Learner, learnersIn } from "./learners.server.ts"
import { programmePage } from "./limits.ts"
import {
  type Cohort,
  getCohort,
  getProgramme,
  modulesOf,
  type Programme,
  type ProgrammeModule,
  visibleProgrammes,
} from "./queries.server.ts"
import { cohortsWithCounts, type PublicCohort } from "./register.server.ts"
import { type Session, sessionsOf } from "./sessions.server.ts"

export type DeskProgramme = {
  readonly id: string
  readonly title: string
  readonly status: ProgrammeStatus
  readonly hostId: string
  readonly hostName: string
  readonly senderName: string
  readonly updatedAt: string
}

/** The programmes in which the acting organisation is host or sender, in pages by key. Two queries. */
export async function listDeskProgrammes(
  ctx: Ctx,
  cursor: string | null,
): Promise<{ entries: DeskProgramme[]; next: string | null; count: number }> {
  authorize(ctx.actor, "learning.own")
  const acting = ctx.actor?.acting?.organisationId
  if (acting === undefined) return { entries: [], next: null, count: 0 }
  const own = visibleProgrammes(ctx).where((eb) =>
    eb.or([eb("programme.hostId", "=", acting), eb("programme.senderId", "=", acting)]),
  )
  const { count } = await own.select(countAll().as("count")).executeTakeFirstOrThrow()
  const after = decodeCursor(cursor, 2)
  const rows = await own
    .select(["programme.id", "programme.title", "programme.status", "programme.hostId", "programme.updatedAt"])
    .select(["host.name as hostName", "sender.name as senderName"])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("programme.updatedAt", "programme.id"), "<", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy("programme.updatedAt", "desc")
    .orderBy("programme.id", "desc")
    .limit(programmePage + 1)
    .execute()
  const entries = rows.slice(0, programmePage)
  const last = entries.at(-1)
  return { entries, next: rows.length > programmePage && last ? encodeCursor([last.updatedAt, last.id]) : null, count }
}

export type ProgrammeDesk = {
  readonly programme: Programme
  readonly clause: SealedClause | null
  readonly modules: readonly ProgrammeModule[]
  readonly cohorts: readonly PublicCohort[]
  readonly events: readonly TimelineEvent[]
  readonly steps: readonly ProgrammeStep[]
  readonly mayPlan: boolean
  readonly host: boolean
}

const programmeRights = {
  edit: "programme.edit",
  amend: "programme.edit",
  open: "programme.open",
  complete: "programme.complete",
  cancel: "programme.cancel",
} as const satisfies Record<ProgrammeStep, Action>

/** All that the page of a programme shows to its two organisations. Seven queries. */
export async function getProgrammeDesk(ctx: Ctx, id: string): Promise<ProgrammeDesk> {
  const programme = await getProgramme(ctx, id)
  authorize(ctx.actor, "programme.read", programme)
  const host = ctx.actor?.acting?.organisationId === programme.hostId
  const cohorts = await cohortsWithCounts(ctx, id)
  return {
    programme,
    clause: (await sealedClauses(ctx.db, programme.agreementId)).find(({ key }) => key === programme.clauseKey) ?? null,
    modules: await modulesOf(ctx.db, id),
    cohorts,
    events: eventsFor(await timelineOf(ctx.db, "programme", id), host),
    steps: stepsFrom(programmeFlow, programme.status).filter((step) =>
      can(ctx.actor, programmeRights[step], programme),
    ),
    mayPlan: (programme.status === "draft" || programme.status === "open") && can(ctx.actor, "cohort.plan", programme),
    host,
  }
}

/** The sender reads the record from the moment the programme was opened to it. */
function eventsFor(events: readonly TimelineEvent[], host: boolean): readonly TimelineEvent[] {
  if (host) return events
  const opened = events.findIndex(({ type }) => type === "programme.opened")
  return opened < 0 ? [] : events.slice(opened)
}

export type CohortDesk = {
  readonly cohort: Cohort
  readonly modules: readonly ProgrammeModule[]
  readonly sessions: readonly Session[]
  readonly taken: number
  /** Null for members who do not coordinate: names are not for them. */
  readonly roster: readonly Learner[] | null
  readonly events: readonly TimelineEvent[]
  readonly steps: readonly CohortStep[]
  readonly mayPlan: boolean
  readonly mayNominate: boolean
  readonly mayDecide: boolean
}

const cohortRights = {
  open: "cohort.open",
  run: "cohort.run",
  complete: "cohort.complete",
  cancel: "cohort.cancel",
} as const satisfies Record<CohortStep, Action>

/** All that the page of a cohort shows to the two organisations. Seven queries. */
export async function getCohortDesk(ctx: Ctx, id: string): Promise<CohortDesk> {
  const cohort = await getCohort(ctx, id)
  authorize(ctx.actor, "programme.read", cohort)
  const { count } = await ctx.db
    .selectFrom("learner")
    .select(countAll().as("count"))
    .where("cohortId", "=", id)
    .where("status", "in", ["confirmed", "completed"])
    .executeTakeFirstOrThrow()
  const living = ["planned", "open", "running"].includes(cohort.status)
  return {
    cohort,
    modules: await modulesOf(ctx.db, cohort.programmeId),
    sessions: await sessionsOf(ctx, id),
    taken: count,
    roster: can(ctx.actor, "cohort.roster", cohort) ? await learnersIn(ctx, id) : null,
    events: await timelineOf(ctx.db, "cohort", id),
    steps: stepsFrom(cohortFlow, cohort.status).filter((step) => can(ctx.actor, cohortRights[step], cohort)),
    mayPlan: living && can(ctx.actor, "cohort.plan", cohort),
    mayNominate: cohort.status === "open" && can(ctx.actor, "learner.nominate", cohort),
    mayDecide: can(ctx.actor, "learner.confirm", cohort),
  }
}
