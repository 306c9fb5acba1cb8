import type { Selectable } from "kysely"
import type { SearchEntryTable } from "#db/schema.ts"
import type { Trx } from "#db/transaction.ts"
import type { Findable } from "../findable.ts"
import type { SearchKind } from "../kinds.ts"
import { indexTokens } from "../language/terms.ts"
import type { EntryTokens } from "./engine.ts"
import { engineOf } from "./engine-of.server.ts"
import { countWords } from "./vocabulary.server.ts"

/** Characters of a text that are kept and indexed. */
const longestBody = 40_000

/** Entries of one millisecond; the place of one among them is the lower part of its position. */
const placesInInstant = 4096

export const kindFacet = (kind: SearchKind): string => `k${kind}`
export const regionFacet = (code: string): string => `r${code.replaceAll(".", "")}`
export const strandFacet = (strand: string): string => `g${strand.toLowerCase()}`
export const languageFacet = (language: "id" | "en"): string => `l${language}`
export const organisationFacet = (id: string): string => `o${id.replaceAll("-", "")}`

type Known = Pick<Selectable<SearchEntryTable>, "position" | "words" | "title">

const knownEntry = (trx: Trx, kind: SearchKind, subjectId: string): Promise<Known | undefined> =>
  trx
    .selectFrom("searchEntry")
    .select(["position", "words", "title"])
    .where("kind", "=", kind)
    .where("subjectId", "=", subjectId)
    .executeTakeFirst()

/** The highest free place of an instant; entries without one stand below all others. */
async function freePosition(trx: Trx, at: string | null): Promise<number> {
  const first = Math.max(0, at === null ? 0 : Date.parse(at)) * placesInInstant
  const last = await trx
    .selectFrom("searchEntry")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("position", ">=", first)
    .where("position", "<", first + placesInInstant)
    .executeTakeFirst()
  const position = last?.position == null ? first : last.position + 1
  // More than 4,096 in one millisecond spill over into the next, where they are in nobody's way.
  return position < first + placesInInstant ? position : nextFree(trx, first + placesInInstant)
}

async function nextFree(trx: Trx, from: number): Promise<number> {
  for (let position = from; ; position += 1) {
    const taken = await trx
      .selectFrom("searchEntry")
      .select("position")
      .where("position", "=", position)
      .executeTakeFirst()
    if (!taken) return position
  }
}

const tally = (changes: Map<string, number>, words: string, by: number): void => {
  for (const word of words.split(" ")) if (word !== "") changes.set(word, (changes.get(word) ?? 0) + by)
}

/** What became of an entry: other entries that name it are read again when its title is another. */
export type Written = "appeared" | "renamed" | "kept" | "gone" | "absent"

/** Puts a thing into the index, in place of what stood there for it, or takes it out where it is null. */
export async function writeEntry(
  trx: Trx,
  kind: SearchKind,
  subjectId: string,
  findable: Findable | null,
): Promise<Written> {
  const engine = engineOf(trx)
  const known = await knownEntry(trx, kind, subjectId)
  const changes = new Map<string, number>()
  if (known) {
    await engine.remove(trx, known.position)
    await trx.deleteFrom("searchEntry").where("position", "=", known.position).execute()
    tally(changes, known.words, -1)
  }
  if (findable) {
    const { row, tokens } = entryOf(kind, subjectId, findable)
    const position = await freePosition(trx, findable.at)
    await trx
      .insertInto("searchEntry")
      .values({ ...row, position })
      .execute()
    await engine.put(trx, position, tokens)
    tally(changes, row.words, 1)
  }
  await countWords(trx, changes)
  if (!findable) return known ? "gone" : "absent"
  if (!known) return "appeared"
  return known.title === storable(findable.title) ? "kept" : "renamed"
}

/** PostgreSQL keeps no NUL in a text. */
const storable = (text: string): string => text.replaceAll("\0", " ")

function entryOf(kind: SearchKind, subjectId: string, findable: Findable) {
  const { key, status, at, demo } = findable
  const title = storable(findable.title)
  const context = storable(findable.context.filter((part) => part !== "").join(" · "))
  const body = storable(findable.body.slice(0, longestBody))
  const strands = [...new Set(findable.strands)].sort()
  const regionCodes = [...new Set(findable.regionCodes.flatMap((code) => [code, code.slice(0, 2)]))].sort()
  const tokens: EntryTokens = {
    title: indexTokens(title),
    context: [context, key, ...(findable.hidden ?? [])].flatMap(indexTokens),
    body: indexTokens(body),
    facets: [
      kindFacet(kind),
      ...regionCodes.map(regionFacet),
      ...strands.map(strandFacet),
      ...findable.organisationIds.map(organisationFacet),
      ...(findable.language ? [languageFacet(findable.language)] : []),
    ],
  }
  const words = [...new Set([...tokens.title, ...tokens.context, ...tokens.body])].join(" ")
  return {
    row: {
      ...{ kind, subjectId, urlKey: key, status, at, title, context, body, words },
      ...{ strands: strands.join(""), regionCodes: regionCodes.join(" "), demo: demo ? 1 : 0 },
    },
    tokens,
  }
}
