import { sql } from "kysely"
import type { Db } from "#db/connection.ts"
import type { Trx } from "#db/transaction.ts"
import { plainToken } from "../language/terms.ts"
import { distance, isGuessable, lookupsOf, variantsOf } from "./variants.ts"

const chunk = 400

/**
 * Adds and takes off one entry from the count of each token. Words that no entry has any more are forgotten at once:
 * the vocabulary tells nothing of what has ceased to be public.
 */
export async function countWords(trx: Trx, changes: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...changes]
    .filter(([, change]) => change !== 0)
    .map(([word, documents]) => ({ word, documents }))
    .sort((a, b) => (a.word < b.word ? -1 : 1))
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk)
    const counted = await trx
      .insertInto("searchWord")
      .values(part)
      .onConflict((known) =>
        known.column("word").doUpdateSet({ documents: sql<number>`search_word.documents + excluded.documents` }),
      )
      .returning(["word", "documents"])
      .execute()
    const added = new Set(part.filter(({ documents }) => documents > 0).map(({ word }) => word))
    await addVariants(
      trx,
      counted.filter(({ word }) => added.has(word)).map(({ word }) => word),
    )
    const gone = counted.filter(({ documents }) => documents <= 0).map(({ word }) => word)
    if (gone.length === 0) continue
    await trx.deleteFrom("searchWord").where("word", "in", gone).execute()
    await trx
      .deleteFrom("searchVariant")
      .where(
        "word",
        "in",
        gone.map((word) => word.slice(1)),
      )
      .execute()
  }
}

async function addVariants(trx: Trx, tokens: readonly string[]): Promise<void> {
  const words = tokens.filter((token) => token.startsWith("p")).map((token) => token.slice(1))
  const rows = words.filter(isGuessable).flatMap((word) => variantsOf(word).map((variant) => ({ variant, word })))
  for (let from = 0; from < rows.length; from += chunk)
    await trx
      .insertInto("searchVariant")
      .values(rows.slice(from, from + chunk))
      .onConflict((known) => known.columns(["variant", "word"]).doNothing())
      .execute()
}

/** In how many entries each of some tokens stands; those that stand in none are left out. One query. */
export async function documentsOf(db: Db, tokens: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (tokens.length === 0) return new Map()
  const rows = await db.selectFrom("searchWord").select(["word", "documents"]).where("word", "in", tokens).execute()
  return new Map(rows.map(({ word, documents }) => [word, documents]))
}

/** Words that a beginning is completed to; of at most so many it takes the most frequent. */
const mostCompletions = 24
const mostLookedAt = 400

/** The most frequent words that begin with `beginning`, as tokens with their counts. One query, of bounded cost. */
export async function completionsOf(db: Db, beginning: string): Promise<ReadonlyMap<string, number>> {
  const from = plainToken(beginning)
  const rows = await db
    .selectFrom(
      db
        .selectFrom("searchWord")
        .select(["word", "documents"])
        .where("word", ">", from)
        .where("word", "<", `${from}{`)
        .orderBy("word")
        .limit(mostLookedAt)
        .as("near"),
    )
    .select(["near.word", "near.documents"])
    .orderBy("near.documents", "desc")
    .orderBy("near.word")
    .limit(mostCompletions)
    .execute()
  return new Map(rows.map(({ word, documents }) => [word, documents]))
}

/** Words of the index that somebody may have meant by each of some unknown words; the nearest, then the most frequent. One query. */
export async function guessesOf(db: Db, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const guesses = new Map<string, string>()
  const asked = words.filter(isGuessable)
  if (asked.length === 0) return guesses
  const lookups = [...new Set(asked.flatMap(lookupsOf))]
  const rows = await db
    .selectFrom("searchVariant")
    .innerJoin("searchWord", (join) => join.on("searchWord.word", "=", sql<string>`'p' || search_variant.word`))
    .select(["searchVariant.word", "searchWord.documents"])
    .distinct()
    .where("searchVariant.variant", "in", lookups)
    .limit(500)
    .execute()
  for (const word of asked) {
    const most = word.length >= 8 ? 2 : 1
    const near = rows
      .map((row) => ({ ...row, far: distance(word, row.word) }))
      .filter(({ far }) => far > 0 && far <= most)
      .sort((a, b) => a.far - b.far || b.documents - a.documents || (a.word < b.word ? -1 : 1))
    if (near[0]) guesses.set(word, near[0].word)
  }
  return guesses
}
