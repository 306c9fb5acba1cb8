import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { signIn } from "#app/domain/identity/sign-in.server.ts"
import { days } from "#app/domain/kernel/clock.ts"
import { programOf } from "#app/domain/organisation/api-token/bearer.server.ts"
import { createToken } from "#app/domain/organisation/api-token/issuing.server.ts"
import { getToken, listTokens } from "#app/domain/organisation/api-token/queries.server.ts"
import { revokeToken } from "#app/domain/organisation/api-token/revocation.server.ts"
import { mostTokens, tokenForm } from "#app/domain/organisation/api-token/schema.ts"
import { readToken } from "#app/domain/organisation/api-token/spelling.server.ts"
import { actionsOfScope, can, policy } from "#app/domain/policy/table.ts"
import { testPassword } from "#tests/support/password.ts"
import { programWith, tokenIn } from "#tests/support/tokens.ts"
import { createWorld } from "#tests/support/world.ts"

async function issuing() {
  const world = await createWorld()
  const organisation = await world.create.organisation({ slug: "kampus", name: "Kampus Contoh", strand: "A" })
  const admin = await world.create.member(organisation.id, "admin", { name: "Ani" })
  return { world, organisation, admin, ctx: await world.as(admin) }
}

const wanted = { label: "Sistem hibah", days: 90, scopes: ["proposals:write"] as const, password: testPassword }

describe("making a token", () => {
  it("answers it once, stores its hash and no more, and says so in the organisation's history", async () => {
    const { world, organisation, admin, ctx } = await issuing()
    const issued = await createToken(ctx, organisation.id, wanted)
    const parts = readToken(issued.token)!
    const row = await world.db.selectFrom("apiToken").selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      organisationId: organisation.id,
      prefix: parts.prefix,
      scopes: '["proposals:write"]',
      createdBy: admin.id,
      expiresAt: "2026-05-31T03:00:00.000Z",
    })
    for (const table of ["apiToken", "account", "auditEvent", "outbox"] as const)
      expect(JSON.stringify(await world.db.selectFrom(table).selectAll().execute())).not.toContain(parts.secret)
    const [event] = await timelineOf(world.db, "organisation", organisation.id)
    expect(event).toMatchObject({ type: "api_token.created", actorName: "Ani", data: { label: "Sistem hibah" } })
    expect(await listTokens(ctx, organisation.id)).toEqual([
      expect.objectContaining({ label: "Sistem hibah", standing: "active", createdByName: "Ani", lastUsedOn: null }),
    ])
  })

  it("is refused without the password, for an unverified organisation, with a label in use, and beyond the limit", async () => {
    const { world, organisation, ctx } = await issuing()
    const make = (changes: Partial<typeof wanted>) => createToken(ctx, organisation.id, { ...wanted, ...changes })
    await expect(make({ password: "bukan sandi saya" })).rejects.toMatchObject({
      fields: { password: ["password.wrong"] },
    })
    await make({})
    await expect(make({ label: "SISTEM HIBAH" })).rejects.toMatchObject({ fields: { label: ["apiToken.labelTaken"] } })
    for (let n = 1; n < mostTokens; n += 1) await tokenIn(world, "kampus", { label: `Sistem ${n}` })
    await expect(make({ label: "Satu lagi" })).rejects.toMatchObject({ code: "conflict", key: "apiToken.tooMany" })
    world.clock.turn(days(91))
    await world.db.updateTable("organisation").set({ status: "suspended" }).execute()
    const later = await world.as({ id: ctx.actor!.accountId })
    await expect(createToken(later, organisation.id, wanted)).rejects.toMatchObject({ key: "apiToken.notVerified" })
  })

  it("is for admins acting for the organisation; others see no token", async () => {
    const { world, organisation } = await issuing()
    const { id } = await tokenIn(world, "kampus")
    for (const role of ["member", "drafter", "approver"] as const) {
      const ctx = await world.as(await world.create.member(organisation.id, role))
      for (const attempt of [
        () => createToken(ctx, organisation.id, wanted),
        () => listTokens(ctx, organisation.id),
        () => getToken(ctx, organisation.id, id),
        () => revokeToken(ctx, organisation.id, id),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" })
    }
    const stranger = await world.create.organisation()
    const outsider = await world.as(await world.create.member(stranger.id, "admin"))
    await expect(revokeToken(outsider, organisation.id, id)).rejects.toMatchObject({ code: "not_found" })
    await expect(revokeToken(outsider, stranger.id, id)).rejects.toMatchObject({ code: "not_found" })
    expect(await listTokens(outsider, stranger.id)).toEqual([])
  })

  it.each([
    ["label", { label: "x" }],
    ["label", { label: "nama\u202eterbalik" }],
    ["days", { days: "7" }],
    ["days", { days: "36500" }],
    ["password", { password: "" }],
  ])("asks for %s as it should be", (field, changes) => {
    const read = tokenForm.safeParse({ label: "Sistem hibah", days: "90", password: "rahasia", ...changes })
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe("presenting a token", () => {
  it("opens until it expires or is revoked, and notes the day in the zone of office hours", async () => {
    const { world, organisation, ctx } = await issuing()
    const { id, token } = await tokenIn(world, "kampus")
    const present = (header: string | null) => programOf(world.services, header, world.clock.now())
    const actor = await present(`Bearer ${token}`)
    expect(actor).toMatchObject({
      memberships: [],
      secretariat: false,
      emailVerified: false,
      scopes: ["proposals:write"],
    })
    expect(actor?.acting).toMatchObject({ organisationId: organisation.id, organisationVerified: true })
    expect(actor?.name).toBe(`Sistem hibah (simpul_${readToken(token)!.prefix})`)
    expect((await getToken(ctx, organisation.id, id)).lastUsedOn).toBe("2026-03-02")
    expect(await present(`bearer   ${token}`)).not.toBeNull()
    const other = (await tokenIn(world, "kampus", { label: "Lain" })).token
    const { prefix, secret } = readToken(token)!
    for (const wrong of [
      null,
      "",
      token,
      `Basic ${token}`,
      "Bearer",
      `Bearer ${token}x`,
      `Bearer ${token} ${token}`,
      `Bearer simpul_${readToken(other)!.prefix}_${secret}`,
      `Bearer simpul_${prefix}_${"a".repeat(32)}`,
      `Bearer simpul_${prefix}_${secret.toUpperCase()}`,
    ])
      expect(await present(wrong), String(wrong)).toBeNull()
    await revokeToken(ctx, organisation.id, id)
    expect(await present(`Bearer ${token}`)).toBeNull()
    await expect(revokeToken(ctx, organisation.id, id)).rejects.toMatchObject({ key: "apiToken.over" })
    world.clock.turn(days(89))
    expect(await present(`Bearer ${other}`)).not.toBeNull()
    world.clock.turn(days(1))
    expect(await present(`Bearer ${other}`)).toBeNull()
    expect(
      (await listTokens(await world.as({ id: ctx.actor!.accountId }), organisation.id)).map((t) => t.standing),
    ).toEqual(["expired", "revoked"])
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  it("gives no program any action outside its scope, whatever a person in its place might do", async () => {
    const { world, organisation } = await issuing()
    const { actor } = await programWith(world, (await tokenIn(world, "kampus")).token)
    const own = organisation.id
    const everything = {
      ...{ organisationId: own, partyOrganisationIds: [own], accountId: actor!.accountId, enteredBy: actor!.accountId },
      ...{ recipientId: own, partnerIds: [own], coauthorIds: [own], invitedIds: [own], updateOrganisationId: own },
      ...{ hostId: own, senderId: own, supervisorId: actor!.accountId },
    }
    const may = (Object.keys(policy) as (keyof typeof policy)[]).filter((action) => can(actor, action, everything))
    expect(may.sort()).toEqual([...actionsOfScope["proposals:write"]].sort())
    expect(may.filter((action) => /sign|seal|key|mandate|decide|publish/.test(action))).toEqual([])
    const withoutScope = { ...actor!, scopes: [] }
    expect(Object.keys(policy).filter((action) => can(withoutScope, action as "page.read", everything))).toEqual([])
  })

  it("is no account that anybody can sign in to", async () => {
    const { world } = await issuing()
    const { id } = await tokenIn(world, "kampus")
    for (const password of ["", " ", "x"])
      await expect(signIn(world.visitor(), { email: `token:${id}`, password }, "")).rejects.toMatchObject({
        key: "signIn.wrong",
      })
  })
})
