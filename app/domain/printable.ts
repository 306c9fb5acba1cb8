import type { AgreementDocument } from "./agreement/document/document.ts"
import type { CertificateDocument } from "./programme/certificate/document.ts"

/** Every kind of document that the workshop renders. */
export type PrintableDocument = AgreementDocument | CertificateDocument
