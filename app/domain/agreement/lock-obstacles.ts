import { missingParticulars, type VersionParticulars } from "./particulars.ts"
import type { Party } from "./parties.ts"

/** Something that must be settled before the text can be locked: a key of the error catalogue, and whose matter it is. */
export type LockObstacle = {
  readonly key:
    | "agreement.partyNotVerified"
    | "agreement.numberMissing"
    | "agreement.placeMissing"
    | "agreement.signingDateMissing"
    | "agreement.periodFromMissing"
    | "agreement.periodUntilMissing"
    | "agreement.mandateMissing"
  readonly region?: string
  readonly organisationId?: string
}

type Case = VersionParticulars & { readonly parties: readonly Party[] }

/** All that still stands between an agreed text and its lock, in the order in which people usually settle it. */
export function lockObstacles(agreement: Case, signatories: ReadonlyMap<string, unknown>): LockObstacle[] {
  const ofParty = (key: LockObstacle["key"], lacking: (party: Party) => boolean): LockObstacle[] =>
    agreement.parties
      .filter(lacking)
      .map((party) => ({ key, region: party.regionName, organisationId: party.organisationId }))
  return [
    ...ofParty("agreement.partyNotVerified", (party) => party.organisationStatus !== "verified"),
    ...missingParticulars(agreement).map((name): LockObstacle => ({ key: `agreement.${name}Missing` })),
    ...ofParty("agreement.numberMissing", (party) => party.number === ""),
    ...ofParty("agreement.mandateMissing", (party) => !signatories.has(party.organisationId)),
  ]
}
