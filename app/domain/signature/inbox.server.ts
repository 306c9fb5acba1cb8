import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { fullOffice, keyObstacle, ownMandates } from "./mandate-in-force.server.ts"
import { visibleCertificates } from "./queries.server.ts"

/** Mandates of the reader that are in force and have no key yet: without one he cannot sign. */
export async function signatureInbox(ctx: Ctx): Promise<InboxEntry[]> {
  if (!ctx.actor) return []
  const usable = (await ownMandates(ctx)).filter((mandate) => keyObstacle(mandate, ctx.now) === null)
  if (usable.length === 0) return []
  const live = await visibleCertificates(ctx)
    .select("certificate.mandateId")
    .where("certificate.revokedAt", "is", null)
    .where("certificate.validUntil", ">", ctx.now)
    .execute()
  const keyed = new Set(live.map(({ mandateId }) => mandateId))
  return usable
    .filter(({ id }) => !keyed.has(id))
    .map((mandate) => ({
      kind: "key.enrol",
      title: fullOffice(mandate),
      values: { organisation: mandate.organisationName },
      ids: { id: mandate.id },
      since: mandate.decidedAt ?? mandate.enteredAt,
    }))
}
