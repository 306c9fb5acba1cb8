import { describe, expect, it } from "vitest"
import { getAgreementCase } from "#app/domain/agreement/case.server.ts"
import { compareVersions } from "#app/domain/agreement/comparison.server.ts"
import { listDeskAgreements } from "#app/domain/agreement/desk.server.ts"
import { publicFile, workingFile } from "#app/domain/agreement/documents.server.ts"
import { agreementFlow } from "#app/domain/agreement/flow.ts"
import { proposeAgreement } from "#app/domain/agreement/proposal.server.ts"
import { getAgreement, visibleAgreements } from "#app/domain/agreement/queries.server.ts"
import { getPublicAgreement, listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { readRegisterFilter } from "#app/domain/agreement/register-filter.ts"
import { getVersion, listVersions } from "#app/domain/agreement/versions.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { statesOf } from "#app/domain/kernel/flow.ts"
import { agreementIn, approve, saveChange, seenBy, start, twoRegions, typeInto } from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

const everything = readRegisterFilter(new URLSearchParams()).filter

async function oneInEachState() {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const codes = new Map<string, string>()
  for (const state of statesOf(agreementFlow)) codes.set(await agreementIn(world, sides, state), state)
  const seen = async (ctx: Ctx) => {
    const rows = await visibleAgreements(ctx).select("agreement.code").execute()
    return rows.map(({ code }) => codes.get(code)).sort()
  }
  return { world, sides, codes, seen }
}

describe("who may know of an agreement", () => {
  it("is everybody once it is in force, the parties before, and for a draft only the side that started it", async () => {
    const { world, sides, seen } = await oneInEachState()
    const all = statesOf(agreementFlow).sort()
    const open = ["in_force", "lapsed"]
    const outsider = await world.create.member((await world.create.pemda("33.08")).id, "admin")
    expect(await seen(world.visitor())).toEqual(open)
    expect(await seen(await world.as(outsider))).toEqual(open)
    expect(await seen(await world.as(await world.create.secretariat()))).toEqual(open)
    expect(await seen(await world.as(sides.jabar.head))).toEqual(all)
    expect(await seen(await world.as(sides.magelang.approver))).toEqual(
      all.filter((state) => state !== "draft" && state !== "withdrawn"),
    )
  })

  it("follows the organisation he acts for, not all he belongs to", async () => {
    const { world, sides, seen } = await oneInEachState()
    const other = await world.create.organisation()
    await world.create.membership(sides.jabar.drafter.id, other.id, "admin")
    expect(await seen(await world.as(sides.jabar.drafter, other.id))).toEqual(["in_force", "lapsed"])
    expect(await seen(await world.as(sides.jabar.drafter, null))).toEqual(["in_force", "lapsed"])
    expect(await seen(await world.as(sides.jabar.drafter, sides.jabar.organisation.id))).toHaveLength(9)
  })

  it("ends with the membership", async () => {
    const { world, sides, seen } = await oneInEachState()
    await world.db
      .updateTable("membership")
      .set({ endedAt: world.clock.now() })
      .where("accountId", "=", sides.jabar.drafter.id)
      .execute()
    expect(await seen(await world.as(sides.jabar.drafter, sides.jabar.organisation.id))).toEqual(["in_force", "lapsed"])
  })

  it("is answered with not found on every way to it, and never with forbidden", async () => {
    const { world, codes } = await oneInEachState()
    const outsider = await world.as(await world.create.member((await world.create.pemda("33.08")).id, "admin"))
    for (const [code, state] of codes) {
      if (state === "in_force" || state === "lapsed") continue
      for (const look of [
        () => getAgreement(outsider, code),
        () => getAgreementCase(outsider, code),
        () => compareVersions(outsider, code, {}),
        () => workingFile(outsider, code),
        () => publicFile(outsider, code),
        () => getPublicAgreement(outsider, code),
      ])
        await expect(look(), state).rejects.toMatchObject({ code: "not_found" })
    }
  })

  it("does not open the workspace of a public agreement to others", async () => {
    const { world, codes } = await oneInEachState()
    const outsider = await world.as(await world.create.member((await world.create.pemda("33.08")).id, "admin"))
    const code = [...codes].find(([, state]) => state === "in_force")![0]
    await expect(getAgreementCase(outsider, code)).rejects.toMatchObject({ code: "forbidden" })
    await expect(workingFile(outsider, code)).rejects.toMatchObject({ code: "forbidden" })
    expect(await listVersions(outsider, await getAgreement(outsider, code))).toEqual([])
    expect((await getPublicAgreement(outsider, code)).code).toBe(code)
  })

  it("takes any spelling that is no code for not found, control characters too", async () => {
    const world = await createWorld()
    for (const code of [
      "",
      "KB-0000-0000",
      "kb-7h3k-9qpd",
      "KB-7H3K-9QPD\u0000",
      "../../etc",
      "x".repeat(100_000),
      "KB-%00",
    ])
      await expect(getAgreement(world.visitor(), code)).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("what side 2 may read of the time before it was shown the draft", () => {
  it("begins with the proposed version and the proposal", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const mine = await world.as(jabar.drafter)
    const code = await start(mine, magelang.organisation.slug)
    await saveChange(mine, code, (fields) => {
      typeInto("objek", "Rahasia dapur kami.")(fields)
      fields.note = "Catatan internal."
    })
    await saveChange(mine, code, typeInto("objek", "Naskah yang kami tawarkan."))
    await proposeAgreement(mine, code, await seenBy(mine, code))
    const theirs = await world.as(magelang.drafter)
    const agreement = await getAgreement(theirs, code)
    expect((await listVersions(theirs, agreement)).map(({ number }) => number)).toEqual([3])
    for (const number of [0, 1, 2, 4, 1.5])
      await expect(getVersion(theirs, agreement, number)).rejects.toMatchObject({ code: "not_found" })
    await expect(compareVersions(theirs, code, { before: 2, after: 3 })).rejects.toMatchObject({ code: "not_found" })
    const { events, versions } = await getAgreementCase(theirs, code)
    expect(events.map(({ type }) => type)).toEqual(["agreement.proposed"])
    expect(JSON.stringify([events, versions])).not.toMatch(/dapur|internal/)
    expect((await getAgreementCase(mine, code)).events).toHaveLength(4)
    expect((await compareVersions(mine, code, {})).before.number).toBe(2)
  })
})

describe("what the public reads", () => {
  it("is the text and the signatures, not the negotiation: no notes, no drafters, no earlier files", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    const ctx = await world.as(sides.jabar.drafter)
    const code = await agreementIn(world, sides, "in_force")
    const open = await getPublicAgreement(world.visitor(), code)
    expect(open.milestones.map(({ type }) => type)).toEqual([
      "agreement.agreed",
      "agreement.locked",
      "agreement.sealed",
      "agreement.sealed",
      "agreement.entered_into_force",
    ])
    expect(open.seals.map(({ signerName, office }) => [signerName, office])).toEqual([
      ["Pejabat 32", "Gubernur Jawa Barat"],
      ["Pejabat 33.71", "Wali Kota Magelang"],
    ])
    expect(JSON.stringify(open)).not.toMatch(/Penyusun|Penyetuju|accountId|authorId|narahubung/)
    const file = await publicFile(world.visitor(), code)
    expect(file).toMatchObject({ sha256: open.document.newest.sha256, name: `${code}.pdf` })
    const base = await world.db
      .selectFrom("agreementRevision")
      .select("sha256")
      .where("ordinal", "=", 0)
      .executeTakeFirstOrThrow()
    await expect(publicFile(world.visitor(), code, base.sha256)).rejects.toMatchObject({ code: "not_found" })
    expect((await workingFile(ctx, code, base.sha256)).sha256).toBe(base.sha256)
    expect((await listPublicAgreements(world.visitor(), everything)).count).toBe(1)
  })
})

describe("the desk of an organisation", () => {
  it("lists its own agreements newest first, by state and in pages, and counts each state", async () => {
    const { world, sides, codes } = await oneInEachState()
    const mine = await world.as(sides.jabar.drafter)
    const theirs = await world.as(sides.magelang.drafter)
    const page = await listDeskAgreements(mine, { status: null, cursor: null, limit: 4 })
    expect(page.count).toBe(9)
    expect(page.entries).toHaveLength(4)
    const walked: string[] = []
    for (let cursor: string | null = null; ; ) {
      const { entries, next } = await listDeskAgreements(mine, { status: null, cursor, limit: 4 })
      walked.push(...entries.map(({ code }) => code))
      if (next === null) break
      cursor = next
    }
    expect(walked).toEqual([...codes.keys()].reverse())
    expect((await listDeskAgreements(theirs, { status: null, cursor: null, limit: 20 })).count).toBe(7)
    const drafts = await listDeskAgreements(theirs, { status: "draft", cursor: null, limit: 20 })
    expect([drafts.count, drafts.entries]).toEqual([0, []])
    expect(page.counts).toEqual(Object.fromEntries(statesOf(agreementFlow).map((state) => [state, 1])))
    expect(page.entries[0]?.other.regionName).toBe("Kota Magelang")
  })

  it("is empty for whoever acts for nobody, and forbidden to visitors", async () => {
    const { world, sides } = await oneInEachState()
    const filter = { status: null, cursor: null, limit: 20 }
    expect((await listDeskAgreements(await world.as(sides.jabar.drafter, null), filter)).entries).toEqual([])
    await expect(listDeskAgreements(world.visitor(), filter)).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("the case page", () => {
  it("offers each person what flow, policy and facts leave open to him", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    const steps = async (account: { id: string }, code: string) =>
      (await getAgreementCase(await world.as(account), code)).steps
    const draft = await agreementIn(world, sides, "draft")
    expect(await steps(sides.jabar.drafter, draft)).toEqual(["redraft", "propose", "withdraw"])
    expect(await steps(sides.jabar.head, draft)).toEqual([])
    const negotiation = await agreementIn(world, sides, "negotiation")
    expect(await steps(sides.magelang.approver, negotiation)).toEqual(["revise", "approve", "reserveNumber", "cancel"])
    expect(await steps(sides.magelang.drafter, negotiation)).toEqual(["revise", "reserveNumber"])
    await approve(world, sides.magelang, negotiation)
    expect(await steps(sides.magelang.approver, negotiation)).toEqual([
      "revise",
      "withdrawApproval",
      "reserveNumber",
      "cancel",
    ])
    const agreed = await agreementIn(world, sides, "agreed")
    expect(await steps(sides.jabar.approver, agreed)).toEqual(["revise", "number", "lock", "cancel"])
    const signing = await agreementIn(world, sides, "signing")
    expect(await steps(sides.jabar.approver, signing)).toEqual(["void"])
    expect(await steps(sides.jabar.head, signing)).toEqual(["seal", "decline"])
    const inForce = await agreementIn(world, sides, "in_force")
    expect(await steps(sides.jabar.head, inForce)).toEqual([])
  })
})
