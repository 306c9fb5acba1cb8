import { expect, test } from "vitest"
import type { z } from "zod"
import type { Ctx } from "#app/domain/kernel/context.ts"
import type { PublicRecord, Resource } from "#app/domain/publishing/resource.server.ts"
import { agreements } from "#app/domain/publishing/resources/agreements.server.ts"
import { initiatives } from "#app/domain/publishing/resources/initiatives.server.ts"
import { needs } from "#app/domain/publishing/resources/needs.server.ts"
import { organisations } from "#app/domain/publishing/resources/organisations.server.ts"
import { programmes } from "#app/domain/publishing/resources/programmes.server.ts"
import { regions } from "#app/domain/publishing/resources/regions.server.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { counting } from "#tests/support/initiatives.ts"
import { createWorld } from "#tests/support/world.ts"

/** Statements that a list and a record take at most, however many records there are. */
const budgets = {
  agreements: [5, 5],
  initiatives: [4, 8],
  needs: [2, 3],
  organisations: [2, 1],
  programmes: [2, 7],
  regions: [2, 2],
}

async function measured<Query extends z.ZodObject, Entry extends PublicRecord, Detail>(
  visitor: Ctx,
  resource: Resource<Query, Entry, Detail>,
): Promise<void> {
  const [most, mostOfOne] = budgets[resource.key] as [number, number]
  const query = resource.query.parse({}) as z.output<Query>
  const list = counting(visitor)
  const { records } = await resource.list(list.ctx, query)
  expect(records.length, resource.key).toBeGreaterThan(0)
  expect(list.queries(), resource.key).toBeLessThanOrEqual(most)
  for (const record of records) expect(resource.record.parse(record)).toEqual(record)
  const key = decodeURIComponent(records[0]!.pageUrl.split("/").at(-1) ?? "")
  const one = counting(visitor)
  const detail = await resource.find(one.ctx, key)
  expect(resource.detail.parse(detail)).toEqual(detail)
  expect(one.queries(), `one of ${resource.key}`).toBeLessThanOrEqual(mostOfOne)
}

test("records keep to their schemas and their budget of statements on this engine", { timeout: 120_000 }, async () => {
  const world = await createWorld()
  await everyRow(world)
  const visitor = world.visitor()
  await measured(visitor, agreements)
  await measured(visitor, initiatives)
  await measured(visitor, needs)
  await measured(visitor, organisations)
  await measured(visitor, programmes)
  await measured(visitor, regions)
})
