import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { record } from "#app/domain/audit/record.server.ts"
import { registerAccount, verifyEmail } from "#app/domain/identity/registration.server.ts"
import { actorOf } from "#app/domain/identity/session.server.ts"
import { signIn } from "#app/domain/identity/sign-in.server.ts"
import { programOf } from "#app/domain/organisation/api-token/bearer.server.ts"
import { readSearchFilter } from "#app/domain/search/filter.ts"
import { search } from "#app/domain/search/find.server.ts"
import type { Findable } from "#app/domain/search/findable.ts"
import { readEnvironment } from "#app/env.server.ts"
import { createAdmin } from "#app/server/admin/create-admin.ts"
import { migrate } from "#app/server/admin/migrate.ts"
import { reindex } from "#app/server/admin/reindex.ts"
import { status } from "#app/server/admin/status.ts"
import { token } from "#app/server/admin/token.ts"
import { UsageError, type Verb } from "#app/server/admin/verb.ts"
import { runVerb } from "#app/server/admin/verbs.ts"
import { verifyAuditChains } from "#app/server/admin/verify-audit.ts"
import { everyText } from "#content/library.server.ts"
import { openDatabase } from "#db/connection.ts"
import { putAll } from "#tests/support/search/index-of.ts"
import { createWorld, type World } from "#tests/support/world.ts"

/** Runs one verb on a world and answers what the operator sees. */
async function operate(
  verb: Verb,
  world: Pick<World, "services">,
  args: string[] = [],
  password = "sandi yang panjang",
) {
  const lines: string[] = []
  const code = await verb.run({
    args,
    environment: readEnvironment("evaluation", { DATA_DIR: "/tmp" }),
    composed: { services: world.services } as never,
    print: (line) => lines.push(line),
    note: () => {},
    ask: async () => password,
  })
  return { code, text: lines.join("\n") }
}

describe("the operator's tool", () => {
  const io = { print: (line: string) => void said.push(line), note: () => {}, ask: async () => "" }
  const said: string[] = []

  test("names its verbs, and explains each", async () => {
    expect(await runVerb([], io)).toBe(2)
    expect(await runVerb(["--help"], io)).toBe(0)
    for (const verb of ["backup", "create-admin", "migrate", "reindex", "restore", "status", "token", "verify-audit"]) {
      expect(said.join("\n")).toContain(`  ${verb}`)
      expect(await runVerb([verb, "--help"], io)).toBe(0)
      expect(said.at(-1)).toContain(`npm run admin -- ${verb}`)
    }
  })
  test.each(["restart", "toString", "__proto__"])("does not know %s", async (verb) => {
    await expect(runVerb([verb], io)).rejects.toThrow(UsageError)
  })
})

describe("create-admin", () => {
  const person = ["--email", "Budi@Magelang.go.id", "--name", "Budi Santoso"]

  test("makes a member of the secretariat who can sign in", async () => {
    const world = await createWorld()
    const { code, text } = await operate(createAdmin, world, person)
    expect([code, text]).toEqual([0, "budi@magelang.go.id is a member of the secretariat and can sign in."])
    const account = await world.db
      .selectFrom("account")
      .selectAll()
      .where("email", "=", "budi@magelang.go.id")
      .executeTakeFirstOrThrow()
    expect(account.secretariatSince).not.toBeNull()
    expect(account.passwordHash).toMatch(/^\$argon2id\$/)
  })
  test("raises an account that exists and leaves its password", async () => {
    const world = await createWorld()
    const before = await world.create.account({ email: "budi@magelang.go.id" })
    expect((await operate(createAdmin, world, person)).text).toMatch(/had an account/)
    const after = await world.db.selectFrom("account").selectAll().where("id", "=", before.id).executeTakeFirstOrThrow()
    expect([after.secretariatSince !== null, after.passwordHash]).toEqual([true, before.passwordHash])
  })
  test("leaves a stranger who registered the address before nothing: no password, name, session or link", async () => {
    const world = await createWorld()
    const email = "budi@magelang.go.id"
    const form = { name: "Orang Asing", email, password: "sandi orang asing", timeZone: "Asia/Jakarta" as const }
    await registerAccount(world.visitor(), { ...form, privacy: "on" })
    const { token } = (await world.mails()).at(-1)!.values
    const secret = await signIn(world.visitor(), { email, password: form.password }, "")
    const { text } = await operate(createAdmin, world, person)
    expect(text).toMatch(/never proved.*your name and password/)
    const now = () => world.clock.now()
    expect(await actorOf(world.services, secret, now())).toBeNull()
    await expect(signIn(world.visitor(), { email, password: form.password }, "")).rejects.toMatchObject({
      key: "signIn.wrong",
    })
    await expect(verifyEmail(world.visitor(), token!, form.password)).rejects.toMatchObject({ key: "token.unknown" })
    const own = await signIn(world.visitor(), { email, password: "sandi yang panjang" }, "")
    expect(await actorOf(world.services, own, now())).toMatchObject({
      ...{ name: "Budi Santoso", secretariat: true, emailVerified: true },
    })
  })
  test.each([
    [["--email", "budi", "--name", "Budi"], "sandi yang panjang", "--email is no e-mail address."],
    [["--email", "a@b.go.id"], "sandi yang panjang", "--name must have"],
    [["--mail", "a@b.go.id"], "sandi yang panjang", "--mail"],
    [person, "pendek", "The password must have"],
  ])("refuses %j with %j", async (args, password, sentence) => {
    const world = await createWorld()
    await expect(operate(createAdmin, world, args, password)).rejects.toThrow(sentence)
    expect(await world.db.selectFrom("account").selectAll().execute()).toEqual([])
  })
  test("waits for the migrations", async () => {
    const db = openDatabase(":memory:")
    await expect(operate(createAdmin, { services: { db } as never }, person)).rejects.toThrow("migrate")
    await db.destroy()
  })
})

describe("migrate and status", () => {
  test("bring an empty database up and say how it stands", async () => {
    const db = openDatabase(":memory:")
    const services = { ...(await createWorld()).services, db }
    const before = await operate(status, { services })
    expect(before.code).toBe(1)
    expect(before.text).toMatch(/migrations {2}\d+ to run: 0001-/)
    expect((await operate(migrate, { services })).text).toMatch(/ran 0001-[\s\S]*\d+ migrations run\.$/)
    expect((await operate(migrate, { services })).text).toBe("The database is up to date.")
    const after = await operate(status, { services })
    expect(after.code).toBe(0)
    expect(after.text).toMatch(/database {4}sqlite, answers[\s\S]*up to date[\s\S]*mail {8}0 waiting, 0 given up/)
    await db.destroy()
    expect((await operate(status, { services })).text).toMatch(/does not answer/)
  }, 60_000)
})

describe("verify-audit", () => {
  test("finds whole chains whole, and names a record that was changed behind the portal's back", async () => {
    const world = await createWorld()
    const account = await world.create.account()
    await world.db.transaction().execute(async (trx) => {
      for (let i = 0; i < 3; i += 1)
        await record(
          trx as never,
          { actor: null, now: world.clock.now(), requestId: "test" },
          { type: "account.registered", subjectType: "account", subjectId: account.id, data: {} },
        )
    })
    expect(await operate(verifyAuditChains, world)).toEqual({ code: 0, text: "3 events in 1 chains: all whole." })
    await sql`drop trigger audit_event_no_update`.execute(world.db)
    await world.db.updateTable("auditEvent").set({ actorName: "Orang lain" }).where("seq", "=", 2).execute()
    const { code, text } = await operate(verifyAuditChains, world)
    expect(code).toBe(1)
    expect(text).toContain(`account ${account.id}, event 2: its contents were changed after it was written`)
  })
})

describe("token", () => {
  test("makes one that works, lists it without its secret, and revokes it by its prefix", async () => {
    const world = await createWorld()
    const { slug } = await world.create.organisation({ slug: "kampus", name: "Kampus Contoh" })
    const args = ["create", "--organisation", slug, "--label", "Sistem hibah", "--days", "30"]
    const made = await operate(token, world, args)
    const secret = made.text.split("\n").at(-1)!
    expect(made.code).toBe(0)
    const present = () => programOf(world.services, `Bearer ${secret}`, world.clock.now())
    expect((await present())?.acting.organisationName).toBe("Kampus Contoh")
    const listed = await operate(token, world, ["list"])
    expect(listed.text).toMatch(
      /^[a-z2-7]{8} {2}active {3}kampus {2}proposals:write {2}until 2026-04-01 {2}last used 2026/,
    )
    expect(listed.text).not.toContain(secret.split("_")[2])
    const prefix = listed.text.slice(0, 8)
    expect((await operate(token, world, ["revoke", `simpul_${prefix}_…`])).text).toBe("Sistem hibah is revoked.")
    expect(await present()).toBeNull()
    await expect(operate(token, world, ["revoke", prefix])).rejects.toThrow("revoked already")
    const events = await world.db.selectFrom("auditEvent").select(["type", "actorId"]).execute()
    expect(events).toEqual([
      { type: "api_token.created", actorId: null },
      { type: "api_token.revoked", actorId: null },
    ])
  })

  test.each([
    [[], "create, list or revoke"],
    [["toString"], "create, list or revoke"],
    [["create"], "--organisation"],
    [["create", "--organisation", "tidak-ada"], "No organisation has the slug"],
    [["create", "--organisation", "belum"], "not verified"],
    [["create", "--organisation", "kampus", "--days", "366"], "--days"],
    [["create", "--organisation", "kampus", "--days", "1.5"], "--days"],
    [["create", "--organisation", "kampus", "--scope", "everything"], "--scope"],
    [["create", "--organisation", "kampus", "--label", "x"], "--label"],
    [["create", "--organisation", "kampus", "--password", "x"], "--password"],
    [["list", "semua"], "semua"],
    [["revoke"], "PREFIX"],
    [["revoke", "aaaaaaaa"], "No token has this prefix"],
  ])("does not understand %j", async (args, sentence) => {
    const world = await createWorld()
    await world.create.organisation({ slug: "kampus" })
    await world.create.organisation({ slug: "belum", status: "submitted" })
    await expect(operate(token, world, args)).rejects.toThrow(sentence)
    await expect(operate(token, world, args)).rejects.toThrow(UsageError)
    expect(await world.db.selectFrom("apiToken").select("id").execute()).toEqual([])
  })
})

describe("reindex", () => {
  test("makes the index anew out of what is public now, and takes nothing but its name", async () => {
    const world = await createWorld()
    const { name, id } = await world.create.organisation({ name: "Sanggar Kolintang" })
    await putAll(world.db, [{ kind: "need", id: "left-over", findable: leftOver }])
    const found = async () =>
      (await search(world.visitor(), readSearchFilter(new URLSearchParams("q=kolintang")))).results.map(({ title }) =>
        title.map(({ text }) => text).join(""),
      )
    expect(await found()).toEqual([leftOver.title])
    const regions = await world.db.selectFrom("region").select("code").execute()
    const all = regions.length + everyText().length + 1
    expect(await operate(reindex, world)).toEqual({ code: 0, text: `${all} read for the search.` })
    expect(await found()).toEqual([name])
    await world.db.updateTable("organisation").set({ status: "suspended" }).where("id", "=", id).execute()
    await operate(reindex, world)
    expect(await found()).toEqual([])
    await expect(operate(reindex, world, ["--all"])).rejects.toThrow(UsageError)
  })
})

/** What an index may hold that nothing public stands for any more. */
const leftOver: Findable = {
  ...{ key: "sisa", title: "Kolintang yang sudah ditarik", context: [], body: "", status: "open", strands: ["G"] },
  ...{ regionCodes: ["33.71"], organisationIds: [], at: "2026-02-01T00:00:00.000Z", demo: false },
}
