import { invalid } from "#app/domain/kernel/errors.ts"
import { contractReport, verificationLimit, verifyFile } from "#app/domain/signature/file-check.server.ts"
import { fileOf, uploadLimit } from "#app/http/body.server.ts"
import { BodyRefusal } from "#app/http/body-refusal.ts"
import { apiActionFor, apiPostOnly } from "#app/http/problem.server.ts"

/** There is nothing to read here. */
export const loader = apiPostOnly("document.verify")

/** The verification report on the PDF in the multipart field `file`. */
export const action = apiActionFor(
  "document.verify",
  async ({ ctx, request, form }) => {
    if (!/^multipart\/form-data\b/i.test(request.headers.get("Content-Type") ?? "")) throw new BodyRefusal(415)
    const file = await fileOf(form, "file")
    if (!file) throw invalid("form", { fields: { file: ["field.fileRequired"] } })
    if (file.bytes.byteLength > verificationLimit) throw new BodyRefusal(413)
    const report = contractReport(await verifyFile(ctx, file.bytes))
    return Response.json(report, { headers: { "Cache-Control": "no-store" } })
  },
  { limit: uploadLimit },
)
