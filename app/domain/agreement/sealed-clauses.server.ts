import type { Db } from "#db/connection.ts"
import { readContent } from "./draft.server.ts"
import { articleNumbers } from "./text/clause.ts"

/** A clause of the sealed text, with the number of its article. */
export type SealedClause = { readonly key: string; readonly title: string; readonly article: number }

/** The articles of the version that an agreement was sealed in; empty where it has no sealed text. */
export const sealedClauses = async (db: Db, agreementId: string): Promise<SealedClause[]> =>
  (await sealedClausesByAgreement(db, [agreementId])).get(agreementId) ?? []

/** The articles of several agreements, by id; one without a sealed text is not among them. One query. */
export async function sealedClausesByAgreement(
  db: Db,
  agreementIds: readonly string[],
): Promise<ReadonlyMap<string, SealedClause[]>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom("agreementVersion as version")
    .innerJoin("agreementDocument as document", (join) =>
      join
        .onRef("document.agreementId", "=", "version.agreementId")
        .onRef("document.versionNumber", "=", "version.number"),
    )
    .select(["version.agreementId", "version.title", "version.text", "version.particulars"])
    .where("version.agreementId", "in", agreementIds)
    .where("document.voidedAt", "is", null)
    .execute()
  return new Map(rows.map((row) => [row.agreementId, articlesOf(row)]))
}

function articlesOf(row: { title: string; text: string; particulars: string }): SealedClause[] {
  const { clauses } = readContent(row).text
  const numbers = articleNumbers(clauses)
  return clauses.flatMap(({ key, title }, index) => {
    const article = numbers[index] ?? null
    return article === null ? [] : [{ key, title, article }]
  })
}
