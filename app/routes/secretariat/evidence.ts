import { examineEvidence } from "#app/domain/organisation/evidence-reading.server.ts"
import { downloadResponse } from "#app/http/download.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"

/** The paper that an organisation handed in, as a download for the secretariat. */
export const loader = loaderFor("organisation.examine", async ({ ctx, params }) =>
  downloadResponse(await examineEvidence(ctx, params.id ?? "")),
)
