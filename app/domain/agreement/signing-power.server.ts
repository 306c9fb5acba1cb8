import type { Ctx } from "../kernel/context.ts"
import { requirePower, type SigningPower, sealingPower } from "../signature/sealing-power.server.ts"
import type { Agreement } from "./queries.server.ts"
import type { SealingState } from "./sealing-state.server.ts"

/**
 * Looks for the mandate with which the actor may sign this document for his side. A Kesepakatan Bersama is signed by
 * the head of region alone (Permendagri 22/2020 as practised; a delegate is refused), under a mandate that is verified,
 * in force and covers the instrument, by the very person and office whose name is printed in the document.
 */
export async function signingPower(ctx: Ctx, agreement: Agreement, document: SealingState): Promise<SigningPower> {
  const printed = document.input.parties.find(({ ordinal }) => ordinal === agreement.own?.ordinal)
  return sealingPower(ctx, {
    organisationId: agreement.own?.organisationId ?? "",
    instrument: agreement.kind,
    holder: printed?.holder ?? "",
    office: [printed?.standIn, printed?.office].filter(Boolean).join(" "),
    otherwise: "signing.notPrinted",
  })
}

/** The same, but refuses (conflict, saying why) where the actor cannot sign. */
export async function requireSigningPower(ctx: Ctx, agreement: Agreement, document: SealingState) {
  return requirePower(await signingPower(ctx, agreement, document))
}
