import type { MembershipRole, Strand } from "#db/schema.ts"
import { hashSecret } from "../identity/secret.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"

/** The secret of a mailed link, or the id of an invitation that the reader found in his inbox. */
export type WhichInvitation = string | { readonly id: string }

/** Whether the reader may accept an invitation, or why not. */
export type InvitationState = "open" | "otherAddress" | "unproved" | "used" | "revoked" | "expired"

export type ReceivedInvitation = {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly strand: Strand
  readonly inviterName: string
  readonly role: MembershipRole
  readonly expiresAt: string
  readonly state: InvitationState
}

/**
 * An invitation as its reader sees it. By secret it may be anybody's, and `state` says so; by id it is not found unless
 * it is addressed to the reader.
 */
export async function findInvitation(ctx: Ctx, which: WhichInvitation): Promise<ReceivedInvitation> {
  const actor = ctx.actor
  if (!actor || (typeof which !== "string" && !isId(which.id))) throw notFound()
  const row = await ctx.db
    .selectFrom("invitation")
    .innerJoin("organisation", "organisation.id", "invitation.organisationId")
    .innerJoin("account", "account.id", "invitation.invitedBy")
    .select(["invitation.id", "invitation.organisationId", "invitation.email", "invitation.role"])
    .select(["invitation.acceptedAt", "invitation.revokedAt", "invitation.expiresAt"])
    .select(["organisation.name as organisationName", "organisation.strand", "account.name as inviterName"])
    .$call((query) =>
      typeof which === "string"
        ? query.where("invitation.tokenHash", "=", hashSecret(which))
        : query.where("invitation.id", "=", which.id).where("invitation.email", "=", actor.email),
    )
    .executeTakeFirst()
  if (!row) throw notFound("token.unknown")
  const { email, acceptedAt, revokedAt, ...invitation } = row
  const state = (): InvitationState => {
    if (email !== actor.email) return "otherAddress"
    if (acceptedAt !== null) return "used"
    if (revokedAt !== null) return "revoked"
    if (invitation.expiresAt <= ctx.now) return "expired"
    return actor.emailVerified ? "open" : "unproved"
  }
  return { ...invitation, state: state() }
}

/** Refuses (conflict, with the reason) an invitation that the reader may not accept. */
export function refuseInvitation({ state }: ReceivedInvitation): void {
  if (state !== "open") throw conflict(`invitation.${state}`)
}
