import { describe, expect, it } from "vitest"
import { bodyHtml } from "#app/domain/agreement/text/html.ts"
import { readBody } from "#app/domain/agreement/text/tokens.ts"
import { readAmount } from "#app/domain/proposal/amount.ts"
import { attachFile, filesOf, readFile, removeFile } from "#app/domain/proposal/attachments.server.ts"
import { compareVersions } from "#app/domain/proposal/comparison.server.ts"
import { readDraft } from "#app/domain/proposal/draft.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { getProposal } from "#app/domain/proposal/queries.server.ts"
import { submitProposal } from "#app/domain/proposal/submission.server.ts"
import {
  answerPoints,
  draftTyped,
  pdfBytes,
  proposalIn,
  proposalSides,
  proposalWords,
  seenOf,
} from "#tests/support/proposals.ts"
import { createWorld } from "#tests/support/world.ts"

async function drafting() {
  const world = await createWorld()
  const sides = await proposalSides(world)
  const code = await proposalIn(world, sides, "draft", { partner: true })
  return { world, sides, code, campus: await world.as(sides.campus.drafter), firm: await world.as(sides.firm.drafter) }
}

describe("two authors who write at once", () => {
  it("both keep their words: what only one touched is taken from him, the rest stands side by side", async () => {
    const { code, campus, firm } = await drafting()
    const [kept, money] = proposalWords().contributions
    const mine = await draftTyped(firm, code, {
      title: "Judul dari mitra",
      summary: "Ringkasan dari mitra.",
      contributions: [kept, { ...money, amount: "Rp9.000.000" }, { ...kept, key: "b-0000mine", description: "Aula" }],
    })
    const theirs = await draftTyped(campus, code, {
      title: "Judul dari kampus",
      plan: "Rencana dari kampus.",
      contributions: [kept, { ...money, amount: "Rp1.000.000" }, { ...kept, key: "b-000their", description: "Modul" }],
    })
    expect(await saveProposal(campus, code, theirs)).toMatchObject({ saved: 2 })
    const outcome = await saveProposal(firm, code, mine)
    if (!("stale" in outcome)) throw new Error("It was saved over the other's words.")
    const { stale } = outcome
    expect(stale).toMatchObject({ newest: 2, author: "Perancang Universitas Contoh" })
    expect(stale.merged).toMatchObject({
      title: "Judul dari mitra",
      summary: "Ringkasan dari mitra.",
      plan: "Rencana dari kampus.",
    })
    expect(stale.merged.contributions.map(({ description, amount }) => [description, amount])).toEqual([
      ["Enam dosen pendamping", ""],
      ["Biaya perjalanan", "Rp9.000.000"],
      ["Aula", ""],
      ["Modul", ""],
    ])
    expect(stale.conflicts).toMatchObject([
      { part: "title", kind: "changed", theirs: "Judul dari kampus" },
      { part: "contributions.b-00000002", kind: "changed", theirs: { amount: "Rp1.000.000" } },
    ])
    // Nothing was stored, and a conscious save on top is taken.
    expect(readDraft((await getProposal(firm, code)).draft).title).toBe("Judul dari kampus")
    const again = { ...stale.merged, draftNumber: stale.newest, seen: JSON.stringify(stale.seen) }
    expect(await saveProposal(firm, code, again)).toMatchObject({ saved: 3 })
  })

  it("shows every difference to a form that does not say what it had before it", async () => {
    const { code, campus, firm } = await drafting()
    const mine = await draftTyped(firm, code, { summary: "Ringkasan dari mitra." })
    await saveProposal(campus, code, await draftTyped(campus, code, { plan: "Rencana dari kampus." }))
    for (const seen of ["", "bukan JSON", "[]", "null"]) {
      const outcome = await saveProposal(firm, code, { ...mine, seen })
      expect("stale" in outcome && outcome.stale.conflicts.map(({ part }) => part)).toEqual(["summary", "plan"])
    }
  })

  it("counts a text that stands already as saved, and keeps an incomplete one", async () => {
    const { code, campus } = await drafting()
    const same = await draftTyped(campus, code)
    expect(await saveProposal(campus, code, same)).toMatchObject({ saved: 1 })
    const empty = await draftTyped(campus, code, { title: "", summary: "", plan: "", contributions: [] })
    expect(await saveProposal(campus, code, empty)).toMatchObject({ saved: 2 })
    expect((await getProposal(campus, code)).title).toBe("Kelas talenta untuk kelurahan")
  })
})

describe("attachments", () => {
  const add = (ctx: Parameters<typeof attachFile>[0], code: string, name: string, bytes: Uint8Array) =>
    attachFile(ctx, code, { name, bytes })

  it.each([
    ["empty", new Uint8Array(), "field.fileEmpty"],
    ["mislabelled", new TextEncoder().encode("<script>alert(1)</script>"), "field.fileType"],
    ["too large", new Uint8Array(10_000_001).fill(0x25), "field.fileLarge"],
  ])("that are %s are refused and leave no row", async (_what, bytes, key) => {
    const { code, campus, world } = await drafting()
    await expect(add(campus, code, "rencana.pdf", bytes)).rejects.toMatchObject({ fields: { file: [key] } })
    expect(await world.db.selectFrom("storedFile").selectAll().execute()).toEqual([])
  })

  it("have harmless names, are one file when repeated, and no more than eight", async () => {
    const { code, campus, world } = await drafting()
    const { id } = await getProposal(campus, code)
    await add(campus, code, '../../etc/"passwd\u202efdp.exe', pdfBytes("1"))
    await add(campus, code, "lagi.pdf", pdfBytes("1"))
    expect((await filesOf(world.db, id)).map(({ name }) => name)).toEqual(["passwdfdp.pdf"])
    for (let n = 2; n <= 8; n += 1) await add(campus, code, `${n}.pdf`, pdfBytes(String(n)))
    await expect(add(campus, code, "9.pdf", pdfBytes("9"))).rejects.toMatchObject({
      fields: { file: ["proposal.tooManyFiles"] },
    })
    expect(await filesOf(world.db, id)).toHaveLength(8)
  })

  it("reach the region with the version they were submitted in, and stay in it", async () => {
    const { code, campus, firm, world, sides } = await drafting()
    await add(firm, code, "rencana.pdf", pdfBytes("a"))
    const [file] = await filesOf(world.db, (await getProposal(campus, code)).id)
    const region = await world.as(sides.region.drafter)
    await expect(readFile(region, code, file!.id)).rejects.toMatchObject({ code: "not_found" })
    await submitProposal(campus, code, await seenOf(campus, code))
    expect((await readFile(region, code, file!.id)).bytes).toEqual(pdfBytes("a"))
    await expect(removeFile(campus, code, file!.id)).rejects.toMatchObject({ key: "flow.step" })
    const stranger = await world.as(sides.stranger.approver)
    await expect(readFile(stranger, code, file!.id)).rejects.toMatchObject({ code: "not_found" })
  })

  it("taken out in a revision leave the next version and stay in the one before", async () => {
    const world = await createWorld()
    const sides = await proposalSides(world)
    const code = await proposalIn(world, sides, "revision", { file: true })
    const campus = await world.as(sides.campus.drafter)
    const [file] = await filesOf(world.db, (await getProposal(campus, code)).id)
    await removeFile(campus, code, file!.id)
    await add(campus, code, "baru.pdf", pdfBytes("baru"))
    await answerPoints(campus, code)
    await saveProposal(campus, code, await draftTyped(campus, code, { plan: `${proposalWords().plan}\n\nTambahan.` }))
    await submitProposal(campus, code, await seenOf(campus, code))
    const region = await world.as(sides.region.drafter)
    expect((await readFile(region, code, file!.id)).name).toBe("rencana.pdf")
    const { changes } = await compareVersions(region, code, {})
    expect(changes.files).toEqual({ added: ["baru.pdf"], removed: ["rencana.pdf"] })
    expect(changes.words.map(({ name }) => name)).toEqual(["plan"])
    expect(changes.contributions).toEqual([])
    await expect(compareVersions(region, code, { before: 1, after: 3 })).rejects.toMatchObject({ code: "not_found" })
  })
})

it("compares plans as people read them, without the signs that lay them out", async () => {
  const world = await createWorld()
  const sides = await proposalSides(world)
  const code = await proposalIn(world, sides, "revision")
  const campus = await world.as(sides.campus.drafter)
  await answerPoints(campus, code)
  const plan = proposalWords().plan.replace("**setiap bulan**", "**setiap pekan**")
  await saveProposal(campus, code, await draftTyped(campus, code, { plan }))
  await submitProposal(campus, code, await seenOf(campus, code))
  const { changes } = await compareVersions(campus, code, {})
  const runs = changes.words.find(({ name }) => name === "plan")?.runs ?? []
  expect(runs.filter(({ kind }) => kind !== "same").map(({ text }) => text.trim())).toEqual(["bulan", "pekan"])
  expect(runs.map(({ text }) => text).join("")).not.toContain("**")
})

it("renders a plan with script, links and raw HTML as harmless words", () => {
  const html = bodyHtml(readBody('<script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror="y">'))
  expect(html.replace(/<\/?p>/g, "")).not.toMatch(/<|href|src="/)
})

it.each([
  ["1250000", 1_250_000],
  ["Rp1.250.000", 1_250_000],
  ["Rp 1,250,000", 1_250_000],
  ["Rp. 1 250 000,-", 1_250_000],
  ["1.250.000,00", 1_250_000],
  ["1.000.000.000.000.000", 1_000_000_000_000_000],
  ["1.25", null],
  ["1.250,5", null],
  ["1.250,000.000", null],
  ["-5", null],
  ["1e9", null],
  ["", null],
  ["sejuta", null],
  ["99999999999999999999", null],
])("reads %s as rupiah", (typed, amount) => {
  expect(readAmount(typed)).toBe(amount)
})
