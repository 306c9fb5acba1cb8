import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { actFor, actorOf, startSession } from "#app/domain/identity/session.server.ts"
import {
  changeRole,
  endMembership,
  handOver,
  leaveOrganisation,
  listMembers,
  membershipOver,
} from "#app/domain/organisation/members.server.ts"
import type { MembershipRole } from "#db/schema.ts"
import { createWorld, type World } from "#tests/support/world.ts"

/** A verified organisation with an admin and a drafter. */
async function team() {
  const world = await createWorld()
  const organisation = await world.create.organisation()
  const admin = await world.create.member(organisation.id, "admin", { name: "Ani" })
  const drafter = await world.create.member(organisation.id, "drafter", { name: "Budi" })
  return { world, organisation, admin, drafter, membership: (id: string) => membershipOf(world, id) }
}

const membershipOf = async (world: World, accountId: string): Promise<string> =>
  (
    await world.db
      .selectFrom("membership")
      .select("id")
      .where("accountId", "=", accountId)
      .where("endedAt", "is", null)
      .executeTakeFirstOrThrow()
  ).id

const rolesIn = async (world: World, organisationId: string): Promise<[string, MembershipRole][]> =>
  (
    await world.db
      .selectFrom("membership")
      .innerJoin("account", "account.id", "membership.accountId")
      .select(["account.name", "membership.role"])
      .where("membership.organisationId", "=", organisationId)
      .where("membership.endedAt", "is", null)
      .orderBy("account.name")
      .execute()
  ).map(({ name, role }) => [name, role])

describe("roles", () => {
  it("are changed by an admin, and the change is on record", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    const id = await membership(drafter.id)
    await changeRole(await world.as(admin), organisation.id, id, { role: "approver", seenRole: "drafter" })
    expect(await rolesIn(world, organisation.id)).toEqual([
      ["Ani", "admin"],
      ["Budi", "approver"],
    ])
    expect((await timelineOf(world.db, "organisation", organisation.id)).map(({ type, data }) => [type, data])).toEqual(
      [["membership.role_changed", { from: "drafter", to: "approver", membershipId: id }]],
    )
  })

  it("leave nothing on record where nothing changes", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    await changeRole(await world.as(admin), organisation.id, await membership(drafter.id), {
      role: "drafter",
      seenRole: "drafter",
    })
    expect(await timelineOf(world.db, "organisation", organisation.id)).toEqual([])
  })

  it("keep the last admin, refuse what was seen otherwise, and are no other role's to change", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    const ctx = await world.as(admin)
    await expect(
      changeRole(ctx, organisation.id, await membership(admin.id), { role: "member", seenRole: "admin" }),
    ).rejects.toMatchObject({ code: "conflict", key: "membership.lastAdmin" })
    await expect(
      changeRole(ctx, organisation.id, await membership(drafter.id), { role: "admin", seenRole: "member" }),
    ).rejects.toMatchObject({ code: "conflict", key: "stale" })
    await expect(
      changeRole(await world.as(drafter), organisation.id, await membership(drafter.id), {
        role: "admin",
        seenRole: "drafter",
      }),
    ).rejects.toMatchObject({ code: "forbidden" })
  })

  it("are not changed through another organisation's address", async () => {
    const { world, organisation, admin, membership } = await team()
    const other = await world.create.organisation()
    const foreign = await world.create.member(other.id, "member")
    const ctx = await world.as(admin)
    const change = { role: "admin", seenRole: "member" } as const
    await expect(changeRole(ctx, organisation.id, await membership(foreign.id), change)).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(changeRole(ctx, other.id, await membership(foreign.id), change)).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await rolesIn(world, other.id)).toEqual([[foreign.name, "member"]])
  })
})

describe("handing over", () => {
  it("makes the other admin and gives the giver his new role, both at once", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    await handOver(await world.as(admin), organisation.id, {
      membershipId: await membership(drafter.id),
      role: "member",
    })
    expect(await rolesIn(world, organisation.id)).toEqual([
      ["Ani", "member"],
      ["Budi", "admin"],
    ])
    expect((await timelineOf(world.db, "organisation", organisation.id)).map(({ data }) => data.to)).toEqual([
      "admin",
      "member",
    ])
  })

  it("goes neither to oneself nor to a stranger nor back to the admin's role, and is an admin's alone", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    const ctx = await world.as(admin)
    const stranger = await world.create.member((await world.create.organisation()).id)
    for (const to of [admin.id, stranger.id])
      await expect(
        handOver(ctx, organisation.id, { membershipId: await membership(to), role: "member" }),
      ).rejects.toMatchObject({ code: "invalid", fields: { membershipId: ["field.choose"] } })
    await expect(
      handOver(ctx, organisation.id, { membershipId: await membership(drafter.id), role: "admin" }),
    ).rejects.toMatchObject({ code: "invalid", fields: { role: ["field.choose"] } })
    await expect(
      handOver(await world.as(drafter), organisation.id, {
        membershipId: await membership(admin.id),
        role: "member",
      }),
    ).rejects.toMatchObject({ code: "forbidden" })
    expect((await rolesIn(world, organisation.id))[0]).toEqual(["Ani", "admin"])
  })
})

describe("ending a membership", () => {
  it("takes the person's access and mandates there, tells him, and leaves his other organisations alone", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    const other = await world.create.organisation()
    await world.create.membership(drafter.id, other.id, "admin")
    const mandate = await world.create.mandate(drafter.id, organisation.id)
    const elsewhere = await world.create.mandate(drafter.id, other.id)
    const secret = await startSession(world.visitor(), drafter.id, "Firefox")
    await actFor(await world.as(drafter, null), secret, organisation.id)
    const id = (
      await world.db
        .selectFrom("membership")
        .select("id")
        .where("accountId", "=", drafter.id)
        .where("organisationId", "=", organisation.id)
        .executeTakeFirstOrThrow()
    ).id
    await endMembership(await world.as(admin), organisation.id, id)
    const actor = await actorOf(world.services, secret, world.clock.now())
    expect(actor?.memberships.map(({ organisationId }) => organisationId)).toEqual([other.id])
    expect(actor?.acting?.organisationId).not.toBe(organisation.id)
    const states = await world.db.selectFrom("mandate").select(["id", "status", "endReason"]).orderBy("id").execute()
    expect(states).toEqual([
      { id: mandate.id, status: "ended", endReason: membershipOver },
      { id: elsewhere.id, status: "verified", endReason: "" },
    ])
    expect(await world.mails()).toEqual([
      { to: drafter.email, locale: "id", kind: "membership-ended", values: { organisation: organisation.name } },
    ])
    expect((await timelineOf(world.db, "organisation", organisation.id)).map(({ type }) => type)).toEqual([
      "membership.ended",
    ])
    expect((await timelineOf(world.db, "mandate", mandate.id)).map(({ type }) => type)).toEqual(["mandate.ended"])
    await expect(
      endMembership(await world.as(admin), organisation.id, await membership(admin.id)),
    ).rejects.toMatchObject({ code: "conflict", key: "membership.leaveInstead" })
    await expect(endMembership(await world.as(admin), organisation.id, id)).rejects.toMatchObject({ code: "not_found" })
  })

  it("is no other role's to do", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    await expect(
      endMembership(await world.as(drafter), organisation.id, await membership(admin.id)),
    ).rejects.toMatchObject({ code: "forbidden" })
    expect((await listMembers(await world.as(admin), organisation.id)).map(({ name }) => name)).toEqual(["Ani", "Budi"])
  })
})

describe("leaving", () => {
  it("is everybody's own, whichever organisation he acts for, with his mandates there", async () => {
    const { world, organisation, drafter } = await team()
    const mandate = await world.create.mandate(drafter.id, organisation.id, { status: "entered" })
    await leaveOrganisation(await world.as(drafter, null), organisation.id)
    expect(await rolesIn(world, organisation.id)).toEqual([["Ani", "admin"]])
    expect((await world.db.selectFrom("mandate").select("status").executeTakeFirstOrThrow()).status).toBe("ended")
    expect((await timelineOf(world.db, "mandate", mandate.id)).map(({ data }) => data.reason)).toEqual([membershipOver])
    await expect(leaveOrganisation(await world.as(drafter, null), organisation.id)).rejects.toMatchObject({
      code: "not_found",
    })
  })

  it("keeps the last admin until he has handed over", async () => {
    const { world, organisation, admin, drafter, membership } = await team()
    await expect(leaveOrganisation(await world.as(admin), organisation.id)).rejects.toMatchObject({
      key: "membership.lastAdmin",
    })
    await handOver(await world.as(admin), organisation.id, {
      membershipId: await membership(drafter.id),
      role: "member",
    })
    await leaveOrganisation(await world.as(admin), organisation.id)
    expect(await rolesIn(world, organisation.id)).toEqual([["Budi", "admin"]])
  })
})
