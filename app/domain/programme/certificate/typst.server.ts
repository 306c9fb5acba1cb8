import { learningTypst } from "#content/certificates/learning.typ.ts"
import { typesetPdf } from "../../agreement/document/typesetter.server.ts"
import type { CertificateDocument } from "./document.ts"
import { certificateData } from "./typeset-data.ts"

/** Renders a certificate as `typesetPdf` does; the creation date comes from `createdAt`. For a worker thread. */
export const renderCertificate = (document: CertificateDocument) =>
  typesetPdf({ layout: learningTypst, data: () => certificateData(document), createdAt: document.createdAt })
