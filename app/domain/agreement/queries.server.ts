import type { Selectable } from "kysely"
import type { Db } from "#db/connection.ts"
import type { AgreementTable } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, notFound } from "../kernel/errors.ts"
import { isAgreementCode } from "./codes.ts"
import { type Party, publicStates } from "./parties.ts"

/**
 * The agreements that the reader may know of: those in force or lapsed, and for whoever acts for a party those of
 * that party; a draft only for the side that started it. The only entry to agreement rows.
 */
export function visibleAgreements(ctx: Ctx) {
  const own = ctx.actor?.acting?.organisationId
  const published = ctx.db.selectFrom("agreement")
  if (own === undefined) return published.where("agreement.status", "in", publicStates)
  return published.where((eb) =>
    eb.or([
      eb("agreement.status", "in", publicStates),
      eb.exists(
        eb
          .selectFrom("agreementParty as own")
          .select("own.id")
          .whereRef("own.agreementId", "=", "agreement.id")
          .where("own.organisationId", "=", own)
          .where((inner) => inner.or([inner("own.ordinal", "=", 1), inner("agreement.proposedAt", "is not", null)])),
      ),
    ]),
  )
}

/** An agreement with its two sides, as policy and transitions need it. */
export type Agreement = Selectable<AgreementTable> & {
  readonly parties: readonly [Party, Party]
  readonly partyOrganisationIds: readonly string[]
  /** The side for which the reader acts, and the other one; null for whoever acts for neither. */
  readonly own: Party | null
  readonly other: Party | null
}

/** The agreement under a public code. Not found where there is none or the reader may not know of it. */
export async function getAgreement(ctx: Ctx, code: string): Promise<Agreement> {
  if (!isAgreementCode(code)) throw notFound()
  const row = await visibleAgreements(ctx).selectAll("agreement").where("agreement.code", "=", code).executeTakeFirst()
  if (!row) throw notFound()
  const [first, second] = await partiesOf(ctx.db, [row.id])
  if (!first || !second) throw new Error(`Agreement ${code} lacks a party`)
  const acting = ctx.actor?.acting?.organisationId
  const own = [first, second].find((party) => party.organisationId === acting) ?? null
  return {
    ...row,
    parties: [first, second],
    partyOrganisationIds: [first.organisationId, second.organisationId],
    own,
    other: own ? (own === first ? second : first) : null,
  }
}

/** The sides of some agreements, side 1 before side 2. */
export async function partiesOf(db: Db, agreementIds: readonly string[]): Promise<(Party & { agreementId: string })[]> {
  if (agreementIds.length === 0) return []
  return db
    .selectFrom("agreementParty")
    .innerJoin("organisation", "organisation.id", "agreementParty.organisationId")
    .innerJoin("region", "region.code", "agreementParty.regionCode")
    .select([
      "agreementParty.id",
      "agreementParty.agreementId",
      "agreementParty.ordinal",
      "agreementParty.organisationId",
      "organisation.name as organisationName",
      "organisation.slug as organisationSlug",
      "organisation.status as organisationStatus",
      "organisation.address",
      "agreementParty.regionCode",
      "region.name as regionName",
      "region.kind as regionKind",
      "agreementParty.number",
      "agreementParty.numberedOn",
    ])
    .where("agreementParty.agreementId", "in", agreementIds)
    .orderBy("agreementParty.agreementId")
    .orderBy("agreementParty.ordinal")
    .execute()
}

/**
 * The two sides from where the actor stands. Only after `authorize` has found him acting for one of them.
 */
export function sidesOf(agreement: Agreement): { own: Party; other: Party } {
  if (!agreement.own || !agreement.other) throw notFound()
  return { own: agreement.own, other: agreement.other }
}

/**
 * Refuses (conflict `stale`) what was decided on an older state of the agreement. `touch` then proves inside the
 * transaction that nothing has happened since this state was read.
 */
export function assertSeen(agreement: { lockVersion: number }, seenLockVersion: number): void {
  if (agreement.lockVersion !== seenLockVersion) throw conflict("stale")
}

/** Refuses (conflict `agreement.partyNotVerified`) while one of the organisations is not, or no longer, verified. */
export function assertPartiesVerified(agreement: Agreement): void {
  const lacking = agreement.parties.find((party) => party.organisationStatus !== "verified")
  if (lacking) throw conflict("agreement.partyNotVerified", { region: lacking.regionName })
}
