import { publicFile } from "#app/domain/agreement/documents.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pdfResponse, wantedSha256 } from "#app/http/pdf.server.ts"

/** The sealed PDF of a public agreement; with `?sha256=` exactly that file, which may then be kept for ever. */
export const loader = loaderFor("agreement.browse", async ({ ctx, request, params, url }) => {
  const sha256 = wantedSha256(url)
  const file = await publicFile(ctx, params.code ?? "", sha256)
  return pdfResponse(ctx, request, file, sha256 ? "public, max-age=31536000, immutable" : "public, no-cache")
})
