import type { Actor } from "../kernel/actor.ts"
import { can } from "../policy/table.ts"
import type { SideRights } from "./task.ts"

/** What the policy lets the reader do for his side; `sign` is known from the mandates and handed in. */
export const rightsOf = (
  actor: Actor | null,
  agreement: { partyOrganisationIds: readonly string[] },
  sign: boolean,
): SideRights => ({
  draft: can(actor, "agreement.draft", agreement),
  approve: can(actor, "agreement.approve", agreement),
  number: can(actor, "agreement.number", agreement),
  lock: can(actor, "agreement.lock", agreement),
  sign,
})
