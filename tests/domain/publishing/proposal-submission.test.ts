import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { days } from "#app/domain/kernel/clock.ts"
import { answersKept, forgetOldAnswers } from "#app/domain/organisation/api-token/once.server.ts"
import { getNeed } from "#app/domain/proposal/need-queries.server.ts"
import { closeNeed } from "#app/domain/proposal/need-steps.server.ts"
import { getProposal } from "#app/domain/proposal/queries.server.ts"
import { openReview } from "#app/domain/proposal/review.server.ts"
import { getVersion } from "#app/domain/proposal/versions.server.ts"
import { fieldsOf } from "#app/domain/publishing/field-paths.ts"
import { proposalRequest } from "#app/domain/publishing/proposal-request.ts"
import { submitForProgram } from "#app/domain/publishing/proposal-submission.server.ts"
import { openNeed, proposalIn, proposalSides, seenOf } from "#tests/support/proposals.ts"
import { programWith, requestBody, tokenIn } from "#tests/support/tokens.ts"
import { createWorld } from "#tests/support/world.ts"

async function submitting() {
  const world = await createWorld()
  const sides = await proposalSides(world)
  const { id: tokenId, token } = await tokenIn(world, sides.campus.organisation.slug)
  return { world, sides, tokenId, token, ctx: await programWith(world, token) }
}

const request = (overrides: Record<string, unknown> = {}) => proposalRequest.parse(requestBody(overrides))
const faults = (overrides: Record<string, unknown>) => {
  const read = proposalRequest.safeParse(requestBody(overrides))
  return read.success ? {} : fieldsOf(read.error)
}

describe("a proposal that a program submits", () => {
  it("stands as one that a person wrote: submitted, readable by both sides, in the region's mail", async () => {
    const { world, sides, tokenId, ctx } = await submitting()
    const { id, code, status } = await submitForProgram(ctx, request(), null)
    expect(status).toBe("submitted")
    const region = await world.as(sides.region.approver)
    const proposal = await getProposal(region, code)
    expect(proposal).toMatchObject({
      ...{ id, status: "submitted", versionNumber: 1, createdBy: tokenId, draftSavedBy: tokenId },
      organisationId: sides.campus.organisation.id,
      recipientId: sides.region.organisation.id,
    })
    const version = await getVersion(region, proposal, 1)
    expect(version.authorName).toBe(ctx.actor!.name)
    expect(version.content).toMatchObject({
      ...{ periodFrom: "2026-04-01", periodUntil: "2026-09-30", files: [], partners: [] },
      contributions: [
        { kind: "expertise", valued: "inKind", amount: null },
        { kind: "money", valued: "valued", amount: 12_500_000 },
      ],
    })
    const events = await timelineOf(world.db, "proposal", id)
    expect(events.map(({ type }) => type)).toEqual(["proposal.started", "proposal.draft_saved", "proposal.submitted"])
    expect(new Set(events.map(({ actorName }) => actorName))).toEqual(new Set([ctx.actor!.name]))
    const told = (await world.mails()).filter(({ kind }) => kind === "proposal-submitted").map(({ to }) => to)
    expect(told).toContain(sides.region.approver.email)
    expect(told).toContain(sides.campus.drafter.email)
    expect(told.filter((to) => to.startsWith("token:"))).toEqual([])
    await openReview(region, code, await seenOf(region, code))
    const campus = await world.as(sides.campus.drafter)
    expect((await getProposal(campus, code)).status).toBe("in_review")
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  it("answers a need where it names one", async () => {
    const { world, sides, ctx } = await submitting()
    const need = await openNeed(world, sides.region)
    const { code } = await submitForProgram(ctx, request({ need: need.slug, recipient: undefined }), null)
    expect((await getProposal(ctx, code)).needId).toBe(need.id)
    const region = await world.as(sides.region.approver)
    await closeNeed(region, need.id, { lockVersion: (await getNeed(region, need.id)).lockVersion, reason: "Cukup." })
    await expect(submitForProgram(ctx, request({ need: need.slug, recipient: undefined }), null)).rejects.toMatchObject(
      { code: "conflict", key: "proposal.need.closed" },
    )
  })

  it.each([
    ["ends", { ends: "2026-03-01" }, "proposal.periodBackwards"],
    ["starts", { starts: "2026-02-30" }, "field.date"],
    ["recipient", { recipient: "pt-contoh-karya" }, "proposal.recipientNotGovernment"],
    ["need", { need: "tidak-ada", recipient: undefined }, "api.noSuchNeed"],
    ["title", { title: "Judul\u0000 dengan nol" }, "field.characters"],
    ["summary", { summary: `${"a".repeat(50)}\ud800` }, "field.characters"],
    ["plan", { plan: " ".repeat(60) }, "field.required"],
  ])("stores nothing where %s is wrong, and says which", async (field, changes, key) => {
    const { world, ctx } = await submitting()
    await expect(submitForProgram(ctx, request(changes), "kunci")).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: [key] },
    })
    for (const table of ["proposal", "proposalVersion", "apiAnswer", "outbox"] as const)
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  it("is asked for in a shape of its own, field by field", () => {
    expect(faults({})).toEqual({})
    expect(faults({ recipient: undefined })).toEqual({ recipient: ["api.addressee"] })
    expect(faults({ need: "kelas" })).toEqual({ recipient: ["api.twoAddressees"] })
    expect(faults({ title: 5, plan: null, surprise: 1, constructor: 2 })).toEqual({
      ...{ title: ["api.text"], plan: ["api.text"] },
      ...{ surprise: ["api.unknownField"], constructor: ["api.unknownField"] },
    })
    const contribution = { kind: "money", description: "Biaya" }
    const one = (changes: object) => faults({ contributions: [{ ...contribution, ...changes }] })
    expect(one({ value: 0 })).toEqual({ "contributions[0].value": ["api.amount"] })
    expect(one({ value: 1.5 })).toEqual({ "contributions[0].value": ["api.amount"] })
    expect(one({ value: 1e16 })).toEqual({ "contributions[0].value": ["api.amount"] })
    expect(one({ value: "12" })).toEqual({ "contributions[0].value": ["api.amount"] })
    expect(one({ unit: "IDR" })).toEqual({ "contributions[0].value": ["field.required"] })
    expect(one({ unit: "USD", value: 1 })).toEqual({ "contributions[0].unit": ["api.unit"] })
    expect(one({ kind: "gold" })).toEqual({ "contributions[0].kind": ["api.kind"] })
    expect(faults({ contributions: [] })).toEqual({ contributions: ["proposal.noContributions"] })
    expect(faults({ contributions: Array(13).fill(contribution) })).toEqual({
      contributions: ["proposal.tooManyContributions"],
    })
    expect(fieldsOf(proposalRequest.safeParse([]).error!)).toEqual({ "": ["api.object"] })
  })
})

describe("the same request again", () => {
  it("is answered as before under its key and stored once, even where it would be refused by now", async () => {
    const { world, sides, ctx } = await submitting()
    const need = await openNeed(world, sides.region)
    const body = request({ need: need.slug, recipient: undefined })
    const first = await submitForProgram(ctx, body, "kunci-1")
    const region = await world.as(sides.region.approver)
    await closeNeed(region, need.id, { lockVersion: (await getNeed(region, need.id)).lockVersion, reason: "Cukup." })
    expect(await submitForProgram(ctx, body, "kunci-1")).toEqual(first)
    expect(await world.db.selectFrom("proposal").select("id").execute()).toEqual([{ id: first.id }])
    await expect(submitForProgram(ctx, request({ title: "Yang lain sama sekali" }), "kunci-1")).rejects.toMatchObject({
      code: "invalid",
      key: "api.keyReused",
    })
  })

  it("is another one under another key, another token, or none", async () => {
    const { world, sides, ctx } = await submitting()
    const other = await programWith(world, (await tokenIn(world, sides.firm.organisation.slug)).token)
    const codes = new Set<string>()
    for (const [who, key] of [
      [ctx, "a"],
      [ctx, "b"],
      [other, "a"],
      [ctx, null],
      [ctx, null],
    ] as const)
      codes.add((await submitForProgram(who, request(), key)).code)
    expect(codes.size).toBe(5)
  })

  it("is remembered for thirty days", async () => {
    const { world, ctx } = await submitting()
    const first = await submitForProgram(ctx, request(), "kunci")
    const forget = () => forgetOldAnswers({ db: world.db, now: world.clock.now() })
    world.clock.turn(answersKept)
    await forget()
    expect((await submitForProgram({ ...ctx, now: world.clock.now() }, request(), "kunci")).code).toBe(first.code)
    world.clock.turn(days(1))
    await forget()
    expect(await world.db.selectFrom("apiAnswer").selectAll().execute()).toEqual([])
  })
})

describe("what a program may not", () => {
  it("submit once its token is revoked, or once its organisation is suspended", async () => {
    const { world, sides, token, tokenId, ctx } = await submitting()
    await world.db
      .updateTable("organisation")
      .set({ status: "suspended" })
      .where("id", "=", sides.campus.organisation.id)
      .execute()
    await expect(submitForProgram(await programWith(world, token), request(), null)).rejects.toMatchObject({
      code: "forbidden",
    })
    // Suspended while the request was under way: the submission itself looks again.
    await expect(submitForProgram(ctx, request(), null)).rejects.toMatchObject({ key: "proposal.notVerified" })
    await world.db.updateTable("organisation").set({ status: "verified" }).execute()
    await world.db.updateTable("apiToken").set({ revokedAt: world.clock.now() }).where("id", "=", tokenId).execute()
    await expect(submitForProgram(ctx, request(), null)).rejects.toMatchObject({ code: "forbidden" })
    expect(await world.db.selectFrom("proposal").select("id").execute()).toEqual([])
  })

  it("read, review or decide on proposals, its own organisation's among them", async () => {
    const { world, sides, ctx } = await submitting()
    const code = await proposalIn(world, sides, "submitted")
    await expect(openReview(ctx, code, await seenOf(await world.as(sides.campus.drafter), code))).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    )
    const region = await programWith(world, (await tokenIn(world, sides.region.organisation.slug)).token)
    await expect(openReview(region, code, await seenOf(region, code))).rejects.toMatchObject({ code: "forbidden" })
  })
})
