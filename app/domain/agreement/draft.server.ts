import { createHash } from "node:crypto"
import { z } from "zod"
import { invalid } from "../kernel/errors.ts"
import type { DraftContent } from "./content.ts"
import { agreementLimits } from "./limits.ts"
import { lineField, optionalParagraphField, particularsShape, periodOrder, seenField } from "./schema.ts"
import { canonicalText } from "./text/canonical.server.ts"
import { agreementTextSchema } from "./text/schema.server.ts"

/** What the drafting form hands in, parsed: the content, a note to the other side, and what it was written against. */
export type Draft = {
  readonly content: DraftContent
  readonly note: string
  /** Number of the version that the drafter had before him. */
  readonly base: number
  readonly lockVersion: number
}

const draftSchema = z
  .object({
    title: lineField(agreementLimits.title, 5),
    ...particularsShape,
    note: optionalParagraphField(agreementLimits.note),
    base: z.coerce
      .number({ error: "form" })
      .int({ error: "form" })
      .min(1, { error: "form" })
      .max(2_147_483_647, { error: "form" }),
    lockVersion: seenField,
    clauses: agreementTextSchema.shape.clauses,
  })
  .refine(...periodOrder)

/**
 * Reads a drafting form's fields. Refuses (invalid `form`) with the keys per field; a clause's fields are named
 * `clauses[0].title`, as the page names them.
 */
export function parseDraft(raw: unknown): Draft {
  const parsed = draftSchema.safeParse(raw)
  if (!parsed.success) {
    const fields: Record<string, string[]> = {}
    for (const { path, message } of parsed.error.issues) {
      const name = path
        .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
        .join("")
        .slice(1)
      fields[name] = [...(fields[name] ?? []), message]
    }
    throw invalid("form", { fields })
  }
  const { title, place, signingDate, periodFrom, periodUntil, clauses, note, base, lockVersion } = parsed.data
  return { content: { title, place, signingDate, periodFrom, periodUntil, text: { clauses } }, note, base, lockVersion }
}

/** SHA-256 (hex) over everything a version says, in one spelling: what an approval names. */
export const contentDigest = ({ title, place, signingDate, periodFrom, periodUntil, text }: DraftContent): string =>
  createHash("sha256")
    .update(JSON.stringify({ periodFrom, periodUntil, place, signingDate, text: canonicalText(text), title }), "utf8")
    .digest("hex")

const storedText = z.object({
  clauses: z.array(z.object({ key: z.string(), title: z.string(), body: z.string() })),
})
const storedParticulars = z.object({
  place: z.string(),
  signingDate: z.string().nullable(),
  periodFrom: z.string().nullable(),
  periodUntil: z.string().nullable(),
})

/** The content of a stored version row. Throws where the database holds something else: that is no refusal. */
export const readContent = (row: { title: string; text: string; particulars: string }): DraftContent => ({
  title: row.title,
  ...storedParticulars.parse(JSON.parse(row.particulars)),
  text: storedText.parse(JSON.parse(row.text)),
})

/** The columns of a version row that hold `content`. */
export const contentColumns = (content: DraftContent) => ({
  title: content.title,
  text: canonicalText(content.text),
  particulars: JSON.stringify({
    periodFrom: content.periodFrom,
    periodUntil: content.periodUntil,
    place: content.place,
    signingDate: content.signingDate,
  }),
  sha256: contentDigest(content),
})
