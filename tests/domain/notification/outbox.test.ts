import { expect, test } from "vitest"
import { minutes } from "#app/domain/kernel/clock.ts"
import { backoff, deliverDue, enqueueMail, leaseDue, maximumAttempts } from "#app/domain/notification/outbox.server.ts"
import { inTransaction } from "#db/transaction.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const queue = (world: World, name: string) =>
  inTransaction(world.db, (trx) =>
    enqueueMail(trx, world.clock.now(), {
      to: `${name}@contoh.example`,
      locale: "id",
      kind: "reset-password",
      values: { name, token: `rahasia-${name}` },
    }),
  )

test("due messages go out once, and their text is forgotten where it may be", async () => {
  const world = await createWorld()
  await queue(world, "ani")
  await queue(world, "budi")
  const sent: string[] = []
  const deliver = async (mail: { to: string }) => {
    sent.push(mail.to)
  }
  expect(await deliverDue(world.services, deliver, { forget: true })).toBe(2)
  expect(await deliverDue(world.services, deliver, { forget: true })).toBe(0)
  expect(sent.sort()).toEqual(["ani@contoh.example", "budi@contoh.example"])
  const rows = await world.db.selectFrom("outbox").select(["payload", "deliveredAt"]).execute()
  expect(rows).toEqual([
    { payload: "{}", deliveredAt: world.clock.now() },
    { payload: "{}", deliveredAt: world.clock.now() },
  ])
})

test("a message of a change that was rolled back is never sent", async () => {
  const world = await createWorld()
  await inTransaction(world.db, async (trx) => {
    await enqueueMail(trx, world.clock.now(), {
      to: "x@contoh.example",
      locale: "id",
      kind: "password-changed",
      values: { name: "x" },
    })
    throw new Error("rolled back")
  }).catch(() => {})
  expect(await world.db.selectFrom("outbox").selectAll().execute()).toEqual([])
})

test("a failed message waits longer each time and is given up with its reason", async () => {
  const world = await createWorld()
  await queue(world, "ani")
  const fail = async () => {
    throw new Error("mailbox unavailable")
  }
  for (let attempt = 1; attempt <= maximumAttempts; attempt += 1) {
    expect(await deliverDue(world.services, fail, { forget: true })).toBe(0)
    world.clock.turn(backoff(attempt) - 1)
    let calls = 0
    await deliverDue(
      world.services,
      async () => {
        calls += 1
      },
      { forget: true },
    )
    expect(calls).toBe(0)
    world.clock.turn(1)
  }
  const row = await world.db.selectFrom("outbox").selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ attempts: maximumAttempts, lastError: "mailbox unavailable", deliveredAt: null })
  expect(row.failedAt).not.toBeNull()
  expect(row.payload).toBe("{}")
})

test("a message that was given up keeps its text only where people read it out of the outbox", async () => {
  const world = await createWorld()
  await queue(world, "ani")
  const stored = async () => (await world.db.selectFrom("outbox").select("payload").executeTakeFirstOrThrow()).payload
  const fail = async () => {
    throw new Error("mailbox unavailable")
  }
  for (let attempt = 1; attempt <= maximumAttempts; attempt += 1) {
    // Until then it is needed for the next try.
    expect(await stored()).toContain("rahasia-ani")
    await deliverDue(world.services, fail, { forget: attempt < maximumAttempts })
    world.clock.turn(backoff(attempt))
  }
  expect(await stored()).toContain("rahasia-ani")
})

test("a lease keeps a second worker away until it ends", async () => {
  const world = await createWorld()
  await queue(world, "ani")
  expect(await leaseDue(world.db, world.clock.now(), 10)).toHaveLength(1)
  expect(await leaseDue(world.db, world.clock.now(), 10)).toEqual([])
  world.clock.turn(minutes(2))
  expect(await leaseDue(world.db, world.clock.now(), 10)).toMatchObject([{ attempts: 2 }])
})
