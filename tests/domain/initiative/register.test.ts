import { describe, expect, it } from "vitest"
import { getInitiativeDesk, listOwnInitiatives } from "#app/domain/initiative/desk.server.ts"
import { initiativeParameters, readInitiativeFilter, readOwnInitiativeFilter } from "#app/domain/initiative/filter.ts"
import { reachMilestone } from "#app/domain/initiative/milestones.server.ts"
import { addMeasure } from "#app/domain/initiative/outcomes.server.ts"
import { endPartner } from "#app/domain/initiative/partners.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import {
  getPublicInitiative,
  initiativeRegions,
  listPublicInitiatives,
} from "#app/domain/initiative/register.server.ts"
import { measureForm, startForm, updateForm } from "#app/domain/initiative/schema.ts"
import { initiativeSources } from "#app/domain/initiative/sources.server.ts"
import { startInitiative } from "#app/domain/initiative/start.server.ts"
import { publishInitiative, stopInitiative } from "#app/domain/initiative/steps.server.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import { getPublicNeed } from "#app/domain/proposal/need-register.server.ts"
import { writeMail } from "#app/mail/write.ts"
import {
  agreementWith,
  counting,
  initiativeArena,
  initiativeFields,
  initiativeIn,
  milestoneIn,
  outcomeIn,
  seenAt,
  stopReason,
  strangerIn,
} from "#tests/support/initiatives.ts"
import { openNeed, proposalIn } from "#tests/support/proposals.ts"
import type { World } from "#tests/support/world.ts"

const list = (world: World, query: string | Record<string, string> = "") =>
  listPublicInitiatives(world.visitor(), readInitiativeFilter(new URLSearchParams(query)))

describe("the public list", () => {
  it("holds what was published, newest first, with its strands and milestones", async () => {
    const { world, sides } = await initiativeArena()
    await initiativeIn(world, sides, "running")
    const first = await initiativeIn(world, sides, "running", { published: true })
    world.clock.turn(60_000)
    const second = await initiativeIn(world, sides, "stopped", {
      published: true,
      fields: { title: "Yang dihentikan" },
    })
    const ctx = await world.as(sides.region.drafter)
    await strangerIn(world, sides, first)
    const reached = await milestoneIn(world, sides, first)
    await milestoneIn(world, sides, first)
    await reachMilestone(ctx, first, reached, { ...(await seenAt(ctx, first)), reachedOn: "2026-03-01", note: "" })
    const { entries, count, next } = await list(world)
    expect([count, next]).toEqual([2, null])
    expect(entries.map(({ id }) => id)).toEqual([second, first])
    expect(entries[1]).toMatchObject({
      ...{ title: "Kelas talenta kelurahan", affair: "education", regionName: "Kota Magelang", status: "running" },
      ...{ place: "Tiga kecamatan di Kota Magelang", strands: ["A", "B", "G", "M"], demo: false },
      ...{ milestones: { reached: 1, total: 2 }, leadName: sides.region.organisation.name },
    })
    expect(entries[0]).toMatchObject({ strands: ["A", "B", "G"], milestones: { reached: 0, total: 0 } })
  })

  it("is filtered by affair, strand, region, state and words", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running", { published: true })
    await initiativeIn(world, sides, "completed", { published: true, fields: { affair: "health", title: "Posyandu" } })
    await strangerIn(world, sides, id)
    const count = async (query: string) => (await list(world, query)).count
    expect(await count("affair=health")).toBe(1)
    expect(await count("affair=tourism")).toBe(0)
    expect(await count("strand=M")).toBe(1)
    expect(await count("strand=A")).toBe(2)
    expect(await count("strand=C")).toBe(0)
    expect(await count("region=33")).toBe(2)
    expect(await count("region=33.71&state=running")).toBe(1)
    expect(await count("region=32")).toBe(0)
    expect(await count("state=stopped")).toBe(0)
    expect(await count("q=posyandu+magelang")).toBe(1)
    expect(await count("q=%25")).toBe(0)
    expect(await count("affair=sihir&strand=Z&region=x&state=x&cursor=%25")).toBe(2)
    const ctx = await world.as(sides.region.drafter)
    const media = (await getInitiative(ctx, id)).partners.find(({ strand }) => strand === "M")!
    await endPartner(ctx, id, media.id, await seenAt(ctx, id))
    expect(await count("strand=M")).toBe(0)
    expect(initiativeParameters).toEqual(["q", "affair", "strand", "region", "state", "cursor"])
    expect(await initiativeRegions(world.visitor())).toEqual([
      { code: "33", name: "Provinsi Jawa Tengah" },
      { code: "33.71", name: "Kota Magelang" },
    ])
  })

  it("is paged by key without a gap, in four queries whatever its length", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running", { published: true })
    const row = await world.db.selectFrom("initiative").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
    // Half of them were published at the same moment.
    const copies = Array.from({ length: 44 }, (_, n) => ({
      ...row,
      id: `0198c0de-0000-7000-8000-0000000000${String(n + 10)}`,
      slug: `salinan-${n}`,
      publishedAt: n % 2 ? row.publishedAt : `2026-01-01T00:00:${String(n + 10)}.000Z`,
    }))
    await world.db.insertInto("initiative").values(copies).execute()
    const { ctx, queries } = counting(world.visitor())
    const seen: string[] = []
    let pages = 0
    for (let cursor: string | null = ""; cursor !== null; pages += 1) {
      const page = await listPublicInitiatives(ctx, readInitiativeFilter(new URLSearchParams({ cursor })))
      expect(page.count).toBe(45)
      seen.push(...page.entries.map(({ slug }) => slug))
      cursor = page.next
    }
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 45, 45])
    expect(queries()).toBe(4 * pages)
  })
})

describe("the public page", () => {
  it("shows all that stands below an initiative, in eight queries, and no person", async () => {
    const { world, sides } = await initiativeArena()
    const need = await openNeed(world, sides.region)
    const proposals = [
      await proposalIn(world, sides, "accepted", { need: need.slug, partner: true }),
      await proposalIn(world, sides, "accepted", { need: need.slug }),
    ]
    const { other, code: agreement } = await agreementWith(world, sides)
    const ctx = await world.as(sides.region.approver)
    const clause = (await initiativeSources(ctx)).agreements[0]!.clauses[2]!
    const input = startForm.parse(initiativeFields({ proposals, agreement, clause: clause.key }))
    const id = await startInitiative(ctx, input)
    await publishInitiative(ctx, id, await seenAt(ctx, id))
    const milestone = await milestoneIn(world, sides, id)
    await world.db.updateTable("initiative").set({ status: "running" }).where("id", "=", id).execute()
    const outcome = await outcomeIn(world, sides, id, { baseline: "0", target: "100" })
    for (const [value, measuredOn] of [
      ["10", "2026-02-01"],
      ["150", "2026-03-01"],
    ]) {
      const typed = measureForm.parse({ ...(await seenAt(ctx, id)), value, measuredOn })
      await addMeasure(ctx, id, outcome, typed)
    }
    const campus = await world.as(sides.campus.drafter)
    await postUpdate(campus, id, { ...updateForm.parse({ title: "Kabar", body: "Kelas dibuka." }), picture: null })
    const { slug } = await getInitiative(ctx, id)
    const counted = counting(world.visitor())
    const page = await getPublicInitiative(counted.ctx, slug)
    expect(counted.queries()).toBe(8)
    expect(page.strands.map(({ strand, partners }) => [strand, partners.map(({ name }) => name)])).toEqual([
      ["A", ["Universitas Contoh"]],
      ["B", ["PT Contoh Karya"]],
      ["G", [sides.region.organisation.name, other.organisation.name]],
    ])
    expect(page.milestones).toMatchObject([{ id: milestone, reachedOn: null }])
    expect(page.outcomes).toMatchObject([{ latest: { value: "150" }, progress: { fraction: 1.5, reached: true } }])
    expect(page.outcomes[0]?.measures).toHaveLength(2)
    expect(page.updates).toMatchObject([{ title: "Kabar", organisationName: "Universitas Contoh", picture: null }])
    expect(page.proposals.map(({ code }) => code).sort()).toEqual([...proposals].sort())
    expect(page.needs).toEqual([{ slug: need.slug, title: "Pendampingan talenta aparatur kelurahan" }])
    expect(page.agreement).toEqual({ code: agreement, title: "Pengembangan Karakter Aparatur", clause })
    expect(JSON.stringify(page)).not.toMatch(/Perancang|Penyetuju|Narahubung|@contoh/)
    expect((await getPublicNeed(world.visitor(), need.slug)).initiatives.map((one) => one.slug)).toEqual([slug])
    const desk = counting(ctx)
    await getInitiativeDesk(desk.ctx, id)
    expect(desk.queries()).toBe(9)
    const own = counting(ctx)
    await listOwnInitiatives(own.ctx, readOwnInitiativeFilter(new URLSearchParams()))
    expect(own.queries()).toBe(3)
  })

  it("shows those who take part now, and is nothing before it is published", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running")
    const ctx = await world.as(sides.region.approver)
    const { slug, partners } = await getInitiative(ctx, id)
    for (const reader of [ctx, world.visitor()])
      await expect(getPublicInitiative(reader, slug)).rejects.toMatchObject({ code: "not_found" })
    await publishInitiative(ctx, id, await seenAt(ctx, id))
    const firm = partners.find(({ strand }) => strand === "B")!
    await endPartner(ctx, id, firm.id, await seenAt(ctx, id))
    const page = await getPublicInitiative(world.visitor(), slug)
    expect(page.strands.map(({ strand }) => strand)).toEqual(["A", "G"])
    expect(page.agreement).toBeNull()
    await expect(getPublicInitiative(world.visitor(), "tidak-ada")).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("messages", () => {
  it("are written in both languages, with a link where there is a page to open", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running", { published: true })
    const ctx = await world.as(sides.region.approver)
    const firm = await world.as(sides.firm.drafter)
    await strangerIn(world, sides, id)
    await postUpdate(firm, id, { ...updateForm.parse({ title: "Kabar", body: "Kelas dibuka." }), picture: null })
    const find = async (strand: string) => (await getInitiative(ctx, id)).partners.find((one) => one.strand === strand)!
    await endPartner(firm, id, (await find("B")).id, await seenAt(ctx, id))
    await endPartner(ctx, id, (await find("M")).id, await seenAt(ctx, id))
    await stopInitiative(ctx, id, { ...(await seenAt(ctx, id)), reason: stopReason })
    await initiativeIn(world, sides, "completed")
    const mails = (await world.mails()).filter(({ kind }) => kind.startsWith("initiative-"))
    expect([...new Set(mails.map(({ kind }) => kind))].sort()).toEqual([
      "initiative-completed",
      "initiative-partner-added",
      "initiative-partner-left",
      "initiative-partner-removed",
      "initiative-published",
      "initiative-started",
      "initiative-stopped",
      "initiative-update",
    ])
    const told = mails.filter(({ kind }) => kind === "initiative-stopped").map(({ to }) => to)
    expect(told.sort()).toEqual(
      [sides.region.drafter.email, sides.campus.drafter.email, sides.campus.approver.email].sort(),
    )
    for (const mail of mails)
      for (const locale of ["id", "en"] as const) {
        const { subject, text } = writeMail({ ...mail, locale } as never, "https://simpul.example")
        expect(`${subject}\n${text}`).not.toMatch(/undefined|null|\{/)
        expect(text.includes("https://simpul.example/")).toBe(mail.kind !== "initiative-partner-removed")
      }
    expect(mails.some(({ values }) => JSON.stringify(values).includes("Penyetuju"))).toBe(false)
  })
})
