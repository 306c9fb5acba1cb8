import type { RevocationCode } from "#db/schema.ts"
import type { Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { fullOffice, keyObstacle, ownMandates } from "./mandate-in-force.server.ts"

/** Certificates that the reader may know of: his own. The only entry to certificate rows for pages. */
export const visibleCertificates = (ctx: Ctx) =>
  ctx.db
    .selectFrom("certificate")
    .innerJoin("mandate", "mandate.id", "certificate.mandateId")
    .where("certificate.accountId", "=", ctx.actor?.accountId ?? "")

export type CertificateSummary = {
  readonly id: string
  readonly serial: string
  readonly office: string
  readonly mandateId: string
  readonly state: "live" | "expired" | "revoked"
  readonly issuedAt: Instant
  readonly validUntil: Instant
  readonly revokedAt: Instant | null
  readonly revocationCode: RevocationCode | null
  readonly revocationReason: string
}

const summaries = (ctx: Ctx) =>
  visibleCertificates(ctx).select([
    "certificate.id",
    "certificate.serial",
    "certificate.mandateId",
    "certificate.issuedAt",
    "certificate.validUntil",
    "certificate.revokedAt",
    "certificate.revocationCode",
    "certificate.revocationReason",
    "mandate.office",
    "mandate.standIn",
  ])

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>["execute"]>>[number]

const summaryOf = ({ standIn, ...row }: SummaryRow, now: Instant): CertificateSummary => ({
  ...row,
  office: fullOffice({ office: row.office, standIn }),
  state: row.revokedAt !== null ? "revoked" : row.validUntil <= now ? "expired" : "live",
})

/** One of the actor's certificates; anybody else's is not found. */
export async function getCertificate(ctx: Ctx, id: string): Promise<CertificateSummary> {
  const row = await summaries(ctx).where("certificate.id", "=", id).executeTakeFirst()
  if (!row) throw notFound()
  return summaryOf(row, ctx.now)
}

/** One of the actor's mandates with what its key is doing. */
export type KeyRing = {
  readonly mandateId: string
  readonly office: string
  readonly organisationName: string
  /** Key of the error catalogue: why this mandate can have no key now; null where it can. */
  readonly obstacle: string | null
  readonly live: CertificateSummary | null
  /** Expired and revoked ones, the newest first. */
  readonly past: readonly CertificateSummary[]
}

/** The actor's mandates and the certificates under each. */
export async function keyRings(ctx: Ctx): Promise<KeyRing[]> {
  authorize(ctx.actor, "key.enrol")
  const mandates = await ownMandates(ctx)
  const rows = await summaries(ctx).orderBy("certificate.issuedAt", "desc").limit(500).execute()
  const certificates = rows.map((row) => summaryOf(row, ctx.now))
  return mandates.map((mandate) => {
    const own = certificates.filter(({ mandateId }) => mandateId === mandate.id)
    return {
      mandateId: mandate.id,
      office: fullOffice(mandate),
      organisationName: mandate.organisationName,
      obstacle: keyObstacle(mandate, ctx.now),
      live: own.find(({ state }) => state === "live") ?? null,
      past: own.filter(({ state }) => state !== "live"),
    }
  })
}
