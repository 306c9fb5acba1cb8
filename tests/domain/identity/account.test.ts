import { expect, test } from "vitest"
import {
  changePassword,
  deleteAccount,
  editAccount,
  requestPasswordReset,
  resetPassword,
} from "#app/domain/identity/account.server.ts"
import { accountForm } from "#app/domain/identity/schema.ts"
import { actorOf } from "#app/domain/identity/session.server.ts"
import { signIn } from "#app/domain/identity/sign-in.server.ts"
import { hours } from "#app/domain/kernel/clock.ts"
import { testPassword } from "#tests/support/password.ts"
import { createWorld } from "#tests/support/world.ts"

const newPassword = "sandi lain yang juga panjang"

test("a reset link sets a new password once and ends every session", async () => {
  const world = await createWorld()
  const { email } = await world.create.account({ emailVerifiedAt: null })
  const secret = await signIn(world.visitor(), { email, password: testPassword }, "")
  await requestPasswordReset(world.visitor(), email)
  const { token } = (await world.mails()).at(-1)!.values
  await resetPassword(world.visitor(), token!, newPassword)
  expect(await actorOf(world.services, secret, world.clock.now())).toBeNull()
  await expect(signIn(world.visitor(), { email, password: testPassword }, "")).rejects.toMatchObject({
    code: "invalid",
  })
  const again = await signIn(world.visitor(), { email, password: newPassword }, "")
  expect(await actorOf(world.services, again, world.clock.now())).toMatchObject({ emailVerified: true })
  await expect(resetPassword(world.visitor(), token!, "percobaan kedua kali")).rejects.toMatchObject({
    key: "token.used",
  })
})

test("a reset link lasts an hour, and a link for something else does not reset", async () => {
  const world = await createWorld()
  const { email } = await world.create.account()
  await requestPasswordReset(world.visitor(), email)
  const { token } = (await world.mails()).at(-1)!.values
  world.clock.turn(hours(1))
  await expect(resetPassword(world.visitor(), token!, newPassword)).rejects.toMatchObject({ key: "token.expired" })
})

test("asking for a reset of an unknown address sends nothing and says nothing", async () => {
  const world = await createWorld()
  await requestPasswordReset(world.visitor(), "tidak@ada.example")
  expect(await world.mails()).toEqual([])
})

test("changing the password needs the old one and ends the other sessions", async () => {
  const world = await createWorld()
  const account = await world.create.account()
  const here = await signIn(world.visitor(), { email: account.email, password: testPassword }, "")
  const elsewhere = await signIn(world.visitor(), { email: account.email, password: testPassword }, "")
  const ctx = await world.as(account)
  await expect(changePassword(ctx, { currentPassword: "salah", password: newPassword }, here)).rejects.toMatchObject({
    fields: { currentPassword: ["password.wrong"] },
  })
  await changePassword(ctx, { currentPassword: testPassword, password: newPassword }, here)
  expect(await actorOf(world.services, here, world.clock.now())).not.toBeNull()
  expect(await actorOf(world.services, elsewhere, world.clock.now())).toBeNull()
})

test("deleting an account removes the person and keeps what he did", async () => {
  const world = await createWorld()
  const organisation = await world.create.organisation()
  const account = await world.create.member(organisation.id, "member", { name: "Budi", email: "budi@lembaga.example" })
  await deleteAccount(await world.as(account), { password: testPassword })
  const row = await world.db.selectFrom("account").selectAll().where("id", "=", account.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    email: `deleted:${account.id}`,
    name: "",
    passwordHash: "",
    deletedAt: world.clock.now(),
  })
  expect(JSON.stringify(row)).not.toMatch(/budi/i)
  const membership = await world.db
    .selectFrom("membership")
    .select("endedAt")
    .where("accountId", "=", account.id)
    .executeTakeFirstOrThrow()
  expect(membership.endedAt).toBe(world.clock.now())
  await expect(
    signIn(world.visitor(), { email: "budi@lembaga.example", password: testPassword }, ""),
  ).rejects.toMatchObject({ key: "signIn.wrong" })
})

test("deletion is refused to the last admin, the last secretariat member and the holder of a mandate", async () => {
  const world = await createWorld()
  const organisation = await world.create.organisation({ name: "Satu Admin" })
  const admin = await world.create.member(organisation.id, "admin")
  await expect(deleteAccount(await world.as(admin), { password: testPassword })).rejects.toMatchObject({
    code: "conflict",
    key: "account.lastAdmin",
    parameters: { organisation: "Satu Admin" },
  })
  const last = await world.create.secretariat()
  await expect(deleteAccount(await world.as(last), { password: testPassword })).rejects.toMatchObject({
    key: "account.lastSecretariat",
  })
  const pemda = await world.create.pemda("33.71")
  const head = await world.create.member(pemda.id, "approver")
  await world.create.mandate(head.id, pemda.id, { office: "Wali Kota Magelang", decidedBy: last.id })
  await expect(deleteAccount(await world.as(head), { password: testPassword })).rejects.toMatchObject({
    key: "account.holdsMandate",
    parameters: { office: "Wali Kota Magelang" },
  })
})

test("deletion needs the password", async () => {
  const world = await createWorld()
  const account = await world.create.account()
  await expect(deleteAccount(await world.as(account), { password: "salah" })).rejects.toMatchObject({
    key: "password.wrong",
  })
})

test("a new name is recorded under the old one, and another time zone is nobody's business", async () => {
  const world = await createWorld()
  const account = await world.create.account({ name: "Ani Lestari" })
  await editAccount(await world.as(account), { name: "Ani Lestari", timeZone: "Asia/Jayapura" })
  await editAccount(await world.as(account), { name: "Gubernur", timeZone: "Asia/Jayapura" })
  await editAccount(await world.as(account), { name: "Ani Lestari", timeZone: "Asia/Jakarta" })
  const events = await world.db.selectFrom("auditEvent").select(["type", "actorName"]).orderBy("seq").execute()
  expect(events).toEqual([
    { type: "account.renamed", actorName: "Ani Lestari" },
    { type: "account.renamed", actorName: "Gubernur" },
  ])
})

test.each([
  ["Wali\u0000 Kota"],
  ["Wali\nKota"],
  ["Wali\u202eatoK"],
  ["Wali\u200bKota"],
  ["Wali\u2066Kota\u2069"],
  ["Wali\u00adKota"],
  ["Wali\u2028Kota"],
  ["Wali\ufeffKota"],
  ["Wali\ud800Kota"],
  ["<b>Wali</b>"],
])("the name %j holds what a reader cannot see", (name) => {
  const read = accountForm.safeParse({ name, timeZone: "Asia/Jakarta" })
  expect(read.error?.issues.map(({ message }) => message)).toEqual(["field.characters"])
})

test.each(["Ni Luh Putu Sugianitri", "Drs. H. Ma\u2019ruf, M.Si.", "José Ångström", "N\u014dmura"])(
  "%s is a name",
  (name) => expect(accountForm.parse({ name: ` ${name} `, timeZone: "Asia/Jakarta" }).name).toBe(name),
)
