import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { days } from "#app/domain/kernel/clock.ts"
import { findInvitation } from "#app/domain/organisation/invitation-state.server.ts"
import {
  acceptInvitation,
  getInvitation,
  inviteMember,
  listInvitations,
  revokeInvitation,
} from "#app/domain/organisation/invitations.server.ts"
import { createWorld, type World } from "#tests/support/world.ts"

async function inviting() {
  const world = await createWorld()
  const organisation = await world.create.organisation()
  const admin = await world.create.member(organisation.id, "admin", { name: "Ani" })
  const guest = await world.create.account({ email: "tamu@contoh.example", locale: "en" })
  return { world, organisation, admin, guest, ctx: await world.as(admin) }
}

/** The secret of the link that was mailed last. */
const mailed = async (world: World): Promise<string> => (await world.mails()).at(-1)?.values.token ?? ""

const openIds = async (world: World): Promise<string[]> =>
  (
    await world.db
      .selectFrom("invitation")
      .select("id")
      .where("acceptedAt", "is", null)
      .where("revokedAt", "is", null)
      .orderBy("id")
      .execute()
  ).map(({ id }) => id)

describe("inviting", () => {
  it("mails a link in the language of a known reader and keeps only its hash", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "drafter")
    const [mail] = await world.mails()
    expect(mail).toMatchObject({
      to: guest.email,
      locale: "en",
      kind: "invitation",
      values: { organisation: organisation.name, inviter: "Ani", role: "drafter" },
    })
    const row = await world.db.selectFrom("invitation").selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(mail?.values.token)
    expect(row.expiresAt).toBe(new Date(Date.parse(world.clock.now()) + days(7)).toISOString())
    expect(await listInvitations(ctx, organisation.id)).toEqual([
      {
        id: row.id,
        email: guest.email,
        role: "drafter",
        createdAt: world.clock.now(),
        expiresAt: row.expiresAt,
      },
    ])
  })

  it("replaces an earlier one to the same address, whose link stops working", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "member")
    const first = await mailed(world)
    world.clock.turn(1000)
    await inviteMember({ ...ctx, now: world.clock.now() }, organisation.id, guest.email, "approver")
    expect((await openIds(world)).length).toBe(1)
    const reader = await world.as(guest)
    expect((await findInvitation(reader, first)).state).toBe("revoked")
    await expect(acceptInvitation(reader, first)).rejects.toMatchObject({ code: "conflict", key: "invitation.revoked" })
  })

  it("refuses somebody who belongs to it, other roles, and strangers", async () => {
    const { world, organisation, admin, guest, ctx } = await inviting()
    await expect(inviteMember(ctx, organisation.id, admin.email, "member")).rejects.toMatchObject({
      key: "membership.alreadyMember",
    })
    const drafter = await world.as(await world.create.member(organisation.id, "drafter"))
    await expect(inviteMember(drafter, organisation.id, guest.email, "member")).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(listInvitations(drafter, organisation.id)).rejects.toMatchObject({ code: "forbidden" })
    await expect(inviteMember(await world.as(guest), organisation.id, guest.email, "admin")).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await world.mails()).toEqual([])
  })

  it("is limited to fifty a day for one organisation", async () => {
    const { world, organisation, ctx } = await inviting()
    for (let n = 0; n < 50; n += 1) await inviteMember(ctx, organisation.id, `orang-${n}@jauh.example`, "member")
    await expect(inviteMember(ctx, organisation.id, "lagi@jauh.example", "member")).rejects.toMatchObject({
      code: "rate_limited",
    })
    expect((await world.mails()).length).toBe(50)
  })
})

describe("accepting", () => {
  it("joins in the role of the invitation, once", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "approver")
    const token = await mailed(world)
    const reader = await world.as(guest)
    expect(await findInvitation(reader, token)).toMatchObject({
      organisationId: organisation.id,
      organisationName: organisation.name,
      inviterName: "Ani",
      role: "approver",
      state: "open",
    })
    expect(await acceptInvitation(reader, token)).toBe(organisation.id)
    expect((await world.as(guest)).actor?.memberships.map(({ role }) => role)).toEqual(["approver"])
    expect((await timelineOf(world.db, "organisation", organisation.id)).map(({ type }) => type)).toEqual([
      "membership.invited",
      "membership.joined",
    ])
    await expect(acceptInvitation(await world.as(guest), token)).rejects.toMatchObject({ key: "invitation.used" })
  })

  it("works by its id for the one it is addressed to, and is not there for anybody else", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "member")
    const [id = ""] = await openIds(world)
    const stranger = await world.as(await world.create.account())
    await expect(findInvitation(stranger, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(acceptInvitation(stranger, { id })).rejects.toMatchObject({ code: "not_found" })
    expect(await acceptInvitation(await world.as(guest), { id })).toBe(organisation.id)
  })

  it.each([
    ["otherAddress", { email: "lain@contoh.example" }, 0],
    ["unproved", { emailVerifiedAt: null }, 0],
    ["expired", {}, days(7)],
  ] as const)("is refused as %s", async (state, change, later) => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "admin")
    const token = await mailed(world)
    if (Object.keys(change).length > 0)
      await world.db.updateTable("account").set(change).where("id", "=", guest.id).execute()
    world.clock.turn(later)
    const reader = await world.as(guest)
    expect((await findInvitation(reader, token)).state).toBe(state)
    await expect(acceptInvitation(reader, token)).rejects.toMatchObject({
      code: "conflict",
      key: `invitation.${state}`,
    })
    expect((await world.as(guest)).actor?.memberships).toEqual([])
  })

  it("works until the last millisecond of its seven days", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "member")
    world.clock.turn(days(7) - 1)
    expect(await acceptInvitation(await world.as(guest), await mailed(world))).toBe(organisation.id)
  })

  it("leaves the role of somebody who has become a member meanwhile", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "admin")
    await world.create.membership(guest.id, organisation.id, "drafter")
    await acceptInvitation(await world.as(guest), await mailed(world))
    expect((await world.as(guest)).actor?.memberships.map(({ role }) => role)).toEqual(["drafter"])
  })

  it("finds nothing under an unknown secret, and nothing at all for visitors", async () => {
    const { world, guest } = await inviting()
    for (const secret of ["", "tidak-ada", "'; drop table invitation; --"])
      await expect(findInvitation(await world.as(guest), secret)).rejects.toMatchObject({
        code: "not_found",
        key: "token.unknown",
      })
    await expect(findInvitation(world.visitor(), "apa saja")).rejects.toMatchObject({ code: "not_found" })
    await expect(acceptInvitation(world.visitor(), "apa saja")).rejects.toMatchObject({ key: "signInFirst" })
  })
})

describe("withdrawing", () => {
  it("stops the link and is on record; a second time there is nothing to withdraw", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "member")
    const [id = ""] = await openIds(world)
    await revokeInvitation(ctx, organisation.id, id)
    expect(await listInvitations(ctx, organisation.id)).toEqual([])
    await expect(acceptInvitation(await world.as(guest), await mailed(world))).rejects.toMatchObject({
      key: "invitation.revoked",
    })
    await expect(revokeInvitation(ctx, organisation.id, id)).rejects.toMatchObject({ code: "not_found" })
    expect((await timelineOf(world.db, "organisation", organisation.id)).at(-1)).toMatchObject({
      type: "membership.invitation_revoked",
      data: { role: "member" },
    })
  })

  it("reaches no invitation of another organisation", async () => {
    const { world, organisation, guest, ctx } = await inviting()
    await inviteMember(ctx, organisation.id, guest.email, "member")
    const [id = ""] = await openIds(world)
    const other = await world.create.organisation()
    const otherAdmin = await world.as(await world.create.member(other.id, "admin"))
    await expect(getInvitation(otherAdmin, other.id, id)).rejects.toMatchObject({ code: "not_found" })
    await expect(revokeInvitation(otherAdmin, organisation.id, id)).rejects.toMatchObject({ code: "not_found" })
    expect(await openIds(world)).toEqual([id])
  })
})
