import type { MembershipRole } from "#db/schema.ts"
import type { Actor } from "../kernel/actor.ts"
import { anyone, either, forVerifiedOrganisation, ownAccount, type Rule, signedIn } from "../kernel/rule.ts"

type OfHost = { readonly hostId: string }
type OfSender = { readonly senderId: string }

const workers: readonly MembershipRole[] = ["admin", "drafter", "approver"]

const worksFor = (actor: Actor | null, organisationId: string): boolean =>
  actor?.acting != null && actor.acting.organisationId === organisationId && workers.includes(actor.acting.role)

/** Coordinates learning at the host. */
const hostCoordinator: Rule<OfHost> = (actor, { hostId }) => worksFor(actor, hostId)

/** Coordinates learning at the agency that sends its people. */
const senderCoordinator: Rule<OfSender> = (actor, { senderId }) => worksFor(actor, senderId)

/** Acts for one of the two organisations, in whichever role. */
const inExchange: Rule<OfHost & OfSender> = (actor, { hostId, senderId }) =>
  actor?.acting != null && [hostId, senderId].includes(actor.acting.organisationId)

/** The superior whom the sending agency named, as long as he belongs to it. */
const supervisor: Rule<OfSender & { supervisorId: string }> = (actor, { supervisorId, senderId }) =>
  actor?.accountId === supervisorId && actor.memberships.some(({ organisationId }) => organisationId === senderId)

/** Which rows a person may see is the queries' part; here stands who may do what to them. */
export const programmePolicy = {
  "programme.browse": anyone,
  "programme.start": forVerifiedOrganisation("drafter", "approver"),
  "programme.read": inExchange,
  "programme.edit": hostCoordinator,
  "programme.open": hostCoordinator,
  "programme.complete": hostCoordinator,
  "programme.cancel": hostCoordinator,
  "cohort.plan": hostCoordinator,
  "cohort.open": hostCoordinator,
  "cohort.run": hostCoordinator,
  "cohort.complete": hostCoordinator,
  "cohort.cancel": hostCoordinator,
  "cohort.roster": either(hostCoordinator, senderCoordinator),
  "session.plan": hostCoordinator,
  "session.cancel": hostCoordinator,
  /** Rows decide: those who take part, and the two organisations. */
  "session.calendar": signedIn,
  "attendance.mark": hostCoordinator,
  "attendance.strike": hostCoordinator,
  "attendance.type": ownAccount,
  "learner.nominate": senderCoordinator,
  "learner.withdraw": senderCoordinator,
  "learner.supervise": senderCoordinator,
  "learner.readNumber": senderCoordinator,
  "learner.confirm": hostCoordinator,
  "learner.decline": hostCoordinator,
  "learner.complete": hostCoordinator,
  "learner.read": either(either(hostCoordinator, senderCoordinator), either(ownAccount, supervisor)),
  "plan.write": ownAccount,
  "plan.decide": supervisor,
  "learning.own": signedIn,
} as const
