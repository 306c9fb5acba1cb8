import type { Mandate } from "#app/domain/organisation/mandate-queries.server.ts"
import { fullOffice } from "#app/domain/signature/mandate-in-force.server.ts"
import type { LiveCertificate } from "#app/domain/signature/sealing-power.server.ts"

/** Of a mandate, what the signer is shown. */
export const mandateOf = (mandate: Mandate | null) =>
  mandate && {
    office: fullOffice(mandate),
    mandateId: mandate.id,
    holderName: mandate.holderName,
    basisKind: mandate.basisKind,
    basisNumber: mandate.basisNumber,
    basisDate: mandate.basisDate,
    validFrom: mandate.validFrom,
    validUntil: mandate.validUntil,
  }

/** Of a certificate, what the signer is shown: never its key. */
export const certificateOf = (certificate: LiveCertificate | null) =>
  certificate && { serial: certificate.serial, validUntil: certificate.validUntil }
