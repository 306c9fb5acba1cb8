import { describe, expect, it } from "vitest"
import { approvalsOf } from "#app/domain/agreement/approval.server.ts"
import { contentDigest, parseDraft } from "#app/domain/agreement/draft.server.ts"
import { saveDraft } from "#app/domain/agreement/drafting.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { getVersion, getVersions, listVersions } from "#app/domain/agreement/versions.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import {
  agreementIn,
  approve,
  draftOf,
  giveNumber,
  saveChange,
  seenBy,
  start,
  twoRegions,
  typeInto,
} from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

async function negotiating() {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const code = await agreementIn(world, sides, "negotiation")
  const jabar = await world.as(sides.jabar.drafter)
  const magelang = await world.as(sides.magelang.drafter)
  return { world, sides, code, jabar, magelang }
}

const bodyOf = (content: { text: { clauses: readonly { key: string; body: string }[] } }, key: string) =>
  content.text.clauses.find((clause) => clause.key === key)?.body

describe("saving a draft", () => {
  it("makes the next version and leaves the one before as it was", async () => {
    const { code, jabar } = await negotiating()
    const before = await seenBy(jabar, code)
    expect(await saveChange(jabar, code, typeInto("objek", "Objek baru."))).toBe(2)
    const agreement = await getAgreement(jabar, code)
    const versions = await getVersions(jabar, agreement, [1, 2])
    expect(versions.get(1)?.content).toEqual(before.content)
    expect(versions.get(1)?.sha256).toBe(before.sha256)
    expect(bodyOf(versions.get(2)!.content, "objek")).toBe("Objek baru.")
    expect(versions.get(2)?.sha256).toBe(contentDigest(versions.get(2)!.content))
    expect((await listVersions(jabar, agreement)).map(({ number, note }) => [number, note])).toEqual([
      [2, "Catatan perubahan."],
      [1, ""],
    ])
  })

  it("carries place, dates and title with the version and shows them on the agreement", async () => {
    const { code, magelang } = await negotiating()
    await saveChange(magelang, code, (fields) => {
      fields.title = "Judul  yang\tdiperbaiki"
      fields.place = "Magelang"
      fields.periodUntil = "2031-03-09"
    })
    expect(await getAgreement(magelang, code)).toMatchObject({
      title: "Judul yang diperbaiki",
      place: "Magelang",
      signingDate: "2026-03-10",
      periodUntil: "2031-03-09",
    })
  })

  it("tells the other side's people, each once and in his language, and not the one who saved", async () => {
    const { world, sides, code, magelang } = await negotiating()
    await world.db.updateTable("account").set({ locale: "en" }).where("id", "=", sides.jabar.approver.id).execute()
    await world.create.member(sides.jabar.organisation.id, "drafter", {
      emailVerifiedAt: null,
      email: "belum@contoh.example",
    })
    await world.db.deleteFrom("outbox").execute()
    await saveChange(magelang, code, typeInto("objek", "Objek dari Magelang."))
    const mails = await world.mails()
    expect(mails.map(({ to, kind, locale }) => [to, kind, locale]).sort()).toEqual(
      [
        [sides.jabar.drafter.email, "agreement-version", "id"],
        [sides.jabar.approver.email, "agreement-version", "en"],
      ].sort(),
    )
    expect(mails[0]?.values).toEqual({
      title: "Pengembangan Karakter Aparatur",
      region: "Kota Magelang",
      note: "Catatan perubahan.",
      code,
    })
  })

  it("tells nobody while it is a draft, and needs no note there", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const ctx = await world.as(jabar.drafter)
    const code = await start(ctx, magelang.organisation.slug)
    const outcome = await saveDraft(ctx, code, await draftOf(ctx, code, typeInto("objek", "Objek."), ""))
    expect(outcome).toEqual({ saved: 2 })
    expect(await world.mails()).toEqual([])
  })

  it("asks for a note to the other side once it negotiates", async () => {
    const { code, jabar } = await negotiating()
    await expect(
      saveDraft(jabar, code, await draftOf(jabar, code, typeInto("objek", "Baru."), " ")),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: { note: ["field.required"] },
    })
  })

  it("refuses a text equal to the version before, spaces and line ends aside", async () => {
    const { code, jabar } = await negotiating()
    const same = await draftOf(jabar, code, (fields) => {
      for (const clause of fields.clauses) clause.body = `\r\n${clause.body.replaceAll("\n", "\r\n")}  \r\n`
    })
    await expect(saveDraft(jabar, code, same)).rejects.toMatchObject({ key: "agreement.nothingChanged" })
    expect((await getAgreement(jabar, code)).versionNumber).toBe(1)
  })

  it("resets approvals: the newest version has none, and an agreed text goes back to negotiation", async () => {
    const { world, sides, code, magelang } = await negotiating()
    await approve(world, sides.jabar, code)
    await approve(world, sides.magelang, code)
    expect((await getAgreement(magelang, code)).status).toBe("agreed")
    await saveChange(magelang, code, typeInto("objek", "Sekali lagi."))
    const agreement = await getAgreement(magelang, code)
    expect(agreement.status).toBe("negotiation")
    expect(await approvalsOf(magelang, agreement)).toEqual([])
  })

  it("is forbidden to plain members and not found by outsiders", async () => {
    const { world, sides, code, jabar } = await negotiating()
    const draft = await draftOf(jabar, code, typeInto("objek", "Objek."))
    await expect(saveDraft(await world.as(sides.jabar.head), code, draft)).rejects.toMatchObject({ code: "forbidden" })
    const outsider = await world.as(await world.create.member((await world.create.pemda("33.08")).id, "drafter"))
    await expect(saveDraft(outsider, code, draft)).rejects.toMatchObject({ code: "not_found" })
    await expect(saveDraft(world.visitor(), code, draft)).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("a save that comes too late", () => {
  it("stores nothing, says what changed, and merges clauses that only one of the two touched", async () => {
    const { code, jabar, magelang } = await negotiating()
    const late = await draftOf(jabar, code, typeInto("pelaksanaan", "Punya saya."))
    await saveChange(magelang, code, typeInto("objek", "Punya mereka."))
    const outcome = await saveDraft(jabar, code, late)
    if (!("stale" in outcome)) throw new Error("was saved")
    expect(outcome.stale).toMatchObject({ base: 1, newest: 2, author: "Penyusun 33.71", note: "Catatan perubahan." })
    expect(outcome.stale.changes.clauses.map(({ key, status }) => [key, status])).toEqual([["objek", "changed"]])
    expect(outcome.stale.merge.clauses).toEqual([])
    expect(bodyOf(outcome.stale.merge.content, "objek")).toBe("Punya mereka.")
    expect(bodyOf(outcome.stale.merge.content, "pelaksanaan")).toBe("Punya saya.")
    expect((await getAgreement(jabar, code)).versionNumber).toBe(2)
  })

  it("keeps mine beside theirs where both typed into one clause, and then saves consciously on top", async () => {
    const { code, jabar, magelang } = await negotiating()
    const late = await draftOf(jabar, code, typeInto("objek", "Punya saya."))
    await saveChange(magelang, code, typeInto("objek", "Punya mereka."))
    const outcome = await saveDraft(jabar, code, late)
    if (!("stale" in outcome)) throw new Error("was saved")
    const { merge, newest, lockVersion } = outcome.stale
    expect(merge.clauses.map(({ kind, mine, theirs }) => [kind, mine?.body, theirs?.body])).toEqual([
      ["changed", "Punya saya.", "Punya mereka."],
    ])
    expect(await saveDraft(jabar, code, { ...late, content: merge.content, base: newest, lockVersion })).toEqual({
      saved: 3,
    })
    const agreement = await getAgreement(jabar, code)
    expect(bodyOf((await getVersion(jabar, agreement, 3)).content, "objek")).toBe("Punya saya.")
    expect(bodyOf((await getVersion(jabar, agreement, 2)).content, "objek")).toBe("Punya mereka.")
  })

  it("also answers where only the state moved on: an approval or a number that the drafter has not seen", async () => {
    const { world, sides, code, jabar } = await negotiating()
    const late = await draftOf(jabar, code, typeInto("objek", "Punya saya."))
    await giveNumber(world, sides.magelang, code)
    await approve(world, sides.magelang, code)
    const outcome = await saveDraft(jabar, code, late)
    if (!("stale" in outcome)) throw new Error("was saved")
    expect(outcome.stale).toMatchObject({ base: 1, newest: 1, changes: { heads: [], clauses: [] } })
    expect(outcome.stale.merge.content).toEqual(late.content)
    expect(await approvalsOf(jabar, await getAgreement(jabar, code))).toHaveLength(1)
  })

  it("answers the same when the other one is faster between the look and the write", async () => {
    const { code, jabar, magelang } = await negotiating()
    const draft = await draftOf(jabar, code, typeInto("objek", "Punya saya."))
    // The first query of the save has read the old state; before it writes, the other side's save is through.
    let raced = false
    const slow = new Proxy(jabar.db, {
      get(target, name) {
        if (name === "transaction" && !raced) {
          raced = true
          return () => ({
            execute: async <T>(work: (trx: never) => Promise<T>) => {
              await saveChange(magelang, code, typeInto("objek", "Punya mereka."))
              return target.transaction().execute(work as never)
            },
          })
        }
        const member: unknown = Reflect.get(target, name, target)
        return typeof member === "function" ? member.bind(target) : member
      },
    })
    const outcome = await saveDraft({ ...jabar, db: slow }, code, draft)
    if (!("stale" in outcome)) throw new Error("was saved")
    expect(outcome.stale.merge.clauses).toHaveLength(1)
    expect((await getAgreement(jabar, code)).versionNumber).toBe(2)
  })

  it("refuses a base that never was, and states in which the text stands fast", async () => {
    const { world, sides, code, jabar } = await negotiating()
    const draft = await draftOf(jabar, code, typeInto("objek", "Objek."))
    await expect(saveDraft(jabar, code, { ...draft, base: 7 })).rejects.toMatchObject({ key: "stale" })
    const locked = await agreementIn(world, sides, "signing")
    const late = await draftOf(jabar, locked, typeInto("objek", "Objek."))
    await expect(saveDraft(jabar, locked, late)).rejects.toMatchObject({ key: "flow.step" })
  })
})

describe("reading the drafting form", () => {
  const fields = () => ({
    title: "Judul naskah",
    place: "",
    signingDate: "",
    periodFrom: "",
    periodUntil: "",
    note: "",
    base: "1",
    lockVersion: "0",
    clauses: [{ key: "objek", title: "Objek", body: "" }],
  })
  const faults = (change: (typed: ReturnType<typeof fields>) => void): unknown => {
    const typed = fields()
    change(typed)
    try {
      parseDraft(typed)
      return null
    } catch (error) {
      if (!isDomainError(error)) throw error
      return error.fields
    }
  }

  it("lets a half-written draft pass: empty bodies, no place, no dates", () => {
    expect(faults(() => {})).toBeNull()
  })

  it("names each fault at its field", () => {
    expect(faults((typed) => typed.clauses.push({ key: "lain", title: "", body: "\u0000" }))).toEqual({
      "clauses[1].title": ["clauseTitleRequired"],
      "clauses[1].body": ["textForbiddenCharacter"],
    })
    expect(faults((typed) => typed.clauses.push({ key: "objek", title: "Dua", body: "" }))).toEqual({
      "clauses[1].key": ["clauseKeyRepeated"],
    })
    expect(faults((typed) => typed.clauses.splice(0))).toEqual({ clauses: ["clausesRequired"] })
    expect(
      faults((typed) => {
        typed.title = ""
        typed.signingDate = "besok"
      }),
    ).toEqual({
      title: ["field.required"],
      signingDate: ["field.date"],
    })
    expect(
      faults((typed) => {
        typed.base = "dua"
      }),
    ).toEqual({ base: ["form"] })
    expect(
      faults((typed) => {
        typed.note = "x".repeat(2_001)
      }),
    ).toEqual({ note: ["field.tooLong"] })
  })

  it("refuses anything that is not such a form at all without throwing a bug", () => {
    for (const raw of [
      null,
      7,
      "x",
      [],
      {},
      { clauses: "x" },
      { clauses: [null] },
      { ...fields(), clauses: { length: 3 } },
    ])
      expect(() => parseDraft(raw)).toThrow("invalid: form")
  })
})
