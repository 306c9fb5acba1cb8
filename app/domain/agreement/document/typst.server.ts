import { documentTypst } from "#content/agreements/kesepakatan-bersama/document.typ.ts"
import type { AgreementDocument, RenderedAgreement } from "./document.ts"
import { typesetData, unprintableInDocument } from "./typeset-data.ts"
import { typesetPdf } from "./typesetter.server.ts"

/** Renders an agreement as `typesetPdf` does; the creation date comes from `createdAt`. For a worker thread. */
export function renderAgreement(document: AgreementDocument): RenderedAgreement {
  const { createdAt } = document
  return {
    ...typesetPdf({ layout: documentTypst, data: () => typesetData(document), createdAt }),
    unprintable: unprintableInDocument(document),
  }
}
