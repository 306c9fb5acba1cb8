import type { Selectable } from "kysely"
import type { CertificateTable } from "#db/schema.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { mandateObstacle, mandateObstacles } from "../organisation/mandate-power.ts"
import type { Mandate } from "../organisation/mandate-queries.server.ts"
import { fullOffice, ownMandates } from "../signature/mandate-in-force.server.ts"
import type { DocumentParty } from "./document/document.ts"
import type { Agreement } from "./queries.server.ts"
import type { SealingState } from "./sealing-state.server.ts"

/** Why the actor cannot sign for his side, as a key of the error catalogue with what fills it. */
export type SigningObstacle = { readonly key: string; readonly office?: string; readonly holder?: string }

export type LiveCertificate = Pick<
  Selectable<CertificateTable>,
  "id" | "authorityId" | "serial" | "certificate" | "keyEnvelope" | "issuedAt" | "validUntil"
>

/** With what the actor may sign: his mandate and its certificate, or what stands in the way of either. */
export type SigningPower =
  | { readonly mandate: Mandate; readonly certificate: LiveCertificate; readonly obstacle: null }
  | { readonly mandate: Mandate | null; readonly certificate: null; readonly obstacle: SigningObstacle }

/**
 * Looks for the mandate with which the actor may sign this document for his side. A Kesepakatan Bersama is signed by
 * the head of region alone (Permendagri 22/2020 as practised; a delegate is refused), under a mandate that is verified,
 * in force and covers the instrument, by the very person and office whose name is printed in the document.
 */
export async function signingPower(ctx: Ctx, agreement: Agreement, document: SealingState): Promise<SigningPower> {
  const mandates = await ownMandates(ctx, agreement.own?.organisationId ?? "")
  const printed = document.input.parties.find(({ ordinal }) => ordinal === agreement.own?.ordinal)
  const judged = mandates.map((mandate) => ({ mandate, obstacle: obstacleOf(ctx, mandate, agreement.kind, printed) }))
  const usable = judged.find(({ obstacle }) => obstacle === null)
  if (!usable) return { mandate: null, certificate: null, obstacle: nearest(judged.map(({ obstacle }) => obstacle)) }
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

/** The same, but refuses (conflict, saying why) where the actor cannot sign. */
export async function requireSigningPower(ctx: Ctx, agreement: Agreement, document: SealingState) {
  const power = await signingPower(ctx, agreement, document)
  if (power.obstacle) {
    const { key, ...parameters } = power.obstacle
    throw conflict(key, parameters)
  }
  return power
}

const noMandate: SigningObstacle = { key: "mandate.use.none" }

/** From farthest from power to nearest: of several mandates, the reason of the one that comes nearest helps most. */
const order = [noMandate.key, ...mandateObstacles.map((reason) => `mandate.use.${reason}`), "signing.notPrinted"]

const nearest = (obstacles: readonly (SigningObstacle | null)[]): SigningObstacle =>
  obstacles.reduce<SigningObstacle>(
    (best, one) => (one && order.indexOf(one.key) > order.indexOf(best.key) ? one : best),
    noMandate,
  )

function obstacleOf(
  ctx: Ctx,
  mandate: Mandate,
  kind: Agreement["kind"],
  printed: DocumentParty | undefined,
): SigningObstacle | null {
  const office = fullOffice(mandate)
  const reason = mandateObstacle(mandate, kind, officialDay(ctx.now))
  if (reason) return { key: `mandate.use.${reason}`, office }
  const printedOffice = [printed?.standIn, printed?.office].filter(Boolean).join(" ")
  if (printed?.holder !== mandate.holderName || printedOffice !== office)
    return { key: "signing.notPrinted", office: printedOffice, holder: printed?.holder ?? "" }
  return null
}
