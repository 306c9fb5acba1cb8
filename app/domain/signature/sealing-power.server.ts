import type { Selectable } from "kysely"
import type { CertificateTable } from "#db/schema.ts"
import { type Instant, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { mandateObstacle, mandateObstacles } from "../organisation/mandate-power.ts"
import type { Mandate } from "../organisation/mandate-queries.server.ts"
import { fullOffice, ownMandates } from "./mandate-in-force.server.ts"

/** Why the actor cannot sign, as a key of the error catalogue with what fills it. */
export type SigningObstacle = { readonly key: string; readonly office?: string; readonly holder?: string }

export type LiveCertificate = Pick<
  Selectable<CertificateTable>,
  "id" | "authorityId" | "serial" | "certificate" | "keyEnvelope" | "issuedAt" | "validUntil"
>

/** With what the actor may sign: his mandate and its certificate, or what stands in the way of either. */
export type SigningPower =
  | { readonly mandate: Mandate; readonly certificate: LiveCertificate; readonly obstacle: null }
  | { readonly mandate: Mandate | null; readonly certificate: null; readonly obstacle: SigningObstacle }

/** What is to be signed: which kind of paper, for which organisation, and whose name and office stand printed in it. */
export type PrintedSigner = {
  readonly organisationId: string
  readonly instrument: Mandate["instruments"][number]
  readonly holder: string
  /** With "Plt.", "a.n." … before it. */
  readonly office: string
  /** Key of the error catalogue for a mandate of another person or office than the printed one. */
  readonly otherwise: string
}

/**
 * Looks for the mandate with which the actor may sign: verified, in force, covering the instrument, of the very person
 * and office whose name is printed in the document; and for the certificate under it.
 */
export async function sealingPower(ctx: Ctx, printed: PrintedSigner): Promise<SigningPower> {
  const mandates = await ownMandates(ctx, printed.organisationId)
  const judged = mandates.map((mandate) => ({ mandate, obstacle: obstacleOf(mandate, printed, ctx.now) }))
  const usable = judged.find(({ obstacle }) => obstacle === null)
  if (!usable) {
    const obstacles = judged.map(({ obstacle }) => obstacle)
    return { mandate: null, certificate: null, obstacle: nearest(obstacles, printed.otherwise) }
  }
  const { mandate } = usable
  const certificate = await ctx.db
    .selectFrom("certificate")
    .select(["id", "authorityId", "serial", "certificate", "keyEnvelope", "issuedAt", "validUntil"])
    .where("mandateId", "=", mandate.id)
    .where("accountId", "=", ctx.actor!.accountId)
    .where("revokedAt", "is", null)
    .executeTakeFirst()
  const office = fullOffice(mandate)
  if (!certificate) return { mandate, certificate: null, obstacle: { key: "signing.noCertificate", office } }
  if (certificate.validUntil <= ctx.now)
    return { mandate, certificate: null, obstacle: { key: "signing.certificateExpired", office } }
  return { mandate, certificate, obstacle: null }
}

/** The power itself; refuses (conflict, saying why) where there is none. */
export function requirePower(power: SigningPower): Extract<SigningPower, { obstacle: null }> {
  if (power.obstacle === null) return power
  const { key, ...parameters } = power.obstacle
  throw conflict(key, parameters)
}

const noMandate: SigningObstacle = { key: "mandate.use.none" }

/** From farthest from power to nearest: of several mandates, the reason of the one that comes nearest helps most. */
const order = [noMandate.key, ...mandateObstacles.map((reason) => `mandate.use.${reason}`)]

function nearest(obstacles: readonly (SigningObstacle | null)[], otherwise: string): SigningObstacle {
  const rank = ({ key }: SigningObstacle) => (key === otherwise ? order.length : order.indexOf(key))
  return obstacles.reduce<SigningObstacle>((best, one) => (one && rank(one) > rank(best) ? one : best), noMandate)
}

function obstacleOf(mandate: Mandate, printed: PrintedSigner, now: Instant): SigningObstacle | null {
  const office = fullOffice(mandate)
  const reason = mandateObstacle(mandate, printed.instrument, officialDay(now))
  if (reason) return { key: `mandate.use.${reason}`, office }
  if (printed.holder !== mandate.holderName || printed.office !== office)
    return { key: printed.otherwise, office: printed.office, holder: printed.holder }
  return null
}
