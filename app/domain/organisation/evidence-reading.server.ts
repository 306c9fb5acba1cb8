import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { readPaper, type StoredPaper } from "./evidence.server.ts"
import { examineOrganisation, getOwnOrganisation } from "./queries.server.ts"

/** The evidence of one of the actor's own organisations, for its admins. */
export async function readEvidence(ctx: Ctx, id: string): Promise<StoredPaper> {
  const { evidenceFileId } = await getOwnOrganisation(ctx, id)
  authorize(ctx.actor, "organisation.readEvidence", { organisationId: id })
  return readPaper(ctx, evidenceFileId)
}

/** The evidence of an organisation that the secretariat examines. */
export async function examineEvidence(ctx: Ctx, id: string): Promise<StoredPaper> {
  const { evidenceFileId } = await examineOrganisation(ctx, id)
  return readPaper(ctx, evidenceFileId)
}
