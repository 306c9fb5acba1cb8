import { isId } from "#app/domain/kernel/ids.ts"
import type { WhichInvitation } from "#app/domain/organisation/invitation-state.server.ts"

/** What stands in the address of an invitation: the secret of the mailed link, or the id that the inbox links to. */
export const whichInvitation = (token: string): WhichInvitation => (isId(token) ? { id: token } : token)
