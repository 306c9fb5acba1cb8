import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import pg from "pg"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { readSearchFilter } from "#app/domain/search/filter.ts"
import { search } from "#app/domain/search/find.server.ts"
import { writeEntry } from "#app/domain/search/index/entry.server.ts"
import { type Db, openDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { dialectOf } from "#db/portable.ts"
import { inTransaction } from "#db/transaction.ts"
import { startPostgres } from "#tests/support/postgres.ts"
import { papers } from "#tests/support/search/corpus.ts"
import type { Figure } from "./run.ts"

const total = 100_000
const runs = 60
const [rareEvery, commonEvery] = [5_000, 25]
const syllables = ["ba", "ran", "ku", "lo", "ti", "mar", "se", "ngi", "pu", "tan", "wi", "jo", "ra", "den", "ha", "sul"]

/** One of some 65,000 made-up words, so that the vocabulary is as large as that of 100,000 papers. */
const madeUp = (n: number): string =>
  [n, n >> 4, n >> 8, n >> 12].map((part) => syllables[part % syllables.length]).join("")

/** What readers type: how many of the 100,000 match it stands beside it. */
const searches: Readonly<Record<string, string>> = {
  "rare (20)": "q=tembikar",
  "common (4,000)": "q=gamelan",
  "very common (100,000)": "q=kabar",
  "two common": "q=gamelan+kabar",
  "rare and very common": "q=tembikar+kabar",
  "in one region": "q=kabar&wilayah=33.71",
  "in one kind": "q=kabar&jenis=kebutuhan",
  "beginning of a word": "q=tembik",
  mistyped: "q=tembikra",
  unknown: "q=xyzzyplugh",
  "eight words": "q=gamelan+kabar+sampah+kampus+warga+belajar+daerah+kota",
}

/** The search among 100,000 entries, on both engines; one reader at a time, in the time of his clock. */
export async function searching(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "simpul-bench-"))
  const server = await startPostgres()
  try {
    const client = new pg.Client({ connectionString: `${server.url}/postgres` })
    await client.connect()
    await client.query("create database bench")
    await client.end()
    const figures: Figure[] = []
    for (const [engine, url] of [
      ["SQLite", join(folder, "search.sqlite")],
      ["PostgreSQL", `${server.url}/bench`],
    ] as const) {
      const db = openDatabase(url)
      try {
        await migrateToLatest(db)
        await fill(db)
        figures.push(...(await measured(db, engine)))
      } finally {
        await db.destroy()
      }
    }
    return figures
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

async function fill(db: Db): Promise<void> {
  const base = papers()
  if (dialectOf(db) === "sqlite") await sql`pragma synchronous = off`.execute(db)
  for (let from = 0; from < total; from += 1_000)
    await inTransaction(db, async (trx) => {
      for (let n = from; n < from + 1_000; n += 1) {
        const { kind, findable } = base[n % base.length]!
        const words = [
          ...["kabar", madeUp(n), madeUp(n * 7 + 3)],
          ...(n % commonEvery === 0 ? ["gamelan"] : []),
          ...(n % rareEvery === 0 ? ["tembikar"] : []),
        ]
        await writeEntry(trx, kind, `entry-${n}`, {
          ...findable,
          key: `entry-${n}`,
          body: `${findable.body} ${words.join(" ")}`,
          at: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
        })
      }
    })
  await sql`analyze`.execute(db)
}

async function measured(db: Db, engine: string): Promise<Figure[]> {
  const visitor = { db, actor: null, now: new Date().toISOString(), locale: "id" } as unknown as Ctx
  const figures: Figure[] = []
  const all: number[] = []
  for (const [name, query] of Object.entries(searches)) {
    const filter = readSearchFilter(new URLSearchParams(query))
    for (let n = 0; n < 5; n += 1) await search(visitor, filter)
    const times: number[] = []
    for (let n = 0; n < runs; n += 1) {
      const startedAt = performance.now()
      await search(visitor, filter)
      times.push(performance.now() - startedAt)
    }
    times.sort((a, b) => a - b)
    all.push(...times)
    figures.push({ name: `${engine}, search, ${name}: p95`, value: times[Math.ceil(runs * 0.95) - 1]!, unit: "ms" })
  }
  all.sort((a, b) => a - b)
  const p95 = all[Math.ceil(all.length * 0.95) - 1]!
  return [...figures, { name: `${engine}, search, all of these: p95 (goal 30)`, value: p95, unit: "ms" }]
}
