import type { Db } from "#db/connection.ts"
import { type Instant, officialDay } from "../../kernel/clock.ts"
import { mandateObstacle } from "../../organisation/mandate-power.ts"
import { asMandate } from "../../organisation/mandate-queries.server.ts"
import { fullOffice } from "../../signature/mandate-in-force.server.ts"

/** Somebody who may seal certificates of learning for an organisation today. */
export type Issuer = {
  readonly mandateId: string
  readonly accountId: string
  readonly holder: string
  /** With "Plt.", "a.n." … before it. */
  readonly office: string
}

/** Who may seal certificates of learning for an organisation today, by office. */
export async function issuersOf(db: Db, organisationId: string, now: Instant): Promise<Issuer[]> {
  const rows = await db
    .selectFrom("mandate")
    .innerJoin("organisation", "organisation.id", "mandate.organisationId")
    .selectAll("mandate")
    .select(["organisation.name as organisationName", "organisation.status as organisationStatus"])
    .where("mandate.organisationId", "=", organisationId)
    .where("mandate.status", "=", "verified")
    .orderBy("mandate.office")
    .orderBy("mandate.holderName")
    .orderBy("mandate.id")
    .limit(200)
    .execute()
  return rows
    .map(asMandate)
    .filter((mandate) => mandateObstacle(mandate, "sertifikat_pembelajaran", officialDay(now)) === null)
    .map((mandate) => ({
      mandateId: mandate.id,
      accountId: mandate.accountId,
      holder: mandate.holderName,
      office: fullOffice(mandate),
    }))
}
