import { z } from "zod"
import { type DraftContent, type ProposalContent, valuations } from "./content.ts"
import { contributionKinds } from "./kinds.ts"
import { amountFault, submissionSchema } from "./schema.ts"

const storedDraft = z.object({
  title: z.string(),
  summary: z.string(),
  plan: z.string(),
  periodFrom: z.string(),
  periodUntil: z.string(),
  contributions: z.array(
    z.object({
      key: z.string(),
      kind: z.enum([...contributionKinds, ""]),
      description: z.string(),
      valued: z.enum([...valuations, ""]),
      amount: z.string(),
    }),
  ),
  answers: z.array(z.object({ key: z.string(), text: z.string() })),
})

/** A draft as it is stored. Throws where the database holds something else: that is no refusal. */
export const readDraft = (json: string): DraftContent => storedDraft.parse(JSON.parse(json))

/** The one spelling in which a draft is stored. */
export const writeDraft = ({ title, summary, plan, periodFrom, periodUntil, ...rows }: DraftContent): string =>
  JSON.stringify({
    ...{ title, summary, plan, periodFrom, periodUntil },
    contributions: rows.contributions.map(({ key, kind, description, valued, amount }) => ({
      ...{ key, kind, description, valued, amount },
    })),
    answers: rows.answers.map(({ key, text }) => ({ key, text })),
  })

export type Faults = Readonly<Record<string, readonly string[]>>

/**
 * A draft read strictly: the content that can be submitted, or what is missing by field
 * (`contributions[0].amount`), as message keys.
 */
export function completeDraft(draft: DraftContent): { content: ProposalContent } | { faults: Faults } {
  const parsed = submissionSchema.safeParse(draft)
  const faults: Record<string, string[]> = {}
  const note = (name: string, key: string) => {
    faults[name] = [...new Set([...(faults[name] ?? []), key])]
  }
  for (const { path, message } of parsed.error?.issues ?? [])
    note(
      path
        .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
        .join("")
        .slice(1),
      message,
    )
  for (const [index, row] of draft.contributions.entries()) {
    const fault = amountFault(row)
    if (fault) note(`contributions[${index}].amount`, fault)
  }
  return parsed.success && Object.keys(faults).length === 0 ? { content: parsed.data } : { faults }
}
