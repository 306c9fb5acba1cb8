import { describe, expect, it } from "vitest"
import { days } from "#app/domain/kernel/clock.ts"
import { type AcceptedFacts, acceptedProposal, listAcceptedProposals } from "#app/domain/proposal/accepted.server.ts"
import { getProposalCase } from "#app/domain/proposal/case.server.ts"
import { acceptProposal, declineProposal } from "#app/domain/proposal/decision.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { proposalInbox } from "#app/domain/proposal/inbox.server.ts"
import { proposalPage } from "#app/domain/proposal/limits.ts"
import { listProposals, readProposalFilter } from "#app/domain/proposal/list.server.ts"
import { readNeedFilter } from "#app/domain/proposal/need-filter.ts"
import { findPublicNeed } from "#app/domain/proposal/need-queries.server.ts"
import { getPublicNeed, listPublicNeeds, needsTakingProposals } from "#app/domain/proposal/need-register.server.ts"
import { needForm } from "#app/domain/proposal/need-schema.ts"
import { closeNeed } from "#app/domain/proposal/need-steps.server.ts"
import { startNeed } from "#app/domain/proposal/need-writing.server.ts"
import { answerInvitation } from "#app/domain/proposal/partners.server.ts"
import { getProposal } from "#app/domain/proposal/queries.server.ts"
import { openReview } from "#app/domain/proposal/review.server.ts"
import { startProposal } from "#app/domain/proposal/start.server.ts"
import { submitProposal } from "#app/domain/proposal/submission.server.ts"
import type { ProposalStatus } from "#db/schema.ts"
import {
  answerPoints,
  draftTyped,
  needFields,
  openNeed,
  partnerIn,
  proposalIn,
  proposalSides,
  reasons,
  seenOf,
} from "#tests/support/proposals.ts"
import { createWorld } from "#tests/support/world.ts"

const filter = (query: string) => readProposalFilter(new URLSearchParams(query))

async function arena() {
  const world = await createWorld()
  return { world, sides: await proposalSides(world) }
}

describe("who knows of a proposal", () => {
  it.each<[ProposalStatus, boolean]>([
    ["draft", false],
    ["submitted", true],
    ["in_review", true],
    ["revision", true],
    ["accepted", true],
    ["declined", true],
    ["withdrawn", false],
  ])("%s: its authors always, the region only what was submitted, nobody else", async (status, forRegion) => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, status, { partner: true })
    const { campus, firm, region, stranger } = sides
    const secretariat = await world.create.secretariat()
    for (const person of [campus.drafter, campus.approver, campus.member, firm.drafter, firm.approver])
      expect((await getProposal(await world.as(person), code)).code).toBe(code)
    for (const person of [region.drafter, region.approver])
      if (forRegion) expect((await getProposal(await world.as(person), code)).side).toBe("recipient")
      else await expect(getProposal(await world.as(person), code)).rejects.toMatchObject({ code: "not_found" })
    for (const ctx of [
      await world.as(region.head),
      await world.as(firm.member),
      await world.as(stranger.approver),
      await world.as(secretariat),
      await world.as(campus.drafter, null),
      world.visitor(),
    ])
      await expect(getProposal(ctx, code)).rejects.toMatchObject({ code: "not_found" })
  })

  it("lets an invited organisation know of it, not read it, and forgets one that left", async () => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, "draft")
    await partnerIn(world, sides, code, false)
    const firm = await world.as(sides.firm.drafter)
    expect((await getProposal(firm, code)).side).toBe("invited")
    await expect(getProposalCase(firm, code)).rejects.toMatchObject({ code: "forbidden" })
    await answerInvitation(firm, code, { ...(await seenOf(firm, code)), answer: "accept" })
    expect((await getProposalCase(firm, code)).draft?.title).toBe("Kelas talenta untuk kelurahan")
    await expect(submitProposal(firm, code, await seenOf(firm, code))).rejects.toMatchObject({ code: "forbidden" })
    await answerInvitation(firm, code, { ...(await seenOf(firm, code)), answer: "leave" })
    await expect(getProposal(firm, code)).rejects.toMatchObject({ code: "not_found" })
  })

  it("shows the region what was submitted, never what is being written", async () => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, "revision")
    const campus = await world.as(sides.campus.drafter)
    await saveProposal(campus, code, await draftTyped(campus, code, { title: "Judul rahasia", summary: "Rahasia." }))
    const region = await world.as(sides.region.approver)
    const seen = await getProposalCase(region, code)
    expect(seen.draft).toBeNull()
    const { draft: _stored, ...rest } = seen.proposal
    expect(JSON.stringify({ ...seen, proposal: rest })).not.toMatch(/rahasia/i)
    expect(seen.events.map(({ type }) => type)).toEqual([
      "proposal.submitted",
      "proposal.opened",
      "proposal.revision_asked",
    ])
  })

  it("keeps the three lists apart", async () => {
    const { world, sides } = await arena()
    const draft = await proposalIn(world, sides, "draft", { partner: true })
    const submitted = await proposalIn(world, sides, "submitted")
    const codes = async (person: { id: string }, query: string) =>
      (await listProposals(await world.as(person), filter(query))).entries.map(({ code }) => code).sort()
    expect(await codes(sides.campus.drafter, "")).toEqual([draft, submitted].sort())
    expect(await codes(sides.campus.drafter, "status=draft")).toEqual([draft])
    expect(await codes(sides.firm.drafter, "tab=partner")).toEqual([draft])
    expect(await codes(sides.region.drafter, "tab=review")).toEqual([submitted])
    expect(await codes(sides.region.head, "tab=review")).toEqual([])
    expect(await codes(sides.stranger.drafter, "tab=review")).toEqual([])
  })
})

describe("reviewing", () => {
  it("is refused to whoever belongs to the proposer or a partner, and says why", async () => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, "submitted", { partner: true })
    for (const tied of [sides.campus, sides.firm]) {
      const person = await world.create.member(sides.region.organisation.id, "approver")
      await world.create.membership(person.id, tied.organisation.id, "member")
      const ctx = await world.as(person, sides.region.organisation.id)
      const refused = { code: "forbidden", key: "proposal.conflictOfInterest" }
      const seen = await seenOf(ctx, code)
      await expect(openReview(ctx, code, seen)).rejects.toMatchObject(refused)
      await expect(acceptProposal(ctx, code, { ...seen, remark: "" })).rejects.toMatchObject(refused)
      expect((await getProposalCase(ctx, code)).conflictOfInterest).toBe(true)
    }
  })

  it("lets drafters examine and only approvers decide", async () => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, "submitted")
    const drafter = await world.as(sides.region.drafter)
    await openReview(drafter, code, await seenOf(drafter, code))
    const input = { ...(await seenOf(drafter, code)), reason: reasons.decline }
    await expect(declineProposal(drafter, code, input)).rejects.toMatchObject({ code: "forbidden", key: "forbidden" })
  })

  it("is not for the authors", async () => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, "submitted")
    const campus = await world.as(sides.campus.approver)
    await expect(openReview(campus, code, await seenOf(campus, code))).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("submitting", () => {
  it("says by field what is missing, and stores nothing", async () => {
    const { world, sides } = await arena()
    const campus = await world.as(sides.campus.drafter)
    const code = await startProposal(campus, { title: "Kelas talenta", recipient: sides.region.organisation.slug })
    const contributions = [
      { key: "b-00000009", kind: "money", description: "", valued: "valued", amount: "sejuta" },
      { key: "b-0000000a", kind: "", description: "Enam dosen", valued: "", amount: "" },
    ]
    await saveProposal(campus, code, await draftTyped(campus, code, { contributions, periodFrom: "2026-13-01" }))
    await expect(submitProposal(campus, code, await seenOf(campus, code))).rejects.toMatchObject({
      code: "invalid",
      fields: {
        summary: ["field.required"],
        plan: ["field.required"],
        periodFrom: ["field.date"],
        periodUntil: ["field.required"],
        "contributions[0].description": ["field.required"],
        "contributions[0].amount": ["proposal.amount"],
        "contributions[1].kind": ["field.choose"],
        "contributions[1].valued": ["field.choose"],
      },
    })
    expect(await getProposal(campus, code)).toMatchObject({ status: "draft", versionNumber: 0, submittedAt: null })
  })

  it("after a request for revision needs an answer to every point", async () => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, "revision")
    const campus = await world.as(sides.campus.drafter)
    await expect(submitProposal(campus, code, await seenOf(campus, code))).rejects.toMatchObject({
      fields: { "answers[0].text": ["field.required"], "answers[1].text": ["field.required"] },
    })
    await answerPoints(campus, code)
    await submitProposal(campus, code, await seenOf(campus, code))
    const { points, versions, proposal } = await getProposalCase(await world.as(sides.region.drafter), code)
    expect(points.map(({ answer, answeredAt }) => [answer, answeredAt !== null])).toEqual([
      ["Sudah kami rinci di rencana.", true],
      ["Sudah kami rinci di rencana.", true],
    ])
    expect(versions.map(({ number }) => number)).toEqual([2, 1])
    expect(proposal).toMatchObject({ status: "submitted", openedAt: null })
  })

  it("is refused to a need that was closed meanwhile or whose period is over, but goes on in revision", async () => {
    const { world, sides } = await arena()
    const need = await openNeed(world, sides.region)
    const drafted = await proposalIn(world, sides, "draft", { need: need.slug })
    const revised = await proposalIn(world, sides, "revision", { need: need.slug })
    const region = await world.as(sides.region.approver)
    const { lockVersion } = await findPublicNeed(region, need.slug)
    await closeNeed(region, need.id, { lockVersion, reason: "" })
    const campus = await world.as(sides.campus.drafter)
    const closed = { code: "conflict", key: "proposal.need.closed" }
    await expect(submitProposal(campus, drafted, await seenOf(campus, drafted))).rejects.toMatchObject(closed)
    await expect(startProposal(campus, { title: "Usulan lain", need: need.slug })).rejects.toMatchObject(closed)
    await answerPoints(campus, revised)
    await submitProposal(campus, revised, await seenOf(campus, revised))
    const over = await openNeed(world, sides.region, { periodUntil: "2026-06-30" })
    world.clock.set("2026-06-30T17:00:00.000Z")
    const later = await world.as(sides.campus.drafter)
    await expect(startProposal(later, { title: "Usulan lain", need: over.slug })).rejects.toMatchObject(closed)
    expect((await getPublicNeed(world.visitor(), over.slug)).takesProposals).toBe(false)
  })

  it("is refused while either side is not verified", async () => {
    const { world, sides } = await arena()
    const code = await proposalIn(world, sides, "draft")
    const set = { status: "suspended" } as const
    await world.db.updateTable("organisation").set(set).where("id", "=", sides.region.organisation.id).execute()
    const campus = await world.as(sides.campus.drafter)
    await expect(submitProposal(campus, code, await seenOf(campus, code))).rejects.toMatchObject({
      key: "proposal.notVerified",
    })
  })
})

describe("needs", () => {
  it("are written by governments only, about their own region", async () => {
    const { world, sides } = await arena()
    const campus = await world.as(sides.campus.approver)
    await expect(startNeed(campus, needForm.parse(needFields()))).rejects.toMatchObject({
      code: "forbidden",
      key: "proposal.need.notGovernment",
    })
    const region = await world.as(sides.region.drafter)
    await expect(startNeed(region, needForm.parse(needFields({ regionCode: "33.08" })))).rejects.toMatchObject({
      fields: { regionCode: ["proposal.need.foreignRegion"] },
    })
  })

  it("show decided answers with the reason of a refusal, and never what is under way or the title of what was declined", async () => {
    const { world, sides } = await arena()
    const need = await openNeed(world, sides.region)
    await proposalIn(world, sides, "accepted", { need: need.slug })
    await proposalIn(world, sides, "declined", { need: need.slug, words: { title: "Judul yang ditolak" } })
    await proposalIn(world, sides, "in_review", { need: need.slug, words: { title: "Judul yang diperiksa" } })
    const page = await getPublicNeed(world.visitor(), need.slug)
    expect(page.answers.map(({ outcome, reason, strand }) => [outcome, reason, strand]).sort()).toEqual([
      ["accepted", "Terima kasih.", "A"],
      ["declined", reasons.decline, "A"],
    ])
    expect(JSON.stringify(page)).not.toMatch(/Judul yang|Narahubung|@contoh/)
  })

  it("are filtered by affair, kind, region and state, and paged by key without a gap", async () => {
    const { world, sides } = await arena()
    for (let n = 0; n < 45; n += 1) await openNeed(world, sides.region, { title: `Kebutuhan nomor ${n}` })
    const slugs: string[] = []
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await listPublicNeeds(world.visitor(), readNeedFilter(new URLSearchParams({ cursor })))
      expect(page.count).toBe(45)
      slugs.push(...page.entries.map(({ slug }) => slug))
      cursor = page.next
    }
    expect(new Set(slugs).size).toBe(45)
    const count = async (query: string) =>
      (await listPublicNeeds(world.visitor(), readNeedFilter(new URLSearchParams(query)))).count
    expect(await count("affair=health")).toBe(0)
    expect(await count("kind=data&region=33&state=open")).toBe(45)
    expect(await count("kind=money")).toBe(0)
    expect(await count("q=magelang+nomor")).toBe(45)
    expect(await count("affair=sihir&kind=sihir&cursor=%25")).toBe(45)
  })

  it("that take proposals are found behind any number of newer ones whose day has passed", async () => {
    const { world, sides } = await arena()
    const lasting = await openNeed(world, sides.region, { title: "Kebutuhan yang panjang", periodUntil: "2028-12-31" })
    for (let n = 0; n < proposalPage + 5; n += 1) await openNeed(world, sides.region)
    world.clock.turn(days(500))
    const taking = async (region: string | null) =>
      (await needsTakingProposals(world.visitor(), { region }, 4)).map(({ slug, takesProposals }) => [
        slug,
        takesProposals,
      ])
    expect(await taking(null)).toEqual([[lasting.slug, true]])
    expect(await taking("33.71")).toEqual([[lasting.slug, true]])
    expect(await taking("33")).toEqual([[lasting.slug, true]])
    expect(await taking("32")).toEqual([])
    const { title } = (await needsTakingProposals(world.visitor(), {}, 4))[0]!
    expect(title).toBe("Kebutuhan yang panjang")
  })
})

describe("what others build on", () => {
  it("waits in the inbox of whoever has the next step", async () => {
    const { world, sides } = await arena()
    const kinds = async (person: { id: string }) =>
      (await proposalInbox(await world.as(person))).map(({ kind }) => kind).sort()
    const code = await proposalIn(world, sides, "draft")
    await partnerIn(world, sides, code, false)
    expect(await kinds(sides.campus.drafter)).toEqual(["proposal.finish"])
    expect(await kinds(sides.firm.drafter)).toEqual(["proposal.answerInvitation"])
    await proposalIn(world, sides, "submitted")
    await proposalIn(world, sides, "in_review")
    expect(await kinds(sides.region.approver)).toEqual(["proposal.decide", "proposal.open"])
    expect(await kinds(sides.region.drafter)).toEqual(["proposal.open", "proposal.review"])
    for (const person of [sides.region.head, sides.stranger.approver, sides.campus.member])
      expect(await kinds(person)).toEqual([])
  })

  it("hands the facts of an accepted proposal to the region that accepted it", async () => {
    const { world, sides } = await arena()
    const need = await openNeed(world, sides.region)
    const code = await proposalIn(world, sides, "accepted", { need: need.slug, partner: true })
    await proposalIn(world, sides, "in_review")
    const region = await world.as(sides.region.drafter)
    expect((await listAcceptedProposals(region, sides.region.organisation.id)).map((row) => row.code)).toEqual([code])
    const facts: AcceptedFacts = await acceptedProposal(region, code)
    expect(facts).toMatchObject({
      title: "Kelas talenta untuk kelurahan",
      organisationName: "Universitas Contoh",
      partners: [{ name: "PT Contoh Karya", part: "Menyediakan ruang latihan" }],
      need: { id: need.id, affair: "education", regionCode: "33.71" },
    })
    expect(facts.contributions.map(({ amount }) => amount)).toEqual([null, 12_500_000])
    const campus = await world.as(sides.campus.drafter)
    await expect(acceptedProposal(campus, code)).rejects.toMatchObject({ code: "not_found" })
    await expect(listAcceptedProposals(campus, sides.region.organisation.id)).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})
