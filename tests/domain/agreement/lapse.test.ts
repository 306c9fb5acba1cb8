import { beforeEach, expect, test } from "vitest"
import { factsOf } from "#app/domain/agreement/facts.server.ts"
import { statusOfFacts } from "#app/domain/agreement/facts.ts"
import { lapseDueAgreements } from "#app/domain/agreement/in-force.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import type { AgreementStatus } from "#db/schema.ts"
import { agreementIn, twoRegions } from "#tests/support/agreements.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let sides: Awaited<ReturnType<typeof twoRegions>>

beforeEach(async () => {
  world = await createWorld()
  sides = await twoRegions(world)
})

const statusOf = async (code: string): Promise<AgreementStatus> =>
  (await world.db.selectFrom("agreement").select("status").where("code", "=", code).executeTakeFirstOrThrow()).status

test("an agreement lapses after its last day in Western Indonesian Time, not before", async () => {
  const code = await agreementIn(world, sides, "in_force", { periodUntil: "2027-03-09" })
  world.clock.set("2027-03-09T16:59:59.000Z")
  expect(await lapseDueAgreements(world.services)).toBe(0)
  expect(await statusOf(code)).toBe("in_force")
  const changes = world.changes.count
  world.clock.set("2027-03-09T17:00:00.000Z")
  expect(await lapseDueAgreements(world.services)).toBe(1)
  expect(await statusOf(code)).toBe("lapsed")
  expect(world.changes.count).toBe(changes + 1)
})

test("a lapse is on record with the day, by nobody, once", async () => {
  const code = await agreementIn(world, sides, "in_force", { periodUntil: "2027-03-09" })
  world.clock.set("2027-04-01T00:00:00.000Z")
  await lapseDueAgreements(world.services)
  expect(await lapseDueAgreements(world.services)).toBe(0)
  const events = await world.db
    .selectFrom("auditEvent")
    .select(["data", "actorId", "at"])
    .where("type", "=", "agreement.lapsed")
    .execute()
  expect(events).toEqual([{ data: '{"on":"2027-03-09"}', actorId: null, at: "2027-04-01T00:00:00.000Z" }])
  const { id } = await world.db.selectFrom("agreement").select("id").where("code", "=", code).executeTakeFirstOrThrow()
  expect(statusOfFacts(await factsOf(world.db, id))).toBe("lapsed")
  expect((await verifyAudit(world.db)).faults).toEqual([])
})

test("only agreements in force lapse", async () => {
  const codes = []
  for (const status of ["negotiation", "agreed", "signing", "cancelled", "declined"] as const)
    codes.push(await agreementIn(world, sides, status, { periodUntil: "2026-06-01" }))
  world.clock.set("2027-04-01T00:00:00.000Z")
  expect(await lapseDueAgreements(world.services)).toBe(0)
  expect(await Promise.all(codes.map(statusOf))).toEqual(["negotiation", "agreed", "signing", "cancelled", "declined"])
})
