import { expect, test } from "vitest"
import { registerAccount, resendVerification, verifyEmail } from "#app/domain/identity/registration.server.ts"
import { hours } from "#app/domain/kernel/clock.ts"
import { testPassword } from "#tests/support/password.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const registration = {
  name: "Siti Rahma",
  email: "siti@lembaga.example",
  password: testPassword,
  timeZone: "Asia/Makassar" as const,
  privacy: "on" as const,
}

const tokenOf = async (world: World, index = -1): Promise<string> =>
  (await world.mails()).filter(({ kind }) => kind === "verify-email").at(index)!.values.token!

test("registering stores a hashed password, the notice that was accepted, and mails a link", async () => {
  const world = await createWorld()
  await registerAccount(world.visitor(), registration)
  const account = await world.db.selectFrom("account").selectAll().executeTakeFirstOrThrow()
  expect(account).toMatchObject({
    email: registration.email,
    timeZone: "Asia/Makassar",
    emailVerifiedAt: null,
    privacyAcceptedAt: world.clock.now(),
  })
  expect(account.passwordHash).toMatch(/^\$argon2id\$/)
  expect((await world.mails()).map(({ to, kind }) => ({ to, kind }))).toEqual([
    { to: registration.email, kind: "verify-email" },
  ])
})

test("the link proves the address once", async () => {
  const world = await createWorld()
  await registerAccount(world.visitor(), registration)
  const token = await tokenOf(world)
  await verifyEmail(world.visitor(), token, registration.password)
  const account = await world.db.selectFrom("account").select("emailVerifiedAt").executeTakeFirstOrThrow()
  expect(account.emailVerifiedAt).toBe(world.clock.now())
  await expect(verifyEmail(world.visitor(), token, registration.password)).rejects.toMatchObject({
    code: "invalid",
    key: "token.used",
  })
})

test("whoever holds the mailbox proves nothing for an account that somebody else registered", async () => {
  const world = await createWorld()
  await registerAccount(world.visitor(), registration)
  const token = await tokenOf(world)
  await expect(verifyEmail(world.visitor(), token, "not the password of it")).rejects.toMatchObject({
    code: "invalid",
    fields: { password: ["password.wrong"] },
  })
  expect(await world.db.selectFrom("account").select("emailVerifiedAt").executeTakeFirst()).toEqual({
    emailVerifiedAt: null,
  })
  const account = await world.db.selectFrom("account").select("id").executeTakeFirstOrThrow()
  await verifyEmail(await world.as(account), token, "")
  expect(await world.db.selectFrom("account").select("emailVerifiedAt").executeTakeFirst()).toEqual({
    emailVerifiedAt: world.clock.now(),
  })
})

test("a link that is too old or unknown is refused with its reason", async () => {
  const world = await createWorld()
  await registerAccount(world.visitor(), registration)
  const token = await tokenOf(world)
  world.clock.turn(hours(48))
  await expect(verifyEmail(world.visitor(), token, registration.password)).rejects.toMatchObject({
    key: "token.expired",
  })
  await expect(verifyEmail(world.visitor(), "nonsense", registration.password)).rejects.toMatchObject({
    key: "token.unknown",
  })
})

test("a new link makes the earlier one useless", async () => {
  const world = await createWorld()
  await registerAccount(world.visitor(), registration)
  const account = await world.db.selectFrom("account").select("id").executeTakeFirstOrThrow()
  await resendVerification(await world.as(account))
  await expect(verifyEmail(world.visitor(), await tokenOf(world, 0), registration.password)).rejects.toMatchObject({
    key: "token.expired",
  })
  await verifyEmail(world.visitor(), await tokenOf(world, 1), registration.password)
})

test("registering a known address changes nothing and tells its holder by mail only", async () => {
  const world = await createWorld()
  const holder = await world.create.account({ email: registration.email, name: "Pemilik" })
  await registerAccount(world.visitor(), registration)
  const accounts = await world.db.selectFrom("account").selectAll().execute()
  expect(accounts).toEqual([holder])
  expect((await world.mails()).map(({ kind, values }) => ({ kind, values }))).toEqual([
    { kind: "already-registered", values: { name: "Pemilik" } },
  ])
})

test("two registrations of one address at once make one account", async () => {
  const world = await createWorld()
  await Promise.all([registerAccount(world.visitor(), registration), registerAccount(world.visitor(), registration)])
  expect(await world.db.selectFrom("account").select("email").execute()).toEqual([{ email: registration.email }])
})

test("registrations from one address are limited, with the time to wait", async () => {
  const world = await createWorld()
  for (let i = 0; i < 10; i += 1)
    await registerAccount(world.visitor(), { ...registration, email: `orang${i}@lembaga.example` })
  await expect(registerAccount(world.visitor(), registration)).rejects.toMatchObject({
    code: "rate_limited",
    retryAfter: hours(3) / 1000,
  })
  await registerAccount(world.visitor({ clientAddress: "198.51.100.4" }), registration)
})
