import { workingFile } from "#app/domain/agreement/documents.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pdfResponse, wantedSha256 } from "#app/http/pdf.server.ts"

/** The newest PDF of the locked document for a party; with `?sha256=` any revision the agreement ever had. */
export const loader = loaderFor("agreement.read", async ({ ctx, request, params, url }) => {
  const file = await workingFile(ctx, params.code ?? "", wantedSha256(url))
  return pdfResponse(ctx, request, file, "private, no-store")
})
