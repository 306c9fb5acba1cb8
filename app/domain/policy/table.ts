import { agreementPolicy } from "../agreement/policy.ts"
import { identityPolicy } from "../identity/policy.ts"
import { initiativePolicy } from "../initiative/policy.ts"
import type { Actor, TokenScope } from "../kernel/actor.ts"
import { forbidden } from "../kernel/errors.ts"
import type { Rule } from "../kernel/rule.ts"
import { networkPolicy } from "../network/policy.ts"
import { organisationPolicy } from "../organisation/policy.ts"
import { certificatePolicy } from "../programme/certificate/policy.ts"
import { programmePolicy } from "../programme/policy.ts"
import { proposalPolicy } from "../proposal/policy.ts"
import { searchPolicy } from "../search/policy.ts"
import { signaturePolicy } from "../signature/policy.ts"

/** Every action of the product and who may take it. Nothing is allowed that has no row here. */
export const policy = {
  ...identityPolicy,
  ...organisationPolicy,
  ...agreementPolicy,
  ...signaturePolicy,
  ...proposalPolicy,
  ...initiativePolicy,
  ...programmePolicy,
  ...certificatePolicy,
  ...searchPolicy,
  ...networkPolicy,
}

export type Action = keyof typeof policy
type SubjectOf<A extends Action> = Parameters<(typeof policy)[A]>[1]
type SubjectArgument<A extends Action> = unknown extends SubjectOf<A> ? [subject?: unknown] : [subject: SubjectOf<A>]

/** All that a token of each scope may ever be used for. What needs a person, signing above all, is in none of them. */
export const actionsOfScope: Readonly<Record<TokenScope, readonly Action[]>> = {
  "proposals:write": ["proposal.start", "proposal.draft", "proposal.submit"],
}

/** Whether `actor` may take `action` on `subject`. */
export function can<A extends Action>(actor: Actor | null, action: A, ...[subject]: SubjectArgument<A>): boolean {
  if (actor?.scopes && !actor.scopes.some((scope) => actionsOfScope[scope].includes(action))) return false
  return (policy[action] as Rule)(actor, subject)
}

/** Refuses (`forbidden`) unless `actor` may take `action` on `subject`; a visitor is told to sign in. */
export function authorize<A extends Action>(actor: Actor | null, action: A, ...subject: SubjectArgument<A>): void {
  if (!can(actor, action, ...subject)) throw forbidden(actor ? "forbidden" : "signInFirst", { action })
}
