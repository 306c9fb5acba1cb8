import type { RegisteredAgreement } from "./agreement/document-register.server.ts"
import type { CheckedAgreement } from "./agreement/lookup.server.ts"
import type { CheckedCertificate } from "./programme/certificate/code.server.ts"
import type { RegisteredCertificate } from "./programme/certificate/document-register.server.ts"

/** What a register tells whoever has a file, by kind of document. */
export type RegisteredFacts = RegisteredAgreement | RegisteredCertificate

/** What a register tells whoever has a code, by kind of document. */
export type CheckedDocument = CheckedAgreement | CheckedCertificate
