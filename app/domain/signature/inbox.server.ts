import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { fullOffice, keyObstacle, ownMandatesWithoutKey } from "./mandate-in-force.server.ts"

/** Mandates of the reader that are in force and have no key yet: without one he cannot sign. */
export async function signatureInbox(ctx: Ctx): Promise<InboxEntry[]> {
  if (!ctx.actor) return []
  return (await ownMandatesWithoutKey(ctx))
    .filter((mandate) => keyObstacle(mandate, ctx.now) === null)
    .map((mandate) => ({
      kind: "key.enrol",
      title: fullOffice(mandate),
      values: { organisation: mandate.organisationName },
      ids: { id: mandate.id },
      since: mandate.decidedAt ?? mandate.enteredAt,
    }))
}
