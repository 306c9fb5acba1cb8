import type { Reactions } from "./kernel/reactions.ts"
import { revokeCertificatesOfMandate } from "./signature/revocation.server.ts"

/** The product's reactions, handed to every context. */
export const reactions: Reactions = { mandateEnded: revokeCertificatesOfMandate }
