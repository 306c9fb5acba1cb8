import { getPublicAgreement } from "#app/domain/agreement/register.server.ts"
import { apiGetOnly, apiLoaderFor } from "#app/http/problem.server.ts"
import { agreementResource, openDataHeaders } from "./parts/agreement-resource.server.ts"

/** One public agreement with its text, clause by clause in its Markdown subset. */
export const loader = apiLoaderFor("agreement.browse", async ({ ctx, params }) => {
  const { document, seals, milestones: _, ...entry } = await getPublicAgreement(ctx, params.code ?? "")
  const file = { sha256: document.newest.sha256, size: document.newest.size, verifyCode: document.verifyCode }
  const resource = agreementResource(ctx.settings.appUrl, entry, file, seals)
  return Response.json({ ...resource, clauses: document.input.clauses }, { headers: openDataHeaders() })
})

export const action = apiGetOnly("agreement.browse")
