import { describe, expect, it } from "vitest"
import { approvalsOf, approveVersion, withdrawApproval } from "#app/domain/agreement/approval.server.ts"
import { proposeAgreement } from "#app/domain/agreement/proposal.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { listVersions } from "#app/domain/agreement/versions.server.ts"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import * as names from "#db/migrations/0011-names.ts"
import { agreementIn, approve, saveChange, seenBy, start, twoRegions, typeInto } from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

async function negotiating() {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const code = await agreementIn(world, sides, "negotiation")
  const jabar = await world.as(sides.jabar.approver)
  const magelang = await world.as(sides.magelang.approver)
  return { world, sides, code, jabar, magelang }
}

describe("proposing", () => {
  it("shows the draft to the other side and tells its people", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const code = await start(ctx, magelang.organisation.slug)
    await proposeAgreement(ctx, code, await seenBy(ctx, code))
    const agreement = await getAgreement(await world.as(magelang.head), code)
    expect(agreement).toMatchObject({ status: "negotiation", proposedAt: world.clock.now(), proposedVersion: 1 })
    expect((await world.mails()).map(({ to, kind, values }) => [to, kind, values.region])).toEqual([
      [magelang.drafter.email, "agreement-proposed", "Provinsi Jawa Barat"],
      [magelang.approver.email, "agreement-proposed", "Provinsi Jawa Barat"],
    ])
  })

  it("is refused while the other side is not verified any more, and with a form from before a change", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const code = await start(ctx, magelang.organisation.slug)
    const old = await seenBy(ctx, code)
    await saveChange(ctx, code, typeInto("objek", "Lain."))
    await expect(proposeAgreement(ctx, code, old)).rejects.toMatchObject({ code: "conflict", key: "stale" })
    await world.db
      .updateTable("organisation")
      .set({ status: "suspended" })
      .where("id", "=", magelang.organisation.id)
      .execute()
    await expect(proposeAgreement(ctx, code, await seenBy(ctx, code))).rejects.toMatchObject({
      key: "agreement.partyNotVerified",
      parameters: { region: "Kota Magelang" },
    })
  })
})

describe("names in the record", () => {
  it("stay those of the day, whatever becomes of the account", async () => {
    const { world, sides, code, jabar, magelang } = await negotiating()
    await approve(world, sides.magelang, code)
    const agreement = await getAgreement(jabar, code)
    const told = async () => ({
      versions: (await listVersions(jabar, agreement)).map(({ authorName }) => authorName),
      approvals: (await approvalsOf(jabar, agreement)).map(({ accountName }) => accountName),
    })
    const before = await told()
    expect(before.approvals).toEqual([magelang.actor!.name])
    await world.db.updateTable("account").set({ name: "Nama yang lain" }).execute()
    expect(await told()).toEqual(before)
  })

  it("are filled in for what was recorded before they were kept", async () => {
    const { world, sides, code, jabar } = await negotiating()
    await approve(world, sides.magelang, code)
    const agreement = await getAgreement(jabar, code)
    const before = [await listVersions(jabar, agreement), await approvalsOf(jabar, agreement)]
    await world.db.schema.alterTable("agreement_version").dropColumn("author_name").execute()
    await world.db.schema.alterTable("agreement_approval").dropColumn("account_name").execute()
    await world.db.schema.alterTable("proposal_version").dropColumn("author_name").execute()
    await names.up(world.db)
    expect([await listVersions(jabar, agreement), await approvalsOf(jabar, agreement)]).toEqual(before)
  })
})

describe("approving", () => {
  it("is one side's word first and the agreement with the second", async () => {
    const { world, sides, code, jabar, magelang } = await negotiating()
    expect(await approve(world, sides.magelang, code)).toBe("approved")
    expect((await getAgreement(jabar, code)).status).toBe("negotiation")
    expect(await approve(world, sides.jabar, code)).toBe("agreed")
    const agreement = await getAgreement(jabar, code)
    expect(agreement.status).toBe("agreed")
    expect(
      (await approvalsOf(magelang, agreement)).map(({ accountName, versionNumber }) => [accountName, versionNumber]),
    ).toEqual([
      ["Penyetuju 33.71", 1],
      ["Penyetuju 32", 1],
    ])
    expect((await timelineOf(world.db, "agreement", agreement.id)).map(({ type }) => type)).toEqual([
      "agreement.started",
      "agreement.proposed",
      "agreement.approved",
      "agreement.approved",
      "agreement.agreed",
    ])
  })

  it("tells the other side each time", async () => {
    const { world, sides, code } = await negotiating()
    await world.db.deleteFrom("outbox").execute()
    await approve(world, sides.magelang, code)
    expect((await world.mails()).map(({ to, kind }) => [to, kind])).toEqual([
      [sides.jabar.drafter.email, "agreement-approved"],
      [sides.jabar.approver.email, "agreement-approved"],
    ])
  })

  it("refuses a version that is no longer the newest, and a hash that is not that version's", async () => {
    const { code, jabar } = await negotiating()
    const old = await seenBy(jabar, code)
    await saveChange(jabar, code, typeInto("objek", "Baru."))
    const now = await seenBy(jabar, code)
    await expect(approveVersion(jabar, code, old)).rejects.toMatchObject({
      key: "agreement.notNewest",
      parameters: { version: 1, newest: 2 },
    })
    await expect(approveVersion(jabar, code, { ...now, sha256: old.sha256 })).rejects.toMatchObject({
      key: "agreement.notNewest",
    })
    await expect(approveVersion(jabar, code, { ...now, lockVersion: old.lockVersion })).rejects.toMatchObject({
      key: "stale",
    })
    expect((await getAgreement(jabar, code)).status).toBe("negotiation")
  })

  it("counts once for a side, whoever of it approves", async () => {
    const { world, sides, code } = await negotiating()
    await approve(world, sides.jabar, code)
    const second = await world.as(await world.create.member(sides.jabar.organisation.id, "admin"))
    await expect(approveVersion(second, code, await seenBy(second, code))).rejects.toMatchObject({
      code: "conflict",
      key: "agreement.alreadyApproved",
    })
  })

  it("is forbidden to drafters and members, and not found by outsiders", async () => {
    const { world, sides, code } = await negotiating()
    const seen = await seenBy(await world.as(sides.jabar.approver), code)
    for (const person of [sides.jabar.drafter, sides.jabar.head])
      await expect(approveVersion(await world.as(person), code, seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(approveVersion(await world.as(sides.jabar.approver, null), code, seen)).rejects.toMatchObject({
      code: "not_found",
    })
  })

  it("is refused while a party is suspended", async () => {
    const { world, sides, code, jabar } = await negotiating()
    await world.db
      .updateTable("organisation")
      .set({ status: "suspended" })
      .where("id", "=", sides.magelang.organisation.id)
      .execute()
    await expect(approveVersion(jabar, code, await seenBy(jabar, code))).rejects.toMatchObject({
      key: "agreement.partyNotVerified",
    })
  })
})

describe("taking an approval back", () => {
  it("works while the other side has not approved, and stays on record", async () => {
    const { world, sides, code, jabar } = await negotiating()
    await approve(world, sides.jabar, code)
    await withdrawApproval(jabar, code, await seenBy(jabar, code))
    const agreement = await getAgreement(jabar, code)
    expect(await approvalsOf(jabar, agreement)).toEqual([])
    expect((await timelineOf(world.db, "agreement", agreement.id)).at(-1)).toMatchObject({
      type: "agreement.approval_withdrawn",
      data: { version: 1 },
    })
    expect(await approve(world, sides.jabar, code)).toBe("approved")
  })

  it("is refused where there is none of the own side, and once both have approved", async () => {
    const { world, sides, code, jabar, magelang } = await negotiating()
    await approve(world, sides.jabar, code)
    await expect(withdrawApproval(magelang, code, await seenBy(magelang, code))).rejects.toMatchObject({
      key: "agreement.notApproved",
    })
    await approve(world, sides.magelang, code)
    await expect(withdrawApproval(jabar, code, await seenBy(jabar, code))).rejects.toMatchObject({ key: "flow.step" })
  })
})
