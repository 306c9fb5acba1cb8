import { describe, expect, it } from "vitest"
import { cancelAgreement, withdrawAgreement } from "#app/domain/agreement/ending.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { reasonForm } from "#app/domain/agreement/schema.ts"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { agreementIn, seenBy, twoRegions } from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

describe("ending without a signature", () => {
  it("withdraws a draft silently: the other side never knew", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    const code = await agreementIn(world, sides, "draft")
    const ctx = await world.as(sides.jabar.drafter)
    await withdrawAgreement(ctx, code, { ...(await seenBy(ctx, code)), reason: "Belum dianggarkan." })
    expect(await getAgreement(ctx, code)).toMatchObject({
      status: "withdrawn",
      endedAt: world.clock.now(),
      endReason: "Belum dianggarkan.",
    })
    expect(await world.mails()).toEqual([])
    await expect(getAgreement(await world.as(sides.magelang.approver), code)).rejects.toMatchObject({
      code: "not_found",
    })
  })

  it("cancels a negotiation from either side, with the reason to the other one and on record", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    for (const state of ["negotiation", "agreed"] as const) {
      const code = await agreementIn(world, sides, state)
      await world.db.deleteFrom("outbox").execute()
      const ctx = await world.as(sides.magelang.approver)
      await cancelAgreement(ctx, code, { ...(await seenBy(ctx, code)), reason: "DPRD belum menyetujui." })
      const agreement = await getAgreement(ctx, code)
      expect(agreement).toMatchObject({ status: "cancelled", endReason: "DPRD belum menyetujui." })
      expect((await world.mails()).map(({ to, kind, values }) => [to, kind, values.reason, values.region])).toEqual([
        [sides.jabar.drafter.email, "agreement-stopped", "DPRD belum menyetujui.", "Kota Magelang"],
        [sides.jabar.approver.email, "agreement-stopped", "DPRD belum menyetujui.", "Kota Magelang"],
      ])
      expect((await timelineOf(world.db, "agreement", agreement.id)).at(-1)).toMatchObject({
        type: "agreement.cancelled",
        organisationId: sides.magelang.organisation.id,
        actorName: "Penyetuju 33.71",
      })
    }
  })

  it("is refused to drafters (cancelling), to members, and on an older state", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    const code = await agreementIn(world, sides, "negotiation")
    const ctx = await world.as(sides.jabar.approver)
    const ending = { lockVersion: (await seenBy(ctx, code)).lockVersion, reason: "Alasan." }
    for (const person of [sides.jabar.drafter, sides.jabar.head])
      await expect(cancelAgreement(await world.as(person), code, ending)).rejects.toMatchObject({ code: "forbidden" })
    await expect(cancelAgreement(ctx, code, { ...ending, lockVersion: 0 })).rejects.toMatchObject({ key: "stale" })
    const draft = await agreementIn(world, sides, "draft")
    await expect(withdrawAgreement(await world.as(sides.jabar.head), draft, ending)).rejects.toMatchObject({
      code: "forbidden",
    })
  })

  it("wants a reason of a few words", () => {
    const errors = (reason: string | undefined) => {
      const parsed = reasonForm.safeParse({ lockVersion: "3", ...(reason === undefined ? {} : { reason }) })
      return parsed.success ? [] : parsed.error.issues.map(({ message }) => message)
    }
    expect(errors("Anggaran habis.")).toEqual([])
    expect(errors(undefined)).toEqual(["field.required"])
    expect(errors(" \n ")).toEqual(["field.required"])
    expect(errors("x")).toEqual(["field.tooShort"])
    expect(errors("x".repeat(1_001))).toEqual(["field.tooLong"])
    expect(errors("abc\u0000def")).toEqual(["field.characters"])
  })
})
