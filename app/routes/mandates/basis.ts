import { readMandateBasis } from "#app/domain/organisation/mandate-queries.server.ts"
import { downloadResponse } from "#app/http/download.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"

/** The paper that a mandate rests on, as a download. */
export const loader = loaderFor("mandate.readBasis", async ({ ctx, params }) =>
  downloadResponse(await readMandateBasis(ctx, params.id ?? "")),
)
