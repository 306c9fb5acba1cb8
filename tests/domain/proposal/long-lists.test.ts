import { sql } from "kysely"
import { expect, it } from "vitest"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { listProposals, readProposalFilter } from "#app/domain/proposal/list.server.ts"
import { readNeedFilter } from "#app/domain/proposal/need-filter.ts"
import { listPublicNeeds } from "#app/domain/proposal/need-register.server.ts"
import { openNeed, proposalIn, proposalSides } from "#tests/support/proposals.ts"
import { createWorld, type World } from "#tests/support/world.ts"

/** Copies the one row of `table` until there are `total`, each with an id, code and time of its own. */
async function multiply(world: World, table: "proposal" | "need", total: number): Promise<void> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(world.db)
  const [template] = rows
  for (let from = rows.length; from < total; from += 500) {
    const copies = Array.from({ length: Math.min(500, total - from) }, (_, index) => {
      const n = from + index
      const at = new Date(Date.parse("2026-01-01T00:00:00Z") + n * 60_000).toISOString()
      const own = { id: newId(), updatedAt: at }
      return table === "need"
        ? { ...template, ...own, slug: `kebutuhan-${n}`, publishedAt: at }
        : { ...template, ...own, code: `US-${String(n).padStart(8, "0")}`, submittedAt: at }
    })
    await world.db
      .insertInto(table)
      .values(copies as never)
      .execute()
  }
}

/** Milliseconds of the fastest of several runs: what the list itself takes, whatever else the machine does. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 15; run += 1) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

it("lists of 100,000 take what lists of 1,000 take, on the first page and deep inside", async () => {
  const world = await createWorld()
  const sides = await proposalSides(world)
  await openNeed(world, sides.region)
  await proposalIn(world, sides, "submitted")
  const campus = await world.as(sides.campus.drafter)
  const region = await world.as(sides.region.drafter)
  const deep = Buffer.from(JSON.stringify(["2026-01-01T05:00:00.000Z", newId()])).toString("base64url")
  const proposals = (ctx: Ctx, query: string) => () =>
    listProposals(ctx, readProposalFilter(new URLSearchParams(query)))
  const needs = (query: string) => () => listPublicNeeds(world.visitor(), readNeedFilter(new URLSearchParams(query)))
  const lists = {
    own: proposals(campus, ""),
    "own by state": proposals(campus, "status=submitted"),
    "own, a state that none is in": proposals(campus, "status=declined"),
    "own, deep": proposals(campus, `cursor=${deep}`),
    review: proposals(region, "tab=review"),
    "review by state": proposals(region, "tab=review&status=submitted"),
    "review, deep": proposals(region, `tab=review&cursor=${deep}`),
    needs: needs(""),
    "open needs": needs("state=open"),
    "needs by affair": needs("affair=education"),
    "needs, deep": needs(`cursor=${deep}`),
  }
  const measure = async () => {
    const times: Record<string, number> = {}
    for (const [name, work] of Object.entries(lists)) times[name] = await fastest(work)
    return times
  }
  await multiply(world, "proposal", 1_000)
  await multiply(world, "need", 1_000)
  const short = await measure()
  await multiply(world, "proposal", 100_000)
  await multiply(world, "need", 100_000)
  await sql`analyze`.execute(world.db)
  const long = await measure()
  // Three times and 3 ms leave room for a busy machine; a list that reads all its rows takes a hundred times as long.
  const slow = Object.keys(lists).filter((name) => long[name]! > short[name]! * 3 + 3)
  expect(slow.map((name) => `${name}: ${short[name]!.toFixed(1)} → ${long[name]!.toFixed(1)} ms`)).toEqual([])
}, 240_000)
