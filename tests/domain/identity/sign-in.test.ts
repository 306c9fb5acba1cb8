import { expect, test } from "vitest"
import { shippedIdleLimits } from "#app/domain/identity/idle-limit.server.ts"
import { actorOf, endSessions, listSessions, sessionLifetime } from "#app/domain/identity/session.server.ts"
import { confirmPassword, signIn } from "#app/domain/identity/sign-in.server.ts"
import { minutes } from "#app/domain/kernel/clock.ts"
import { testPassword } from "#tests/support/password.ts"
import { createWorld } from "#tests/support/world.ts"

const idleLimit = { ordinary: minutes(shippedIdleLimits.ordinary), binding: minutes(shippedIdleLimits.binding) }

test("signing in answers a secret of which only the hash is stored", async () => {
  const world = await createWorld()
  const account = await world.create.account()
  const secret = await signIn(world.visitor(), { email: account.email, password: testPassword }, "Firefox, Linux")
  const session = await world.db.selectFrom("session").selectAll().executeTakeFirstOrThrow()
  expect(session.id).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(session)).not.toContain(secret)
  const actor = await actorOf(world.services, secret, world.clock.now())
  expect(actor).toMatchObject({ accountId: account.id, email: account.email, acting: null, secretariat: false })
})

test("a wrong password and an unknown address are the same refusal", async () => {
  const world = await createWorld()
  const { email } = await world.create.account()
  const wrong = { code: "invalid", key: "signIn.wrong" }
  await expect(signIn(world.visitor(), { email, password: "bukan ini" }, "")).rejects.toMatchObject(wrong)
  await expect(
    signIn(world.visitor(), { email: "tidak@ada.example", password: testPassword }, ""),
  ).rejects.toMatchObject(wrong)
})

test("tries per address are limited until the window ends, and a success clears them", async () => {
  const world = await createWorld()
  const { email } = await world.create.account()
  const attempt = (password: string) => signIn(world.visitor(), { email, password }, "")
  for (let i = 0; i < 9; i += 1) await attempt("salah").catch(() => {})
  await attempt(testPassword)
  for (let i = 0; i < 10; i += 1) await expect(attempt("salah")).rejects.toMatchObject({ key: "signIn.wrong" })
  await expect(attempt(testPassword)).rejects.toMatchObject({ code: "rate_limited" })
  world.clock.turn(minutes(15))
  await attempt(testPassword)
})

test("a session ends after the idle time, sooner for roles that bind", async () => {
  const world = await createWorld()
  const ordinary = await world.create.account()
  const organisation = await world.create.organisation()
  const binding = await world.create.member(organisation.id, "approver")
  const [first, second] = await Promise.all(
    [ordinary, binding].map(({ email }) => signIn(world.visitor(), { email, password: testPassword }, "")),
  )
  world.clock.turn(idleLimit.binding + 1)
  expect(await actorOf(world.services, first!, world.clock.now())).not.toBeNull()
  expect(await actorOf(world.services, second!, world.clock.now())).toBeNull()
  world.clock.turn(idleLimit.ordinary + 1)
  expect(await actorOf(world.services, first!, world.clock.now())).toBeNull()
  expect(await world.db.selectFrom("session").selectAll().execute()).toEqual([])
})

test("a holder of a verified mandate has the shorter time too, whatever his role; one whose mandate ended has not", async () => {
  const world = await createWorld()
  const organisation = await world.create.pemda("33.71")
  const enter = async (status: "verified" | "ended" | "entered") => {
    const member = await world.create.member(organisation.id, "member")
    await world.create.mandate(member.id, organisation.id, { status })
    return signIn(world.visitor(), { email: member.email, password: testPassword }, "")
  }
  const [verified, ended, entered] = [await enter("verified"), await enter("ended"), await enter("entered")]
  const seen = async (secret: string) => (await actorOf(world.services, secret, world.clock.now())) !== null
  world.clock.turn(idleLimit.binding)
  expect([await seen(verified), await seen(ended), await seen(entered)]).toEqual([true, true, true])
  world.clock.turn(idleLimit.binding + 1)
  expect([await seen(verified), await seen(ended), await seen(entered)]).toEqual([false, true, true])
})

test.each([
  [
    { ordinary: 60, binding: 10 },
    { ordinary: 60, binding: 10 },
  ],
  [{ ordinary: 0, binding: 10 }, shippedIdleLimits],
  ["x", shippedIdleLimits],
])("the idle times are a setting with a note: %j", async (value, limits) => {
  const world = await createWorld()
  const ordinary = await world.create.account()
  const admin = await world.create.member((await world.create.organisation()).id, "admin")
  await world.db
    .insertInto("setting")
    .values({
      key: "session.idle_minutes",
      value: JSON.stringify(value),
      sourceNote: "SK 1",
      updatedAt: world.clock.now(),
    })
    .execute()
  for (const [account, most] of [
    [ordinary, limits.ordinary],
    [admin, limits.binding],
  ] as const) {
    const secret = await signIn(world.visitor(), { email: account.email, password: testPassword }, "")
    world.clock.turn(minutes(most))
    expect(await actorOf(world.services, secret, world.clock.now())).not.toBeNull()
    world.clock.turn(minutes(most) + 1)
    expect(await actorOf(world.services, secret, world.clock.now())).toBeNull()
  }
})

test("a session that is used all the time still ends with its lifetime", async () => {
  const world = await createWorld()
  const { email } = await world.create.account()
  const secret = await signIn(world.visitor(), { email, password: testPassword }, "")
  const step = idleLimit.ordinary - minutes(1)
  for (let age = 0; age < sessionLifetime; age += step) {
    expect(await actorOf(world.services, secret, world.clock.now())).not.toBeNull()
    world.clock.turn(step)
  }
  expect(await actorOf(world.services, secret, world.clock.now())).toBeNull()
})

test("a person sees and ends only his own sessions", async () => {
  const world = await createWorld()
  const [own, other] = [await world.create.account(), await world.create.account()]
  const here = await signIn(world.visitor(), { email: own.email, password: testPassword }, "Chrome, Android")
  await signIn(world.visitor(), { email: own.email, password: testPassword }, "Firefox, Linux")
  const theirs = await signIn(world.visitor(), { email: other.email, password: testPassword }, "Edge, Windows")
  const ctx = await world.as(own)
  const sessions = await listSessions(ctx, here)
  expect(sessions.map(({ device, current }) => ({ device, current }))).toEqual(
    expect.arrayContaining([
      { device: "Chrome, Android", current: true },
      { device: "Firefox, Linux", current: false },
    ]),
  )
  expect(sessions).toHaveLength(2)
  const foreign = (await listSessions(await world.as(other), theirs))[0]!
  await expect(endSessions(ctx, { id: foreign.id })).rejects.toMatchObject({ code: "not_found" })
  await endSessions(ctx, { allBut: here })
  expect(await listSessions(ctx, here)).toHaveLength(1)
  expect(await actorOf(world.services, theirs, world.clock.now())).not.toBeNull()
})

test("confirming the password is refused on its field and limited", async () => {
  const world = await createWorld()
  const account = await world.create.account()
  const ctx = await world.as(account)
  await expect(confirmPassword(ctx, "salah")).rejects.toMatchObject({ fields: { password: ["password.wrong"] } })
  await confirmPassword(ctx, testPassword)
  for (let i = 0; i < 10; i += 1) await confirmPassword(ctx, "salah").catch(() => {})
  await expect(confirmPassword(ctx, testPassword)).rejects.toMatchObject({ code: "rate_limited" })
})
