import type { Selectable } from "kysely"
import type { Db } from "#db/connection.ts"
import type { MandateTable, StandIn } from "#db/schema.ts"
import { type Instant, officialDay } from "../kernel/clock.ts"
import type { Agreement } from "./queries.server.ts"

/** The mandate under which a side will sign, as far as it is printed. */
export type Signatory = {
  readonly mandateId: string
  readonly accountId: string
  readonly holderName: string
  readonly office: string
  readonly standIn: StandIn | null
}

/**
 * Who signs for each side today, by organisation: the holder of a verified head-of-region mandate for this instrument
 * within its dates (a Kesepakatan Bersama is signed by the head of region alone). Where several count, the one that
 * began last: a stand-in is appointed while the office's holder keeps his mandate. A side without one is missing.
 */
export async function signatoriesOf(
  db: Db,
  agreement: Pick<Agreement, "kind" | "partyOrganisationIds">,
  now: Instant,
): Promise<ReadonlyMap<string, Signatory>> {
  const today = officialDay(now)
  const rows = await db
    .selectFrom("mandate")
    .innerJoin("organisation", "organisation.id", "mandate.organisationId")
    .selectAll("mandate")
    .where("mandate.organisationId", "in", agreement.partyOrganisationIds)
    .where("organisation.status", "=", "verified")
    .where("mandate.status", "=", "verified")
    .where("mandate.officeKind", "=", "head_of_region")
    .where("mandate.validFrom", "<=", today)
    .where((eb) => eb.or([eb("mandate.validUntil", "is", null), eb("mandate.validUntil", ">=", today)]))
    .orderBy("mandate.validFrom")
    .orderBy("mandate.enteredAt")
    .orderBy("mandate.id")
    .execute()
  return new Map(
    rows
      .filter((row) => instrumentsOf(row).includes(agreement.kind))
      .map((row) => [
        row.organisationId,
        {
          mandateId: row.id,
          accountId: row.accountId,
          holderName: row.holderName,
          office: row.office,
          standIn: row.standIn,
        },
      ]),
  )
}

function instrumentsOf(mandate: Pick<Selectable<MandateTable>, "instruments">): readonly string[] {
  const value: unknown = JSON.parse(mandate.instruments)
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : []
}
