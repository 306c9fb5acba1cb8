import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { endExpiredMandates, endMandate, termOver } from "#app/domain/organisation/mandate-ending.server.ts"
import { getMandate } from "#app/domain/organisation/mandate-queries.server.ts"
import { endMembership } from "#app/domain/organisation/members.server.ts"
import { twoSigners } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const reason = "Masa jabatan berakhir."

const certificate = (world: World, mandateId: string) =>
  world.db
    .selectFrom("certificate")
    .select(["revokedAt", "revocationCode", "revocationReason", "keyEnvelope"])
    .where("mandateId", "=", mandateId)
    .executeTakeFirstOrThrow()

async function signing() {
  const world = await createWorld()
  const { jabar, magelang } = await twoSigners(world)
  const admin = await world.create.member(jabar.organisation.id, "admin")
  return { world, jabar, magelang, admin }
}

describe("ending a mandate", () => {
  it("revokes its certificate, empties the key, and leaves other mandates alone", async () => {
    const { world, jabar, magelang, admin } = await signing()
    await endMandate(await world.as(admin), jabar.mandateId, reason, 0)
    expect(await getMandate(await world.as(admin), jabar.mandateId)).toMatchObject({
      status: "ended",
      endedAt: world.clock.now(),
      endReason: reason,
    })
    expect(await certificate(world, jabar.mandateId)).toEqual({
      revokedAt: world.clock.now(),
      revocationCode: "affiliationChanged",
      revocationReason: reason,
      keyEnvelope: "",
    })
    expect((await certificate(world, magelang.mandateId)).revokedAt).toBeNull()
    expect((await timelineOf(world.db, "mandate", jabar.mandateId)).at(-1)).toMatchObject({
      type: "mandate.ended",
      data: { reason },
    })
    expect((await world.mails()).map(({ to, kind }) => [to, kind])).toEqual([[jabar.head.email, "certificate-revoked"]])
  })

  it("is for admins of the organisation and the secretariat, not for the holder or strangers", async () => {
    const { world, jabar, magelang } = await signing()
    await expect(endMandate(await world.as(jabar.head), jabar.mandateId, reason, 0)).rejects.toMatchObject({
      code: "forbidden",
    })
    const other = await world.as(await world.create.member(magelang.organisation.id, "admin"))
    await expect(endMandate(other, jabar.mandateId, reason, 0)).rejects.toMatchObject({ code: "not_found" })
    await endMandate(await world.as(await world.create.secretariat(), null), jabar.mandateId, reason, 0)
  })

  it("does nothing from an old page", async () => {
    const { world, jabar, admin } = await signing()
    await expect(endMandate(await world.as(admin), jabar.mandateId, reason, 3)).rejects.toMatchObject({
      code: "conflict",
      key: "stale",
    })
    expect((await certificate(world, jabar.mandateId)).revokedAt).toBeNull()
  })

  it("comes with the end of the holder's membership", async () => {
    const { world, jabar, admin } = await signing()
    const { id } = await world.db
      .selectFrom("membership")
      .select("id")
      .where("accountId", "=", jabar.head.id)
      .executeTakeFirstOrThrow()
    await endMembership(await world.as(admin), jabar.organisation.id, id)
    expect((await getMandate(await world.as(admin), jabar.mandateId)).status).toBe("ended")
    expect((await certificate(world, jabar.mandateId)).keyEnvelope).toBe("")
  })
})

describe("the job that ends what has run out", () => {
  it("ends verified mandates the day after their last by Western Indonesian Time, and revokes their keys", async () => {
    const { world, jabar, magelang } = await signing()
    const set = (id: string, validUntil: string | null) =>
      world.db.updateTable("mandate").set({ validUntil }).where("id", "=", id).execute()
    await set(jabar.mandateId, "2026-03-02")
    await set(magelang.mandateId, null)
    world.clock.set("2026-03-02T16:59:59.999Z")
    expect(await endExpiredMandates(world.services)).toBe(0)
    world.clock.set("2026-03-02T17:00:00.000Z")
    expect(await endExpiredMandates(world.services)).toBe(1)
    expect(await endExpiredMandates(world.services)).toBe(0)
    const ctx = await world.as(await world.create.secretariat(), null)
    expect(await getMandate(ctx, jabar.mandateId)).toMatchObject({ status: "ended", endReason: termOver })
    expect((await getMandate(ctx, magelang.mandateId)).status).toBe("verified")
    expect((await certificate(world, jabar.mandateId)).revokedAt).toBe(world.clock.now())
    expect((await timelineOf(world.db, "mandate", jabar.mandateId)).at(-1)).toMatchObject({
      type: "mandate.ended",
      actorName: "",
      data: { reason: termOver },
    })
  })

  it("leaves what never counted or has ended already as it is", async () => {
    const { world, jabar } = await signing()
    for (const status of ["entered", "refused", "ended"] as const)
      await world.create.mandate(jabar.head.id, jabar.organisation.id, { status, validUntil: "2026-01-01" })
    expect(await endExpiredMandates(world.services)).toBe(0)
  })
})
