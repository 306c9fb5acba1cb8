import { either, inOrganisation, inParty, ownAccount, type Rule } from "../../kernel/rule.ts"

/** The superior whom the sending agency named, as long as he belongs to it. */
const supervisor: Rule<{ supervisorId: string; partyOrganisationIds: readonly string[] }> = (actor, subject) =>
  actor !== null &&
  actor.accountId === subject.supervisorId &&
  actor.memberships.some(({ organisationId }) => subject.partyOrganisationIds.includes(organisationId))

/**
 * The subject is a learner with his certificates: `organisationId` is the host that gives them, `partyOrganisationIds`
 * names the agency that sent him, `accountId` is his own. Which of the host's people see
 * him at all is the queries' part; whether one of them may seal is his mandate's.
 */
export const certificatePolicy = {
  "certificate.read": either(either(ownAccount, supervisor), either(inOrganisation(), inParty("drafter", "approver"))),
  "certificate.prepare": inOrganisation("drafter", "approver"),
  "certificate.seal": inOrganisation(),
  "certificate.revoke": inOrganisation("approver"),
} as const
