import { readEvidence } from "#app/domain/organisation/evidence-reading.server.ts"
import { downloadResponse } from "#app/http/download.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"

/** An organisation's own paper of evidence, as a download for its admins. */
export const loader = loaderFor("organisation.readEvidence", async ({ ctx, params }) =>
  downloadResponse(await readEvidence(ctx, params.id ?? "")),
)
