import type { Selectable } from "kysely"
import type { CohortStatus, LearnerTable, ProgrammeStatus } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"
import { maskNumber } from "./civil-servant-number.ts"
import { openNumber } from "./number-protection.server.ts"

/**
 * The learners whom the reader may know by name: himself, those whose superior he is (while he belongs to the agency
 * that sent them), and those of cohorts that he coordinates at the host or at the sender. The only entry to learners.
 */
export function visibleLearners(ctx: Ctx) {
  const actor = ctx.actor
  const acting = actor?.acting
  const coordinates = acting != null && acting.role !== "member"
  const memberOf = actor?.memberships.map(({ organisationId }) => organisationId) ?? []
  return ctx.db
    .selectFrom("learner")
    .innerJoin("cohort", "cohort.id", "learner.cohortId")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .innerJoin("organisation as host", "host.id", "programme.hostId")
    .innerJoin("organisation as sender", "sender.id", "programme.senderId")
    .innerJoin("account as supervisor", "supervisor.id", "learner.supervisorId")
    .where((eb) =>
      eb.or([
        eb("learner.accountId", "=", actor?.accountId ?? ""),
        ...(memberOf.length > 0
          ? [
              eb.and([
                eb("learner.supervisorId", "=", actor?.accountId ?? ""),
                eb("programme.senderId", "in", memberOf),
              ]),
            ]
          : []),
        ...(coordinates
          ? [eb("programme.hostId", "=", acting.organisationId), eb("programme.senderId", "=", acting.organisationId)]
          : []),
      ]),
    )
}

/** A learner in a cohort, without his number but for its last three digits. */
export type Learner = Omit<Selectable<LearnerTable>, "numberEnvelope" | "numberDigest" | "nominatedBy"> & {
  readonly maskedNumber: string
  readonly supervisorName: string
  /** What policy asks for. */
  readonly hostId: string
  readonly senderId: string
  readonly cohort: {
    readonly id: string
    readonly number: number
    readonly name: string
    readonly status: CohortStatus
    readonly startsOn: string
    readonly endsOn: string
  }
  readonly programme: {
    readonly id: string
    readonly slug: string
    readonly title: string
    readonly status: ProgrammeStatus
    readonly agreementId: string
    readonly demoSince: string | null
    readonly hostName: string
    readonly hostRegionCode: string
    readonly senderName: string
  }
}

const withFrame = (ctx: Ctx) =>
  visibleLearners(ctx)
    .selectAll("learner")
    .select(["supervisor.name as supervisorName", "cohort.number as cohortNumber", "cohort.name as cohortName"])
    .select(["cohort.status as cohortStatus", "cohort.startsOn", "cohort.endsOn", "programme.id as programmeId"])
    .select(["programme.slug", "programme.title", "programme.status as programmeStatus", "programme.agreementId"])
    .select(["programme.demoSince", "programme.hostId", "programme.senderId", "host.name as hostName"])
    .select(["host.regionCode as hostRegionCode", "sender.name as senderName"])

type Row = Awaited<ReturnType<ReturnType<typeof withFrame>["executeTakeFirstOrThrow"]>>

/** The learner under an id. Not found where there is none or the reader may not know of him. */
export async function getLearner(ctx: Ctx, id: string): Promise<Learner> {
  const row = isId(id) ? await withFrame(ctx).where("learner.id", "=", id).executeTakeFirst() : undefined
  if (!row) throw notFound()
  return learnerOf(ctx, row)
}

/** The learners of a cohort whom the reader may know, by name. */
export async function learnersIn(ctx: Ctx, cohortId: string): Promise<Learner[]> {
  const rows = await withFrame(ctx)
    .where("learner.cohortId", "=", cohortId)
    .orderBy("learner.name")
    .orderBy("learner.id")
    .execute()
  return rows.map((row) => learnerOf(ctx, row))
}

/** Where the reader learns himself, or whose superior he is; the newest first. */
export async function ownLearning(ctx: Ctx): Promise<{ learning: Learner[]; supervising: Learner[] }> {
  const accountId = ctx.actor?.accountId ?? ""
  const rows = await withFrame(ctx)
    .where((eb) => eb.or([eb("learner.accountId", "=", accountId), eb("learner.supervisorId", "=", accountId)]))
    .orderBy("cohort.startsOn", "desc")
    .orderBy("learner.id", "desc")
    .limit(200)
    .execute()
  const all = rows.map((row) => learnerOf(ctx, row))
  return {
    learning: all.filter((learner) => learner.accountId === accountId),
    supervising: all.filter((learner) => learner.supervisorId === accountId),
  }
}

function learnerOf(ctx: Ctx, row: Row): Learner {
  const { numberEnvelope, numberDigest: _, nominatedBy: __, cohortNumber, cohortName, cohortStatus, ...rest } = row
  const { startsOn, endsOn, programmeId, slug, title, programmeStatus, agreementId, demoSince, ...learner } = rest
  const { hostName, hostRegionCode, senderName, ...own } = learner
  return {
    ...own,
    maskedNumber: maskNumber(openNumber(ctx.settings.secrets, row.id, numberEnvelope)),
    cohort: { id: row.cohortId, number: cohortNumber, name: cohortName, status: cohortStatus, startsOn, endsOn },
    programme: {
      ...{ id: programmeId, slug, title, status: programmeStatus, agreementId, demoSince },
      ...{ hostName, hostRegionCode, senderName },
    },
  }
}
