import { describe, expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { gathered, shortened } from "#app/domain/initiative/entering.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { editForm, startForm } from "#app/domain/initiative/schema.ts"
import { initiativeSources, startPrefill } from "#app/domain/initiative/sources.server.ts"
import { startInitiative } from "#app/domain/initiative/start.server.ts"
import { editInitiative } from "#app/domain/initiative/writing.server.ts"
import { agreementWith, initiativeArena, initiativeFields, seenAt, started } from "#tests/support/initiatives.ts"
import { openNeed, proposalIn } from "#tests/support/proposals.ts"

const form = (overrides: Record<string, unknown> = {}) => startForm.parse(initiativeFields(overrides))

describe("sources of an initiative", () => {
  it("are accepted proposals that nobody used and agreements in force with their articles", async () => {
    const { world, sides } = await initiativeArena()
    const used = await proposalIn(world, sides, "accepted")
    const free = await proposalIn(world, sides, "accepted")
    for (const status of ["submitted", "declined", "in_review"] as const) await proposalIn(world, sides, status)
    const { other, code } = await agreementWith(world, sides)
    const ctx = await world.as(sides.region.drafter)
    await startInitiative(ctx, form({ proposals: [used] }))
    const sources = await initiativeSources(ctx)
    expect(sources.proposals.map((one) => one.code)).toEqual([free])
    expect(sources.agreements).toMatchObject([{ code, otherName: other.organisation.name }])
    const { clauses } = sources.agreements[0]!
    expect(clauses.length).toBeGreaterThan(3)
    expect(clauses.map(({ article }) => article)).toEqual(clauses.map((_, index) => index + 1))
    const fromOther = await initiativeSources(await world.as(other.drafter))
    expect(fromOther.agreements).toMatchObject([{ code, otherName: sides.region.organisation.name }])
    expect(fromOther.proposals).toEqual([])
  })

  it("are for governments alone, and for those who write", async () => {
    const { world, sides } = await initiativeArena()
    const campus = await world.as(sides.campus.approver)
    const refused = { code: "forbidden", key: "initiative.notGovernment" }
    await expect(initiativeSources(campus)).rejects.toMatchObject(refused)
    await expect(startPrefill(campus, [])).rejects.toMatchObject(refused)
    const code = await proposalIn(world, sides, "accepted")
    await expect(startInitiative(campus, form({ proposals: [code] }))).rejects.toMatchObject(refused)
    for (const ctx of [
      await world.as(sides.region.head),
      await world.as(sides.campus.member),
      await world.as(sides.region.drafter, null),
      world.visitor(),
    ]) {
      await expect(initiativeSources(ctx)).rejects.toMatchObject({ code: "forbidden" })
      await expect(startInitiative(ctx, form({ proposals: [code] }))).rejects.toMatchObject({ code: "forbidden" })
    }
  })

  it("prefill the form from the first proposal and its need", async () => {
    const { world, sides } = await initiativeArena()
    const need = await openNeed(world, sides.region, { affair: "health", place: "Kelurahan Kemirirejo" })
    const code = await proposalIn(world, sides, "accepted", { need: need.slug })
    const ctx = await world.as(sides.region.drafter)
    expect(await startPrefill(ctx, [code])).toEqual({
      title: "Kelas talenta untuk kelurahan",
      summary: "Dosen kami mendampingi camat dan lurah mengenali talenta di kantornya selama enam bulan.",
      affair: "health",
      regionCode: "33.71",
      place: "Kelurahan Kemirirejo",
      startsOn: "2026-04-01",
      endsOn: "2026-09-30",
    })
    const bare = await proposalIn(world, sides, "accepted")
    expect(await startPrefill(ctx, [bare])).toMatchObject({ affair: null, regionCode: "33.71", place: "" })
    expect(await startPrefill(ctx, [])).toMatchObject({ title: "", regionCode: "33.71", startsOn: "" })
    await expect(startPrefill(ctx, ["US-0000-0000"])).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("an initiative that is begun", () => {
  it("gathers everybody behind its sources, each with a part, and tells them", async () => {
    const { world, sides } = await initiativeArena()
    const proposals = [await proposalIn(world, sides, "accepted", { partner: true })]
    proposals.push(await proposalIn(world, sides, "accepted"))
    const { other, code } = await agreementWith(world, sides)
    const ctx = await world.as(sides.region.drafter)
    const [agreement] = (await initiativeSources(ctx)).agreements
    const clause = agreement!.clauses[1]!
    const before = (await world.mails()).length
    const id = await startInitiative(
      ctx,
      form({ proposals, agreement: code, clause: clause.key, part: "Menyediakan kelas" }),
    )
    const initiative = await getInitiative(ctx, id)
    expect(initiative).toMatchObject({
      status: "prepared",
      publishedAt: null,
      agreementCode: code,
      clauseKey: clause.key,
      regionName: "Kota Magelang",
      story: "",
      demoSince: null,
    })
    expect(initiative.slug).toMatch(/^kelas-talenta-kelurahan-[0-9a-z]{5}$/)
    expect(initiative.partners.map(({ name, part, lead }) => [name, part, lead])).toEqual([
      [sides.region.organisation.name, "Menyediakan kelas", true],
      ["Universitas Contoh", "Enam dosen pendamping; Biaya perjalanan", false],
      ["PT Contoh Karya", "Menyediakan ruang latihan", false],
      [other.organisation.name, "", false],
    ])
    expect(initiative.partnerIds).toHaveLength(4)
    const mails = (await world.mails()).slice(before)
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(["initiative-started"]))
    const people = [sides.campus.drafter, sides.campus.approver, sides.firm.drafter, sides.firm.approver]
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [...people, other.drafter, other.approver].map(({ email }) => email).sort(),
    )
    expect(mails.find(({ to }) => to === sides.firm.drafter.email)?.values.part).toBe("Menyediakan ruang latihan")
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  it("stands on an agreement alone as well, and never on nothing", async () => {
    const { world, sides } = await initiativeArena()
    const { code } = await agreementWith(world, sides)
    const ctx = await world.as(sides.region.drafter)
    const id = await startInitiative(ctx, form({ agreement: code }))
    expect((await getInitiative(ctx, id)).clauseKey).toBe("")
    const noSource = { fields: { proposals: ["initiative.noSource"] } }
    await expect(startInitiative(ctx, form())).rejects.toMatchObject(noSource)
    await expect(
      editInitiative(ctx, id, editForm.parse({ ...initiativeFields(), ...(await seenAt(ctx, id)) })),
    ).rejects.toMatchObject({ fields: { agreement: ["initiative.noSource"] } })
  })

  it("takes the demonstration's mark over from its lead", async () => {
    const { world, sides } = await initiativeArena()
    const demoSince = world.clock.now()
    await world.db
      .updateTable("organisation")
      .set({ demoSince })
      .where("id", "=", sides.region.organisation.id)
      .execute()
    const id = await started(world, sides)
    expect((await getInitiative(await world.as(sides.region.drafter), id)).demoSince).toBe(demoSince)
  })

  it("uses a proposal once: the second try is a conflict and makes nothing", async () => {
    const { world, sides } = await initiativeArena()
    const [taken, free] = [await proposalIn(world, sides, "accepted"), await proposalIn(world, sides, "accepted")]
    const ctx = await world.as(sides.region.drafter)
    await startInitiative(ctx, form({ proposals: [taken] }))
    const rows = async () => ({
      initiatives: (await world.db.selectFrom("initiative").select("id").execute()).length,
      partners: (await world.db.selectFrom("initiativePartner").select("id").execute()).length,
      proposals: (await world.db.selectFrom("initiativeProposal").select("id").execute()).length,
      mails: (await world.mails()).length,
    })
    const before = await rows()
    await expect(startInitiative(ctx, form({ proposals: [free, taken] }))).rejects.toMatchObject({
      code: "conflict",
      key: "initiative.proposalTaken",
    })
    expect(await rows()).toEqual(before)
    expect((await initiativeSources(ctx)).proposals.map(({ code }) => code)).toEqual([free])
  })

  it("refuses proposals, regions, agreements and articles that are not its own to name", async () => {
    const { world, sides } = await initiativeArena()
    const { other, code: agreement } = await agreementWith(world, sides)
    const accepted = await proposalIn(world, sides, "accepted")
    const ctx = await world.as(sides.region.drafter)
    const fields = (overrides: Record<string, unknown>) => startInitiative(ctx, form(overrides))
    const unknown = { fields: { proposals: ["initiative.proposalUnknown"] } }
    for (const status of ["draft", "submitted", "in_review", "revision", "declined", "withdrawn"] as const)
      await expect(fields({ proposals: [await proposalIn(world, sides, status)] })).rejects.toMatchObject(unknown)
    await expect(fields({ proposals: ["US-0000-0000"] })).rejects.toMatchObject(unknown)
    await expect(
      startInitiative(await world.as(other.drafter), form({ proposals: [accepted], regionCode: "32" })),
    ).rejects.toMatchObject(unknown)
    await expect(fields({ proposals: [accepted], regionCode: "33" })).rejects.toMatchObject({
      fields: { regionCode: ["initiative.foreignRegion"] },
    })
    await expect(fields({ agreement: "KB-0000-0000" })).rejects.toMatchObject({
      fields: { agreement: ["initiative.noAgreement"] },
    })
    await expect(fields({ agreement, clause: "tidak-ada" })).rejects.toMatchObject({
      fields: { clause: ["initiative.noClause"] },
    })
    await expect(fields({ proposals: [accepted], clause: "tidak-ada" })).rejects.toMatchObject({
      fields: { clause: ["initiative.clauseWithoutAgreement"] },
    })
    await world.db.updateTable("agreement").set({ status: "lapsed" }).where("code", "=", agreement).execute()
    await expect(fields({ agreement })).rejects.toMatchObject({ fields: { agreement: ["initiative.noAgreement"] } })
    expect(await world.db.selectFrom("initiative").select("id").execute()).toEqual([])
  })

  it("lets a province name the regions in it", async () => {
    const { world, sides } = await initiativeArena()
    const { other, code } = await agreementWith(world, sides)
    const ctx = await world.as(other.drafter)
    const id = await startInitiative(ctx, form({ agreement: code, regionCode: "32.73" }))
    expect((await getInitiative(ctx, id)).regionName).toBe("Kota Bandung")
  })

  it("is refused for a lead that is not verified", async () => {
    const { world, sides } = await initiativeArena()
    const code = await proposalIn(world, sides, "accepted")
    const set = { status: "suspended" } as const
    await world.db.updateTable("organisation").set(set).where("id", "=", sides.region.organisation.id).execute()
    const ctx = await world.as(sides.region.approver)
    await expect(startInitiative(ctx, form({ proposals: [code] }))).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("editing", () => {
  it("changes the words, and takes in the other party of an agreement that is named later", async () => {
    const { world, sides } = await initiativeArena()
    const id = await started(world, sides)
    const { other, code } = await agreementWith(world, sides)
    const ctx = await world.as(sides.region.drafter)
    const [agreement] = (await initiativeSources(ctx)).agreements
    const clause = agreement!.clauses[0]!.key
    const edit = async (overrides: Record<string, unknown>) =>
      editInitiative(ctx, id, editForm.parse({ ...initiativeFields(overrides), ...(await seenAt(ctx, id)) }))
    await edit({ title: "Judul yang baru", story: "Awalnya **kecil**.", agreement: code, clause })
    const initiative = await getInitiative(ctx, id)
    expect(initiative).toMatchObject({ title: "Judul yang baru", story: "Awalnya **kecil**.", clauseKey: clause })
    expect(initiative.partnerIds).toContain(other.organisation.id)
    const told = (await world.mails()).filter(({ kind }) => kind === "initiative-partner-added")
    expect(told.map(({ to }) => to).sort()).toEqual([other.approver.email, other.drafter.email].sort())
    // An agreement whose term is over stays where it stands, and cannot be named anew.
    await world.db.updateTable("agreement").set({ status: "lapsed" }).where("code", "=", code).execute()
    await edit({ agreement: code, clause })
    expect((await getInitiative(ctx, id)).agreementCode).toBe(code)
    await edit({})
    expect(await getInitiative(ctx, id)).toMatchObject({ agreementCode: null, clauseKey: "", story: "" })
    await expect(edit({ agreement: code })).rejects.toMatchObject({ fields: { agreement: ["initiative.noAgreement"] } })
    await expect(edit({ regionCode: "33.08" })).rejects.toMatchObject({
      fields: { regionCode: ["initiative.foreignRegion"] },
    })
  })
})

describe("the form", () => {
  it.each([
    [{ title: "Kata" }, "title", "field.tooShort"],
    [{ title: "k".repeat(141) }, "title", "field.tooLong"],
    [{ summary: "Terlalu pendek." }, "summary", "field.tooShort"],
    [{ affair: "sihir" }, "affair", "field.choose"],
    [{ regionCode: "Magelang" }, "regionCode", "field.choose"],
    [{ place: undefined }, "place", "field.required"],
    [{ startsOn: "2026-02-30" }, "startsOn", "field.date"],
    [{ endsOn: "2026-03-31" }, "endsOn", "initiative.periodBackwards"],
    [{ agreement: "bukan kode" }, "agreement", "field.choose"],
    [{ clause: "<script>" }, "clause", "field.choose"],
    [{ proposals: Array.from({ length: 21 }, () => "US-0000-0000") }, "proposals", "initiative.tooManyProposals"],
  ])("refuses %j", (overrides, field, message) => {
    const { error } = startForm.safeParse(initiativeFields(overrides))
    expect(error?.issues.map(({ path, message: key }) => [path[0], key])).toContainEqual([field, message])
  })

  it("reads what was left blank as open, and a proposal named twice once", () => {
    expect(form({ proposals: ["US-0000-0000", "US-0000-0000"] })).toMatchObject({
      ...{ proposals: ["US-0000-0000"], agreement: null, clause: null, part: "" },
    })
    expect(form()).toMatchObject({ proposals: [] })
  })
})

it("shortens a part at a word, within its limit, and joins what one organisation does", () => {
  const long = "sepatah kata ".repeat(30)
  expect(shortened(long).length).toBeLessThanOrEqual(160)
  expect(shortened(long)).toMatch(/(sepatah|kata)…$/)
  expect(shortened("x".repeat(500))).toBe(`${"x".repeat(159)}…`)
  expect(shortened("🙂".repeat(100))).not.toMatch(/\p{Cs}/u)
  expect(
    gathered([
      { organisationId: "a", part: "" },
      { organisationId: "b", part: "Satu" },
      { organisationId: "b", part: "Dua" },
      { organisationId: "b", part: "Satu" },
    ]),
  ).toEqual([
    { organisationId: "a", part: "" },
    { organisationId: "b", part: "Satu; Dua" },
  ])
})
