import { type Kysely, sql } from "kysely"
import { newId } from "#app/domain/kernel/ids.ts"
import type { Schema } from "#db/schema.ts"

type Copied = "proposal" | "need" | "initiative"

/** Copies the first row of `table` until there are `total`, each with an id, address and time of its own. */
export async function multiply(db: Kysely<Schema>, table: Copied, total: number): Promise<void> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by id`.execute(db)
  const [template] = rows
  for (let from = rows.length; from < total; from += 500) {
    const copies = Array.from({ length: Math.min(500, total - from) }, (_, index) => {
      const n = from + index
      const at = new Date(Date.parse("2026-01-01T00:00:00Z") + n * 60_000).toISOString()
      const row = { ...template, id: newId(), updatedAt: at }
      if (table === "proposal") return { ...row, code: `US-${String(n).padStart(8, "0")}`, submittedAt: at }
      return { ...row, slug: `${table}-${n}`, publishedAt: at }
    })
    await db
      .insertInto(table)
      .values(copies as never)
      .execute()
  }
}

/** Milliseconds of the fastest of several runs: what the list itself takes, whatever else the machine does. */
export async function fastest(work: () => Promise<unknown>, runs = 15): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

/** Where a page deep inside a list of such copies begins. */
export const deepCursor = (): string =>
  Buffer.from(JSON.stringify(["2026-01-01T05:00:00.000Z", newId()])).toString("base64url")
