import { countAll } from "#db/portable.ts"
import type { CohortStatus, ProgrammeStatus } from "#db/schema.ts"
import { type SealedClause, sealedClauses } from "../agreement/sealed-clauses.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { containing } from "../search/containing.server.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { searchWords } from "../search/words.ts"
import type { ProgrammeFilter } from "./filter.ts"
import { programmePage } from "./limits.ts"
import { findProgramme, modulesOf, type Programme, type ProgrammeModule, visibleProgrammes } from "./queries.server.ts"

export { type ProgrammeFilter, programmeParameters, readProgrammeFilter } from "./filter.ts"

export type ProgrammeEntry = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly status: ProgrammeStatus
  readonly hostName: string
  readonly hostSlug: string
  readonly senderName: string
  readonly senderSlug: string
  readonly publishedAt: string
  readonly updatedAt: string
  readonly demo: boolean
}

/** The programmes that were opened, newest first, in pages by key. Two queries. */
export async function listPublicProgrammes(
  ctx: Ctx,
  filter: ProgrammeFilter,
): Promise<{ entries: ProgrammeEntry[]; next: string | null; count: number }> {
  authorize(ctx.actor, "programme.browse")
  const { limit = programmePage, regions } = filter
  let matching = visibleProgrammes(ctx).where("programme.publishedAt", "is not", null)
  if (filter.status) matching = matching.where("programme.status", "=", filter.status)
  if (regions)
    matching = matching.where((eb) =>
      eb.or([eb("host.regionCode", "in", regions), eb("sender.regionCode", "in", regions)]),
    )
  for (const word of searchWords(filter.q))
    matching = matching.where(containing(word, "programme.title", "programme.summary", "host.name", "sender.name"))
  const { count } = await matching.select(countAll().as("count")).executeTakeFirstOrThrow()
  const after = decodeCursor(filter.cursor, 2)
  const rows = await matching
    .select(["programme.id", "programme.slug", "programme.title", "programme.summary", "programme.status"])
    .select(["programme.publishedAt", "programme.updatedAt", "programme.demoSince"])
    .select(["host.name as hostName", "host.slug as hostSlug"])
    .select(["sender.name as senderName", "sender.slug as senderSlug"])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("programme.publishedAt", "programme.id"), "<", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy("programme.publishedAt", "desc")
    .orderBy("programme.id", "desc")
    .limit(limit + 1)
    .execute()
  const entries = rows.slice(0, limit).map(({ demoSince, publishedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt ?? "",
    demo: demoSince !== null,
  }))
  const last = entries.at(-1)
  return {
    entries,
    next: rows.length > limit && last ? encodeCursor([last.publishedAt, last.id]) : null,
    count,
  }
}

/** A cohort as the public knows it: how many, never who. */
export type PublicCohort = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly status: CohortStatus
  readonly seats: number
  readonly nominateUntil: string
  readonly startsOn: string
  readonly endsOn: string
  readonly confirmed: number
  readonly completed: number
  readonly sessions: number
}

export type PublicProgramme = {
  readonly programme: Programme
  readonly clause: SealedClause | null
  readonly modules: readonly ProgrammeModule[]
  readonly cohorts: readonly PublicCohort[]
  readonly certificates: number
}

/** One programme of the public list. Not found before it is opened, whoever asks. Six queries. */
export async function getPublicProgramme(ctx: Ctx, slug: string): Promise<PublicProgramme> {
  authorize(ctx.actor, "programme.browse")
  const programme = await findProgramme(ctx, slug)
  if (programme.publishedAt === null) throw notFound()
  const certificates = await ctx.db
    .selectFrom("learningCertificate")
    .select(countAll().as("count"))
    .where("programmeId", "=", programme.id)
    .where("status", "=", "sealed")
    .executeTakeFirstOrThrow()
  return {
    programme,
    clause: (await sealedClauses(ctx.db, programme.agreementId)).find(({ key }) => key === programme.clauseKey) ?? null,
    modules: await modulesOf(ctx.db, programme.id),
    cohorts: (await cohortsWithCounts(ctx, programme.id)).filter(({ status }) => status !== "planned"),
    certificates: certificates.count,
  }
}

/** The cohorts of a programme that the caller may see, with their counts. Three queries. */
export async function cohortsWithCounts(ctx: Pick<Ctx, "db">, programmeId: string): Promise<PublicCohort[]> {
  const cohorts = await ctx.db
    .selectFrom("cohort")
    .select(["id", "number", "name", "status", "seats", "nominateUntil", "startsOn", "endsOn"])
    .where("programmeId", "=", programmeId)
    .orderBy("number")
    .execute()
  const learners = await ctx.db
    .selectFrom("learner")
    .innerJoin("cohort", "cohort.id", "learner.cohortId")
    .select(["learner.cohortId", "learner.status", countAll().as("count")])
    .where("cohort.programmeId", "=", programmeId)
    .where("learner.status", "in", ["confirmed", "completed"])
    .groupBy(["learner.cohortId", "learner.status"])
    .execute()
  const sessions = await ctx.db
    .selectFrom("learningSession as session")
    .innerJoin("cohort", "cohort.id", "session.cohortId")
    .select(["session.cohortId", countAll().as("count")])
    .where("cohort.programmeId", "=", programmeId)
    .where("session.cancelledAt", "is", null)
    .groupBy("session.cohortId")
    .execute()
  return cohorts.map((cohort) => {
    const of = (status: string) =>
      learners.find((row) => row.cohortId === cohort.id && row.status === status)?.count ?? 0
    return {
      ...cohort,
      confirmed: of("confirmed") + of("completed"),
      completed: of("completed"),
      sessions: sessions.find(({ cohortId }) => cohortId === cohort.id)?.count ?? 0,
    }
  })
}

/** The open programmes that a practice is learned in, newest first. */
export async function programmesWith(ctx: Ctx, practice: string): Promise<{ slug: string; title: string }[]> {
  authorize(ctx.actor, "programme.browse")
  return visibleProgrammes(ctx)
    .select(["programme.slug", "programme.title"])
    .where("programme.status", "=", "open")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("programmeModule")
          .select("programmeModule.id")
          .whereRef("programmeModule.programmeId", "=", "programme.id")
          .where("programmeModule.practice", "=", practice),
      ),
    )
    .orderBy("programme.publishedAt", "desc")
    .limit(20)
    .execute()
}
