import { sql } from "kysely"
import { expect, test } from "vitest"
import { record } from "#app/domain/audit/record.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { dialectOf } from "#db/portable.ts"
import { inTransaction } from "#db/transaction.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const append = (world: World, subjectId: string, reason: string) =>
  inTransaction(world.db, (trx) =>
    record(trx, world.visitor(), {
      type: "organisation.refused",
      subjectType: "organisation",
      subjectId,
      data: { reason },
    }),
  )

test("each aggregate has a chain of its own that verifies", async () => {
  const world = await createWorld()
  const [a, b] = [newId(), newId()]
  for (const reason of ["satu", "dua", "tiga"]) await append(world, a, reason)
  await append(world, b, "satu")
  expect(await verifyAudit(world.db)).toEqual({ events: 4, chains: 2, faults: [] })
})

test("the database refuses to change or remove an event", async () => {
  const world = await createWorld()
  await append(world, newId(), "satu")
  await expect(world.db.updateTable("auditEvent").set({ data: "{}" }).execute()).rejects.toThrow(/append-only/)
  await expect(world.db.deleteFrom("auditEvent").execute()).rejects.toThrow(/append-only/)
})

test("a change made past the database's guard is found, and so is a missing event", async () => {
  const world = await createWorld()
  const id = newId()
  for (const reason of ["satu", "dua", "tiga"]) await append(world, id, reason)
  await withoutGuard(world)
  await world.db.updateTable("auditEvent").set({ data: '{"reason":"lain"}' }).where("seq", "=", 2).execute()
  expect((await verifyAudit(world.db)).faults).toEqual([
    { subjectType: "organisation", subjectId: id, seq: 2, fault: "altered" },
  ])
  await world.db.deleteFrom("auditEvent").where("seq", "=", 2).execute()
  expect((await verifyAudit(world.db)).faults).toEqual([
    { subjectType: "organisation", subjectId: id, seq: 3, fault: "gap" },
    { subjectType: "organisation", subjectId: id, seq: 3, fault: "broken_link" },
  ])
})

async function withoutGuard({ db }: World): Promise<void> {
  if (dialectOf(db) === "postgres") await sql`alter table audit_event disable trigger all`.execute(db)
  else for (const verb of ["update", "delete"]) await sql.raw(`drop trigger audit_event_no_${verb}`).execute(db)
}
