import { agreementRegister } from "./agreement/document-register.server.ts"
import type { Ctx } from "./kernel/context.ts"
import { certificateRegister } from "./programme/certificate/document-register.server.ts"

/** The product's registers of sealed documents, handed to every context. */
export const registers: Ctx["registers"] = [agreementRegister, certificateRegister]
