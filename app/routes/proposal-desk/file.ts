import { readFile } from "#app/domain/proposal/attachments.server.ts"
import { downloadResponse } from "#app/http/download.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"

/** A paper of a proposal, for those who may read the proposal. */
export const loader = loaderFor("proposal.read", async ({ ctx, params }) =>
  downloadResponse(await readFile(ctx, params.code ?? "", params.fileId ?? "")),
)
