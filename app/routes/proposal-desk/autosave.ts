import { countTry } from "#app/domain/identity/rate-limit.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { draftForm } from "#app/domain/proposal/schema.ts"
import { parseForm } from "#app/http/form.server.ts"
import { answer, jsonActionFor, jsonPostOnly } from "#app/http/json-action.server.ts"
import { caseFor } from "./parts/case-head.server.ts"

export const loader = jsonPostOnly("proposal.draft")

/** Saves the drafting form as it stands, for the page's script. 409 where somebody else saved meanwhile. */
export const action = jsonActionFor("proposal.draft", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.draft")
  await countTry(ctx, "draftSave.account", ctx.actor?.accountId ?? "")
  const outcome = await saveProposal(ctx, head.code, parseForm(form, draftForm))
  return "saved" in outcome ? answer(outcome) : answer({ code: "stale" }, 409)
})
