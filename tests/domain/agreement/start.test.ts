import { describe, expect, it } from "vitest"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { startForm } from "#app/domain/agreement/schema.ts"
import { listPartners } from "#app/domain/agreement/start.server.ts"
import { getVersion } from "#app/domain/agreement/versions.server.ts"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { government, start, startFields, twoRegions } from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

describe("starting an agreement", () => {
  it("makes a draft with side 1 and side 2, version 1 filled from the template, and an event", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const code = await start(ctx, magelang.organisation.slug)
    expect(code).toMatch(/^KB-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const agreement = await getAgreement(ctx, code)
    expect(agreement.status).toBe("draft")
    expect(agreement.parties.map(({ ordinal, regionName }) => [ordinal, regionName])).toEqual([
      [1, "Provinsi Jawa Barat"],
      [2, "Kota Magelang"],
    ])
    const { content, number } = await getVersion(ctx, agreement, 1)
    expect(number).toBe(1)
    expect(content.place).toBe("Bandung")
    const body = (key: string) => content.text.clauses.find((clause) => clause.key === key)?.body ?? ""
    expect(body("objek")).toBe("Objek Kesepakatan Bersama ini adalah pengembangan karakter aparatur sipil negara.")
    expect(body("ruang-lingkup")).toContain("1. pelatihan; dan\n2. magang.")
    expect(body("maksud-dan-tujuan")).toContain("1. meningkatkan layanan; dan")
    expect(body("jangka-waktu")).toContain("jangka waktu 3 (tiga) tahun")
    expect(body("konsideran")).toContain("Pemerintah Daerah Provinsi Jawa Barat dan Pemerintah Daerah Kota Magelang")
    expect((await timelineOf(world.db, "agreement", agreement.id)).map(({ type }) => type)).toEqual([
      "agreement.started",
    ])
    expect(await world.mails()).toEqual([])
  })

  it("does not put the contact person's telephone or mail address into the text", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const code = await start(ctx, magelang.organisation.slug)
    const { content } = await getVersion(ctx, await getAgreement(ctx, code), 1)
    const text = JSON.stringify(content)
    expect(text).toContain("Jalan Pemerintahan 33.71")
    expect(text).not.toMatch(/narahubung|0812-0000-1111|Rahasia/i)
  })

  it("leaves a blank for a term that is not known and writes odd terms in days", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const term = async (overrides: Record<string, string>) => {
      const agreement = await getAgreement(ctx, await start(ctx, magelang.organisation.slug, overrides))
      const { content } = await getVersion(ctx, agreement, 1)
      return content.text.clauses.find(({ key }) => key === "jangka-waktu")?.body.split("\n")[0]
    }
    expect(await term({ periodUntil: "" })).toContain("jangka waktu ……………… terhitung")
    expect(await term({ periodUntil: "2026-03-29" })).toContain("jangka waktu 20 (dua puluh) hari terhitung")
  })

  it("marks an agreement as demonstration as soon as one party is one", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    await world.db
      .updateTable("organisation")
      .set({ demoSince: world.clock.now() })
      .where("id", "=", magelang.organisation.id)
      .execute()
    expect((await getAgreement(ctx, await start(ctx, magelang.organisation.slug))).demoSince).toBe(world.clock.now())
  })

  it("offers every verified government of a region that can be party, but not the own one", async () => {
    const world = await createWorld()
    const { jabar } = await twoRegions(world)
    await world.create.pemda("33.08")
    await world.create.pemda("33.72", { status: "submitted" })
    await world.create.pemda("31.71")
    await world.create.organisation({ name: "Bukan pemda" })
    expect((await listPartners(await world.as(jabar.drafter))).map(({ regionName }) => regionName)).toEqual([
      "Kabupaten Magelang",
      "Kota Magelang",
    ])
  })

  it("refuses an unknown organisation, itself, one that is no government, one not verified, and an administrative city", async () => {
    const world = await createWorld()
    const { jabar } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const community = await world.create.organisation()
    const waiting = await world.create.pemda("33.72", { status: "submitted" })
    const suspended = await world.create.pemda("33.08", { status: "suspended" })
    const administrative = await world.create.pemda("31.71")
    const refusals: Record<string, string> = {
      "tidak-ada": "agreement.partnerNotGovernment",
      [jabar.organisation.slug]: "agreement.partnerIsOwn",
      [community.slug]: "agreement.partnerNotGovernment",
      [waiting.slug]: "agreement.partnerNotVerified",
      [suspended.slug]: "agreement.partnerNotVerified",
      [administrative.slug]: "agreement.partnerNotEligible",
    }
    for (const [slug, key] of Object.entries(refusals))
      await expect(start(ctx, slug), slug).rejects.toMatchObject({ code: "invalid", fields: { partner: [key] } })
    expect(await world.db.selectFrom("agreement").selectAll().execute()).toEqual([])
  })

  it("refuses an organisation that governs no region, and one whose region can be no party", async () => {
    const world = await createWorld()
    const { magelang } = await twoRegions(world)
    const community = await world.create.organisation()
    const administrative = await world.create.pemda("31.71")
    for (const { id } of [community, administrative]) {
      const ctx = await world.as(await world.create.member(id, "drafter"))
      await expect(start(ctx, magelang.organisation.slug)).rejects.toMatchObject({ key: "agreement.notGovernment" })
    }
  })

  it("forbids visitors, plain members, organisations not verified, and people who act for nobody", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const waiting = await world.create.pemda("33.08", { status: "submitted" })
    const people = [
      world.visitor(),
      await world.as(jabar.head),
      await world.as(jabar.drafter, null),
      await world.as(await world.create.member(waiting.id, "drafter")),
      await world.as(await world.create.secretariat()),
    ]
    for (const ctx of people)
      await expect(start(ctx, magelang.organisation.slug)).rejects.toMatchObject({ code: "forbidden" })
  })

  it("reads the form strictly: lengths, hidden characters, impossible dates, a term that ends before it begins", () => {
    const errors = (overrides: Record<string, string>) => {
      const parsed = startForm.safeParse(startFields("pemda-33-71", overrides))
      return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
    }
    expect(errors({})).toEqual([])
    expect(errors({ title: "   " })).toEqual(["title: field.required"])
    expect(errors({ title: "abc" })).toEqual(["title: field.tooShort"])
    expect(errors({ title: "x".repeat(301) })).toEqual(["title: field.tooLong"])
    expect(errors({ title: "x".repeat(2_000_000) })).toEqual(["title: field.tooLong"])
    expect(errors({ title: "Judul \u202eterbalik" })).toEqual(["title: field.characters"])
    expect(errors({ partner: "../etc" })).toEqual(["partner: field.choose"])
    expect(errors({ scope: " \n \n" })).toEqual(["scope: field.required"])
    expect(errors({ scope: "butir\n".repeat(31) })).toEqual(["scope: field.tooManyLines"])
    expect(errors({ purposes: "x".repeat(501) })).toEqual(["purposes.0: field.lineTooLong"])
    expect(errors({ signingDate: "2026-02-30" })).toEqual(["signingDate: field.date"])
    expect(errors({ signingDate: "10-03-2026" })).toEqual(["signingDate: field.date"])
    expect(errors({ periodFrom: "2026-03-10", periodUntil: "2026-03-09" })).toEqual([
      "periodUntil: agreement.periodBackwards",
    ])
    expect(errors({ place: "", signingDate: "", periodFrom: "", periodUntil: "", purposes: "" })).toEqual([])
  })

  it("keeps markup in what was typed as literal text", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const code = await start(ctx, magelang.organisation.slug, { object: "**tebal** {{pemerintahKesatu}} #set" })
    const { content } = await getVersion(ctx, await getAgreement(ctx, code), 1)
    expect(content.text.clauses.find(({ key }) => key === "objek")?.body).toBe(
      "Objek Kesepakatan Bersama ini adalah \\*\\*tebal\\*\\* {{pemerintahKesatu}} #set.",
    )
  })

  it("lets any region of the list begin, the city as well as the province", async () => {
    const world = await createWorld()
    const magelang = await government(world, "33.71")
    const kabupaten = await government(world, "33.08")
    const ctx = await world.as(magelang.approver)
    const agreement = await getAgreement(ctx, await start(ctx, kabupaten.organisation.slug))
    expect(agreement.own?.ordinal).toBe(1)
    expect(agreement.other?.regionName).toBe("Kabupaten Magelang")
  })
})
