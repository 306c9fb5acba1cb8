import type { MembershipRole } from "#db/schema.ts"
import type { Actor } from "./actor.ts"

/** A named predicate over who asks and what for. Pure: it knows nothing of states or rows it is not handed. */
export type Rule<Subject = unknown> = (actor: Actor | null, subject: Subject) => boolean

/** Everybody, signed in or not. The only rule that lets a visitor through. */
export const anyone: Rule = () => true

export const signedIn: Rule = (actor) => actor !== null

/** Signed in with an e-mail address that has been proved. */
export const provedPerson: Rule = (actor) => actor?.emailVerified === true

export const secretariat: Rule = (actor) => actor?.secretariat === true

/** The account that the subject belongs to. */
export const ownAccount: Rule<{ accountId: string }> = (actor, subject) => actor?.accountId === subject.accountId

/** Acts for the subject's organisation in one of `roles` (none named: in any). An admin may all that a role may. */
export const inOrganisation =
  (...roles: MembershipRole[]): Rule<{ organisationId: string }> =>
  (actor, subject) =>
    actor?.acting?.organisationId === subject.organisationId && holds(actor, roles)

/** Acts for one of the organisations that are party to the subject, in one of `roles`. */
export const inParty =
  (...roles: MembershipRole[]): Rule<{ partyOrganisationIds: readonly string[] }> =>
  (actor, subject) =>
    actor?.acting != null && subject.partyOrganisationIds.includes(actor.acting.organisationId) && holds(actor, roles)

/** Acts for a verified organisation in one of `roles`, whatever the subject. */
export const forVerifiedOrganisation =
  (...roles: MembershipRole[]): Rule =>
  (actor) =>
    actor?.acting?.organisationVerified === true && holds(actor, roles)

const holds = (actor: Actor, roles: readonly MembershipRole[]): boolean =>
  roles.length === 0 || actor.acting?.role === "admin" || roles.some((role) => role === actor.acting?.role)

export const either =
  <A, B>(a: Rule<A>, b: Rule<B>): Rule<A & B> =>
  (actor, subject) =>
    a(actor, subject) || b(actor, subject)

export const both =
  <A, B>(a: Rule<A>, b: Rule<B>): Rule<A & B> =>
  (actor, subject) =>
    a(actor, subject) && b(actor, subject)

export const not =
  <A>(a: Rule<A>): Rule<A> =>
  (actor, subject) =>
    !a(actor, subject)
