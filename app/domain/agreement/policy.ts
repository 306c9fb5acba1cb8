import { anyone, forVerifiedOrganisation, inParty } from "../kernel/rule.ts"

/** Which rows a person may see is the queries' part (`visibleAgreements`); here stands who may do what to them. */
export const agreementPolicy = {
  "agreement.browse": anyone,
  "agreement.start": forVerifiedOrganisation("drafter", "approver"),
  "agreement.read": inParty(),
  "agreement.draft": inParty("drafter", "approver"),
  "agreement.propose": inParty("drafter", "approver"),
  "agreement.approve": inParty("approver"),
  "agreement.number": inParty("drafter", "approver"),
  "agreement.lock": inParty("approver"),
  "agreement.void": inParty("approver"),
  "agreement.withdraw": inParty("approver", "drafter"),
  "agreement.cancel": inParty("approver"),
  "agreement.sign": inParty(),
  "agreement.decline": inParty(),
} as const
