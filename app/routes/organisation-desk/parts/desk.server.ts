import type { Ctx } from "#app/domain/kernel/context.ts"
import { getOwnOrganisation, type Organisation } from "#app/domain/organisation/queries.server.ts"
import { authorize } from "#app/domain/policy/table.ts"
import type { Standing } from "./standing.ts"

/** What people of an organisation may do for it while they act for it. */
type DeskAction =
  | "organisation.edit"
  | "membership.invite"
  | "membership.changeRole"
  | "membership.handOver"
  | "mandate.enter"
  | "apiToken.create"

/** One of the reader's organisations and how he stands to it right now. Not found for anybody who does not belong to it. */
export async function openDesk(ctx: Ctx, id: string): Promise<{ organisation: Organisation; standing: Standing }> {
  const organisation = await getOwnOrganisation(ctx, id)
  const actor = ctx.actor
  const role = actor?.memberships.find(({ organisationId }) => organisationId === id)?.role ?? "member"
  const acting = actor?.acting?.organisationId === id
  const { name, strand, status } = organisation
  return {
    organisation,
    standing: {
      organisation: { id, name, strand, status },
      role,
      acting,
      actingFor: acting ? null : (actor?.acting?.organisationName ?? null),
      admin: acting && role === "admin",
    },
  }
}

/**
 * One of the reader's organisations, for an action on it. Asked before a posted form is read: whoever may not act is
 * told so (403), whatever he has typed.
 */
export async function deskFor(ctx: Ctx, id: string, action: DeskAction): Promise<Organisation> {
  const organisation = await getOwnOrganisation(ctx, id)
  authorize(ctx.actor, action, { organisationId: organisation.id })
  return organisation
}
