import { certificateFile } from "#app/domain/programme/certificate/files.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pdfResponse, wantedSha256 } from "#app/http/pdf.server.ts"

/** The newest PDF of a learner's certificate; with `?sha256=` any file of his that the reader may have. */
export const loader = loaderFor("certificate.read", async ({ ctx, request, params, url }) => {
  const file = await certificateFile(ctx, params.id ?? "", wantedSha256(url))
  return pdfResponse(ctx, request, file, "private, no-store")
})
