import type { MembershipRole } from "#db/schema.ts"
import {
  anyone,
  both,
  either,
  forVerifiedOrganisation,
  inOrganisation,
  inParty,
  not,
  type Rule,
} from "../kernel/rule.ts"

/** `organisationId` is the lead's; `partnerIds` are the organisations that take part now, the lead among them. */
type OfPartners = { readonly partnerIds: readonly string[] }
type OfUpdate = { readonly updateOrganisationId: string }

/** Acts for an organisation that takes part now. */
const asPartner =
  (...roles: MembershipRole[]): Rule<OfPartners> =>
  (actor, { partnerIds }) =>
    inParty(...roles)(actor, { partyOrganisationIds: partnerIds })

/** Acts for the organisation that posted the update, whether or not it still takes part. */
const postedIt =
  (...roles: MembershipRole[]): Rule<OfUpdate> =>
  (actor, { updateOrganisationId }) =>
    inParty(...roles)(actor, { partyOrganisationIds: [updateOrganisationId] })

const verified = forVerifiedOrganisation()
const byLead = both(inOrganisation("drafter", "approver"), verified)
const decidedByLead = both(inOrganisation("approver"), verified)

/** Which rows a person may see is the queries' part (`visibleInitiatives`); here stands who may do what to them. */
export const initiativePolicy = {
  "initiative.browse": anyone,
  /** Making one; that his organisation governs a region is for the use case to find out. */
  "initiative.start": forVerifiedOrganisation("drafter", "approver"),
  "initiative.read": either(inOrganisation(), asPartner()),
  "initiative.edit": byLead,
  /** From prepared to running. */
  "initiative.begin": byLead,
  "initiative.publish": decidedByLead,
  "initiative.complete": decidedByLead,
  "initiative.stop": decidedByLead,
  "initiative.sequel": byLead,
  "initiative.partner": byLead,
  "initiative.leave": both(asPartner("drafter", "approver"), not(inOrganisation())),
  "initiative.milestone": byLead,
  "initiative.outcome": byLead,
  "initiative.report": both(asPartner("drafter", "approver"), verified),
  "initiative.withdrawUpdate": either(postedIt("drafter", "approver"), byLead),
} as const
