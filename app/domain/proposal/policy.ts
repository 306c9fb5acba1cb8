import type { MembershipRole } from "#db/schema.ts"
import type { Actor } from "../kernel/actor.ts"
import { anyone, both, either, forVerifiedOrganisation, inOrganisation, type Rule, signedIn } from "../kernel/rule.ts"

type OfProposer = { readonly organisationId: string }
type OfRecipient = { readonly recipientId: string }
type OfCoauthors = { readonly coauthorIds: readonly string[] }
type OfInvited = { readonly invitedIds: readonly string[] }

const actsFor = (actor: Actor | null, organisationIds: readonly string[], roles: readonly MembershipRole[]): boolean =>
  actor?.acting != null &&
  organisationIds.includes(actor.acting.organisationId) &&
  (actor.acting.role === "admin" || roles.includes(actor.acting.role))

/** Acts for an organisation that has accepted to contribute and to write along. */
const asCoauthor =
  (...roles: MembershipRole[]): Rule<OfCoauthors> =>
  (actor, { coauthorIds }) =>
    actsFor(actor, coauthorIds, roles)

/** Acts for an organisation whose invitation waits for its answer. */
const asInvited =
  (...roles: MembershipRole[]): Rule<OfInvited> =>
  (actor, { invitedIds }) =>
    actsFor(actor, invitedIds, roles)

/** Acts for the region that is asked. */
const asRecipient =
  (...roles: MembershipRole[]): Rule<OfRecipient> =>
  (actor, { recipientId }) =>
    actsFor(actor, [recipientId], roles)

/** Belongs to none of the organisations whose proposal this is, for whichever he acts right now. */
export const independentReviewer: Rule<OfProposer & OfCoauthors> = (actor, { organisationId, coauthorIds }) =>
  actor !== null &&
  !actor.memberships.some((own) => own.organisationId === organisationId || coauthorIds.includes(own.organisationId))

const verified = forVerifiedOrganisation()
const byProposer = both(inOrganisation("drafter", "approver"), verified)
const byAuthor = both(either(inOrganisation("drafter", "approver"), asCoauthor("drafter", "approver")), verified)

/** Which rows a person may see is the queries' part (`visibleNeeds`, `visibleProposals`). */
export const proposalPolicy = {
  "need.browse": anyone,
  "need.start": forVerifiedOrganisation("drafter", "approver"),
  "need.read": inOrganisation(),
  "need.edit": both(inOrganisation("drafter", "approver"), verified),
  "need.publish": both(inOrganisation("approver"), verified),
  "need.close": both(inOrganisation("approver"), verified),
  "need.reopen": both(inOrganisation("approver"), verified),
  "need.discard": inOrganisation("drafter", "approver"),
  "proposal.list": signedIn,
  "proposal.start": forVerifiedOrganisation("drafter", "approver"),
  "proposal.read": either(
    either(inOrganisation(), asCoauthor("drafter", "approver")),
    asRecipient("drafter", "approver"),
  ),
  "proposal.draft": byAuthor,
  "proposal.attach": byAuthor,
  "proposal.invite": byProposer,
  "proposal.submit": byProposer,
  "proposal.withdraw": inOrganisation("drafter", "approver"),
  "proposal.answerInvitation": asInvited("drafter", "approver"),
  "proposal.leave": asCoauthor("drafter", "approver"),
  /** The page on which an organisation accepts, declines or leaves. */
  "proposal.partner": either(asInvited("drafter", "approver"), asCoauthor("drafter", "approver")),
  "proposal.review": both(both(asRecipient("drafter", "approver"), independentReviewer), verified),
  "proposal.decide": both(both(asRecipient("approver"), independentReviewer), verified),
} as const
