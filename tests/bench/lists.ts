import { join } from "node:path"
import { sql } from "kysely"
import pg from "pg"
import { membershipsOf } from "#app/domain/identity/session.server.ts"
import { readInitiativeFilter } from "#app/domain/initiative/filter.ts"
import { listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { listProposals, readProposalFilter } from "#app/domain/proposal/list.server.ts"
import { readNeedFilter } from "#app/domain/proposal/need-filter.ts"
import { listPublicNeeds } from "#app/domain/proposal/need-register.server.ts"
import { type Db, openDatabase } from "#db/connection.ts"
import { deepCursor, fastest, multiply } from "#tests/support/long-lists.ts"
import { startPortal } from "#tests/support/portal.ts"
import { startPostgres } from "#tests/support/postgres.ts"
import type { Figure } from "./run.ts"

const runs = 40
const [few, many] = [1_000, 100_000]

/** Lists of needs, proposals and initiatives with 100,000 rows in parts of the same with 1,000, on both engines. */
export async function lists(): Promise<Figure[]> {
  const figures: Figure[] = []
  const portal = await startPortal()
  const sqlite = openDatabase(`file:${join(portal.dataDir, "simpul.sqlite")}`)
  try {
    figures.push(...(await compared(sqlite, "SQLite")))
  } finally {
    await sqlite.destroy()
    await portal.stop()
  }
  const server = await startPostgres()
  try {
    const client = new pg.Client({ connectionString: `${server.url}/postgres` })
    await client.connect()
    await client.query("create database bench")
    await client.end()
    const url = `${server.url}/bench`
    const second = await startPortal({ DATABASE_URL: url })
    const postgres = openDatabase(url)
    try {
      figures.push(...(await compared(postgres, "PostgreSQL")))
    } finally {
      await postgres.destroy()
      await second.stop()
    }
  } finally {
    await server.stop()
  }
  return figures
}

async function compared(db: Db, engine: string): Promise<Figure[]> {
  const [region, campus, visitor] = [
    await reader(db, "kerjasama@magelang.example"),
    await reader(db, "komunitas.example"),
    { db, actor: null, now: new Date().toISOString(), locale: "id" } as unknown as Ctx,
  ]
  const deep = deepCursor()
  const query = (text: string) => new URLSearchParams(text)
  const pages = {
    "own proposals": () => listProposals(campus, readProposalFilter(query(""))),
    "own proposals by state": () => listProposals(campus, readProposalFilter(query("status=accepted"))),
    "own proposals, deep": () => listProposals(campus, readProposalFilter(query(`cursor=${deep}`))),
    "proposals to review": () => listProposals(region, readProposalFilter(query("tab=review"))),
    "proposals to review, deep": () => listProposals(region, readProposalFilter(query(`tab=review&cursor=${deep}`))),
    needs: () => listPublicNeeds(visitor, readNeedFilter(query(""))),
    "needs by affair": () => listPublicNeeds(visitor, readNeedFilter(query("affair=communication"))),
    initiatives: () => listPublicInitiatives(visitor, readInitiativeFilter(query(""))),
    "initiatives, deep": () => listPublicInitiatives(visitor, readInitiativeFilter(query(`cursor=${deep}`))),
  }
  const measured = async (total: number) => {
    for (const table of ["proposal", "need", "initiative"] as const) await multiply(db, table, total)
    await sql`analyze`.execute(db)
    const times = new Map<string, number>()
    for (const [name, work] of Object.entries(pages)) times.set(name, await fastest(work, runs))
    return times
  }
  const short = await measured(few)
  const long = await measured(many)
  return Object.keys(pages).flatMap((name): Figure[] => [
    { name: `${engine}, ${name}: ${many} rows / ${few}`, value: long.get(name)! / short.get(name)!, unit: "×" },
    { name: `${engine}, ${name}: ${many} rows`, value: long.get(name)!, unit: "ms" },
  ])
}

/** The context of the account whose address ends so, acting for its first organisation. */
async function reader(db: Db, address: string): Promise<Ctx> {
  const account = await db
    .selectFrom("account")
    .selectAll()
    .where("email", "like", `%${address}`)
    .executeTakeFirstOrThrow()
  const memberships = await membershipsOf(db, account.id)
  const actor = { ...account, accountId: account.id, emailVerified: true, secretariat: false, memberships }
  return { db, actor: { ...actor, acting: memberships[0] ?? null }, now: new Date().toISOString() } as unknown as Ctx
}
