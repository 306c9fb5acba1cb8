import type { StandIn } from "#db/schema.ts"
import { type Instant, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"
import { type MandateObstacle, mandateObstacle } from "../organisation/mandate-power.ts"
import { asMandate, type Mandate, visibleMandates } from "../organisation/mandate-queries.server.ts"

const ownRows = (ctx: Ctx) =>
  visibleMandates(ctx)
    .selectAll("mandate")
    .select(["organisation.name as organisationName", "organisation.status as organisationStatus"])
    .where("mandate.accountId", "=", ctx.actor?.accountId ?? "")

/** One of the actor's own mandates; anybody else's is not found. */
export async function ownMandate(ctx: Ctx, mandateId: string): Promise<Mandate> {
  const row = isId(mandateId) ? await ownRows(ctx).where("mandate.id", "=", mandateId).executeTakeFirst() : undefined
  if (!row) throw notFound()
  return asMandate(row)
}

/** The actor's own mandates in every state, the newest first; of one organisation where it is named. */
export async function ownMandates(ctx: Ctx, organisationId?: string): Promise<Mandate[]> {
  const rows = await ownRows(ctx)
    .$if(organisationId !== undefined, (query) => query.where("mandate.organisationId", "=", organisationId ?? ""))
    .orderBy("mandate.enteredAt", "desc")
    .orderBy("mandate.id", "desc")
    .limit(100)
    .execute()
  return rows.map(asMandate)
}

/** Those of the actor's mandates on which no key that can be used rests, in every state, the newest first. */
export async function ownMandatesWithoutKey(ctx: Ctx): Promise<Mandate[]> {
  const rows = await ownRows(ctx)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("certificate")
            .select("certificate.id")
            .whereRef("certificate.mandateId", "=", "mandate.id")
            .whereRef("certificate.accountId", "=", "mandate.accountId")
            .where("certificate.revokedAt", "is", null)
            .where("certificate.validUntil", ">", ctx.now),
        ),
      ),
    )
    .orderBy("mandate.enteredAt", "desc")
    .orderBy("mandate.id", "desc")
    .limit(100)
    .execute()
  return rows.map(asMandate)
}

/** Why no key can rest on a mandate on this day: it empowers to none of the instruments that it names. */
export function keyObstacle(mandate: Mandate, now: Instant): `mandate.use.${MandateObstacle}` | null {
  const [instrument = "perjanjian_kerja_sama"] = mandate.instruments
  const obstacle = mandateObstacle(mandate, instrument, officialDay(now))
  return obstacle && `mandate.use.${obstacle}`
}

/** Refuses (conflict, with the reason) a mandate on which no key can rest on this day. */
export function assertInForce(mandate: Mandate, now: Instant): void {
  const obstacle = keyObstacle(mandate, now)
  if (obstacle) throw conflict(obstacle, { office: mandate.office })
}

const standInWords: Readonly<Record<StandIn, string>> = { plt: "Plt.", plh: "Plh.", an: "a.n.", ub: "u.b." }

/** "Plt. Wali Kota Magelang": the office with what stands before it when somebody stands in. */
export const fullOffice = (mandate: { office: string; standIn: StandIn | null }): string =>
  mandate.standIn ? `${standInWords[mandate.standIn]} ${mandate.office}` : mandate.office
