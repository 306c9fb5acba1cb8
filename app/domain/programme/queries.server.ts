import type { Selectable } from "kysely"
import type { Db } from "#db/connection.ts"
import type { CohortTable, ProgrammeModuleTable, ProgrammeTable } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"

/**
 * The programmes that the reader may know of: those that were opened, and for whoever acts for a host that host's
 * own drafts. The only entry to programme rows.
 */
export function visibleProgrammes(ctx: Ctx) {
  const own = ctx.actor?.acting?.organisationId
  const all = ctx.db
    .selectFrom("programme")
    .innerJoin("organisation as host", "host.id", "programme.hostId")
    .innerJoin("organisation as sender", "sender.id", "programme.senderId")
    .innerJoin("agreement", "agreement.id", "programme.agreementId")
  return all.where((eb) =>
    eb.or([
      eb("programme.publishedAt", "is not", null),
      ...(own === undefined ? [] : [eb("programme.hostId", "=", own)]),
    ]),
  )
}

/** A programme with its two organisations and the agreement it stands on. */
export type Programme = Selectable<ProgrammeTable> & {
  readonly hostName: string
  readonly hostSlug: string
  readonly hostRegionCode: string
  readonly hostStatus: string
  readonly senderName: string
  readonly senderSlug: string
  readonly senderRegionCode: string
  readonly senderStatus: string
  readonly agreementCode: string
  readonly agreementTitle: string
  readonly agreementStatus: string
}

const withParties = (ctx: Ctx) =>
  visibleProgrammes(ctx)
    .selectAll("programme")
    .select(["host.name as hostName", "host.slug as hostSlug", "host.regionCode as hostRegionCode"])
    .select(["host.status as hostStatus", "sender.name as senderName", "sender.slug as senderSlug"])
    .select(["sender.regionCode as senderRegionCode", "sender.status as senderStatus"])
    .select(["agreement.code as agreementCode", "agreement.title as agreementTitle"])
    .select("agreement.status as agreementStatus")

/** The programme under an id. Not found where there is none or the reader may not know of it. */
export async function getProgramme(ctx: Ctx, id: string): Promise<Programme> {
  const row = isId(id) ? await withParties(ctx).where("programme.id", "=", id).executeTakeFirst() : undefined
  if (!row) throw notFound()
  return row
}

/** The programme under its public name. */
export async function findProgramme(ctx: Ctx, slug: string): Promise<Programme> {
  const row = /^[a-z0-9-]{1,100}$/.test(slug)
    ? await withParties(ctx).where("programme.slug", "=", slug).executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  return row
}

export type ProgrammeModule = Selectable<ProgrammeModuleTable>

/** A programme's modules in their order. The caller may see the programme. */
export const modulesOf = (db: Db, programmeId: string): Promise<ProgrammeModule[]> =>
  db.selectFrom("programmeModule").selectAll().where("programmeId", "=", programmeId).orderBy("ordinal").execute()

/** A cohort with its programme. `hostId` and `senderId` are what policy asks for. */
export type Cohort = Selectable<CohortTable> & {
  readonly programme: Programme
  readonly hostId: string
  readonly senderId: string
}

/** The cohort under an id, where the reader may know of its programme; a planned one is its two organisations' matter. */
export async function getCohort(ctx: Ctx, id: string): Promise<Cohort> {
  const row = isId(id)
    ? await ctx.db.selectFrom("cohort").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  const programme = await getProgramme(ctx, row.programmeId)
  const acting = ctx.actor?.acting?.organisationId
  if (row.status === "planned" && acting !== programme.hostId && acting !== programme.senderId) throw notFound()
  return { ...row, programme, hostId: programme.hostId, senderId: programme.senderId }
}

/** Refuses (conflict `stale`) what was decided on an older state. `touch` proves the rest inside the transaction. */
export function assertSeen(row: { lockVersion: number }, seenLockVersion: number): void {
  if (row.lockVersion !== seenLockVersion) throw conflict("stale")
}

/** Refuses (conflict) while the agreement is not in force, or one of the two organisations is not verified. */
export function assertStanding(programme: Programme): void {
  if (programme.agreementStatus !== "in_force")
    throw conflict("programme.agreementOver", { agreement: programme.agreementCode })
  if (programme.hostStatus !== "verified") throw conflict("programme.notVerified", { organisation: programme.hostName })
  if (programme.senderStatus !== "verified")
    throw conflict("programme.notVerified", { organisation: programme.senderName })
}
