import type { Db } from "#db/connection.ts"
import type { Trx } from "#db/transaction.ts"
import type { AnswerDraft, PointPart } from "./content.ts"
import { pointParts } from "./content.ts"

/** One point of a request for revision, with its answer where one was submitted. */
export type Point = {
  readonly id: string
  readonly versionNumber: number
  readonly ordinal: number
  readonly part: PointPart
  readonly text: string
  readonly createdAt: string
  readonly answer: string
  readonly answeredAt: string | null
}

/** Every point that was ever raised, by version and in its order. */
export async function pointsOf(db: Db | Trx, proposalId: string): Promise<Point[]> {
  const rows = await db
    .selectFrom("proposalPoint")
    .select(["id", "versionNumber", "ordinal", "part", "text", "createdAt", "answer", "answeredAt"])
    .where("proposalId", "=", proposalId)
    .orderBy("versionNumber")
    .orderBy("ordinal")
    .execute()
  return rows.map((row) => ({ ...row, part: pointParts.find((part) => part === row.part) ?? "other" }))
}

/** The points that the next submission has to answer: those on the newest version. */
export const openPoints = (points: readonly Point[], versionNumber: number): Point[] =>
  points.filter((point) => point.versionNumber === versionNumber && point.answeredAt === null)

/** Shortest answer to a point. */
const shortest = 3

/** What the answers still miss, by field of the drafting form (`answers[0].text`), as message keys. */
export function answerFaults(points: readonly Point[], answers: readonly AnswerDraft[]): Record<string, string[]> {
  const faults: Record<string, string[]> = {}
  for (const [index, { id }] of points.entries()) {
    const text = answers.find(({ key }) => key === id)?.text.trim() ?? ""
    if (text.length < shortest) faults[`answers[${index}].text`] = [text === "" ? "field.required" : "field.tooShort"]
  }
  return faults
}
