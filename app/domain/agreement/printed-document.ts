import type { StandIn as StoredStandIn } from "#db/schema.ts"
import type { DraftContent } from "./content.ts"
import type { AgreementDocument, DocumentParty, StandIn } from "./document/document.ts"
import { type Party, partyLabels } from "./parties.ts"

type PrintedSignatory = {
  readonly holderName: string
  readonly office: string
  readonly standIn: StoredStandIn | null
}

const standInWords: Readonly<Record<StoredStandIn, StandIn>> = {
  plt: "Plt.",
  plh: "Plh.",
  an: "a.n.",
  ub: "u.b.",
}

/** What the print says beside the text; a preview leaves the codes empty. */
export type PrintFacts = {
  readonly verifyCode: string
  readonly verifyUrl: string
  readonly demo: boolean
  readonly createdAt: string
}

/**
 * A version as it is printed or previewed, with the sides' numbers and those who will sign. What is not known yet
 * becomes a line to fill in.
 */
export function printedDocument(
  agreement: { readonly code: string; readonly parties: readonly Party[] },
  content: DraftContent,
  signatories: ReadonlyMap<string, PrintedSignatory>,
  facts: PrintFacts,
): AgreementDocument {
  return {
    kind: "kesepakatan-bersama",
    title: content.title,
    code: agreement.code,
    language: "id",
    parties: agreement.parties.map((party) => printedParty(party, signatories.get(party.organisationId))),
    place: content.place || null,
    date: content.signingDate,
    clauses: content.text.clauses,
    ...facts,
  }
}

const printedParty = (party: Party, signatory: PrintedSignatory | undefined): DocumentParty => ({
  ordinal: party.ordinal,
  label: partyLabels[party.ordinal],
  regionName: party.regionName,
  office: signatory?.office ?? "",
  holder: signatory?.holderName ?? "",
  standIn: signatory?.standIn ? standInWords[signatory.standIn] : null,
  address: party.address,
  number: party.number,
})
