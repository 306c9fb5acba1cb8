import { proposalRequest, proposalRequestLimit } from "#app/domain/publishing/proposal-request.ts"
import { submitForProgram } from "#app/domain/publishing/proposal-submission.server.ts"
import { apiPostOnly } from "#app/http/problem.server.ts"
import { tokenActionFor } from "#app/http/token-action.server.ts"
import { paths } from "#app/paths.ts"

/** There is nothing to read here. */
export const loader = apiPostOnly("page.read")

/** Submits a proposal of the token's organisation. The answer leaves after it is stored for good. */
export const action = tokenActionFor(
  "proposal.start",
  { scope: "proposals:write", schema: proposalRequest, limit: proposalRequestLimit },
  async ({ ctx, body, key }) => {
    const created = await submitForProgram(ctx, body, key)
    const url = ctx.settings.appUrl + paths.proposalCase(created.code)
    return Response.json({ ...created, url }, { status: 201, headers: { Location: url, "Cache-Control": "no-store" } })
  },
)
