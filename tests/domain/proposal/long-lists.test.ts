import { sql } from "kysely"
import { expect, it } from "vitest"
import { readInitiativeFilter } from "#app/domain/initiative/filter.ts"
import { listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { listProposals, readProposalFilter } from "#app/domain/proposal/list.server.ts"
import { readNeedFilter } from "#app/domain/proposal/need-filter.ts"
import { listPublicNeeds, needsTakingProposals } from "#app/domain/proposal/need-register.server.ts"
import { initiativeIn } from "#tests/support/initiatives.ts"
import { deepCursor, fastest, multiply } from "#tests/support/long-lists.ts"
import { openNeed, proposalIn, proposalSides } from "#tests/support/proposals.ts"
import { createWorld } from "#tests/support/world.ts"

it("lists of 100,000 take what lists of 1,000 take, on the first page and deep inside", async () => {
  const world = await createWorld()
  const sides = await proposalSides(world)
  await openNeed(world, sides.region)
  await proposalIn(world, sides, "submitted")
  await initiativeIn(world, sides, "running", { published: true })
  const campus = await world.as(sides.campus.drafter)
  const region = await world.as(sides.region.drafter)
  const deep = deepCursor()
  const proposals = (ctx: Ctx, query: string) => () =>
    listProposals(ctx, readProposalFilter(new URLSearchParams(query)))
  const needs = (query: string) => () => listPublicNeeds(world.visitor(), readNeedFilter(new URLSearchParams(query)))
  const initiatives = (query: string) => () =>
    listPublicInitiatives(world.visitor(), readInitiativeFilter(new URLSearchParams(query)))
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
    "needs that take proposals": () => needsTakingProposals(world.visitor(), {}, 4),
    "needs by affair": needs("affair=education"),
    "needs, deep": needs(`cursor=${deep}`),
    initiatives: initiatives(""),
    "running initiatives": initiatives("state=running"),
    "initiatives by affair": initiatives("affair=education"),
    "initiatives, deep": initiatives(`cursor=${deep}`),
  }
  const measure = async () => {
    const times: Record<string, number> = {}
    for (const [name, work] of Object.entries(lists)) times[name] = await fastest(work)
    return times
  }
  await multiply(world.db, "proposal", 1_000)
  await multiply(world.db, "need", 1_000)
  await multiply(world.db, "initiative", 1_000)
  const short = await measure()
  await multiply(world.db, "proposal", 100_000)
  await multiply(world.db, "need", 100_000)
  await multiply(world.db, "initiative", 100_000)
  await sql`analyze`.execute(world.db)
  const long = await measure()
  // Three times and 3 ms leave room for a busy machine; a list that reads all its rows takes a hundred times as long.
  const slow = Object.keys(lists).filter((name) => long[name]! > short[name]! * 3 + 3)
  expect(slow.map((name) => `${name}: ${short[name]!.toFixed(1)} → ${long[name]!.toFixed(1)} ms`)).toEqual([])
}, 240_000)
