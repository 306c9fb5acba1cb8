import type { Ctx } from "#app/domain/kernel/context.ts"
import { getOwnOrganisation, type Organisation } from "#app/domain/organisation/queries.server.ts"
import type { Standing } from "./standing.ts"

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
