import type { SealedFile } from "#app/domain/agreement/documents.server.ts"
import type { RegisterEntry } from "#app/domain/agreement/register.server.ts"
import type { Seal } from "#app/domain/agreement/seals.server.ts"
import { paths } from "#app/paths.ts"

/** One agreement as the API tells of it. Names are promised; adding is free. */
export function agreementResource(
  appUrl: string,
  entry: RegisterEntry,
  file: SealedFile | undefined,
  seals: readonly Seal[],
) {
  const regionOf = new Map(entry.parties.map((party) => [party.id, party.regionName]))
  return {
    code: entry.code,
    title: entry.title,
    kind: "kesepakatan_bersama" as const,
    state: entry.status,
    demo: entry.demo,
    parties: entry.parties.map((party) => ({
      ordinal: party.ordinal,
      organisation: party.organisationName,
      region: { code: party.regionCode, name: party.regionName },
      number: party.number,
      numberedOn: party.numberedOn,
    })),
    period: { from: entry.periodFrom, until: entry.periodUntil },
    signedOn: entry.signingDate,
    place: entry.place,
    inForceAt: entry.inForceAt,
    pageUrl: `${appUrl}${paths.agreement(entry.code)}`,
    pdfUrl: `${appUrl}${paths.agreementPdf(entry.code)}`,
    sha256: file?.sha256 ?? null,
    verifyUrl: file ? `${appUrl}${paths.verifyCode(file.verifyCode)}` : null,
    signatures: seals
      .filter((seal) => seal.agreementId === entry.id)
      .map((seal) => ({
        signer: seal.signerName,
        office: seal.office,
        party: regionOf.get(seal.partyId) ?? null,
        signedAt: seal.signedAt,
        provider: seal.provider,
      })),
  }
}

/** Open data: any site may read it, and the page cache may keep it under the parameters that it understands. */
export const openDataHeaders = (parameters: readonly string[] = []): Headers =>
  new Headers({
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Simpul-Cache": parameters.length > 0 ? `public;query=${parameters.join(" ")}` : "public",
  })
