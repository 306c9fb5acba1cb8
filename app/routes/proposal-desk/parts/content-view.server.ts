import { bodyHtml } from "#app/domain/agreement/text/html.ts"
import { readBody } from "#app/domain/agreement/text/tokens.ts"
import { readAmount } from "#app/domain/proposal/amount.ts"
import type { DraftContent, ProposalContent } from "#app/domain/proposal/content.ts"
import type { ContentView } from "./content-view.tsx"

/** What a submitted proposal shows of its text. */
export const submittedView = (content: ProposalContent): ContentView => ({
  summary: content.summary,
  planHtml: bodyHtml(readBody(content.plan)),
  periodFrom: content.periodFrom,
  periodUntil: content.periodUntil,
  contributions: content.contributions,
})

/** What a draft shows of its text; what cannot be read as an amount yet is left open. */
export const draftView = (draft: DraftContent): ContentView => ({
  summary: draft.summary,
  planHtml: draft.plan.trim() === "" ? "" : bodyHtml(readBody(draft.plan)),
  periodFrom: draft.periodFrom,
  periodUntil: draft.periodUntil,
  contributions: draft.contributions.map(({ key, kind, description, valued, amount }) => ({
    ...{ key, kind, description },
    amount: valued === "valued" ? readAmount(amount) : null,
  })),
})
