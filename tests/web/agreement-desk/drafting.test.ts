import { beforeEach, describe, expect, test } from "vitest"
import { agreementIn, approve, type Side, saveChange, twoRegions, typeInto } from "#tests/support/agreements.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { clauseTitles, formFields } from "./form-fields.ts"

let app: TestApp
let jabar: Side
let magelang: Side
let code: string
let path: string
let drafter: Persona

beforeEach(async () => {
  app = await openApp()
  const sides = await twoRegions(app.world)
  jabar = sides.jabar
  magelang = sides.magelang
  code = await agreementIn(app.world, sides, "negotiation")
  path = `/ruang-kerja/kesepakatan/${code}/naskah`
  drafter = await app.as(jabar.drafter)
})

const versions = () =>
  app.world.db.selectFrom("agreementVersion").select(["number", "text", "note"]).orderBy("number").execute()
const agreement = () => app.world.db.selectFrom("agreement").selectAll().executeTakeFirstOrThrow()
const bodyName = (fields: Record<string, string>, key: string) => {
  const name = Object.keys(fields).find(
    (candidate) => /^clauses\[\d+\]\.key$/.test(candidate) && fields[candidate] === key,
  )
  return name?.replace(/key$/, "body") ?? `no clause ${key}`
}

describe("arranging without script", () => {
  test("moves, adds, takes out and puts back clauses, loses nothing that was typed and saves nothing", async () => {
    const first = formFields((await drafter.get(path)).text)
    const titles = clauseTitles(first)
    const typed = {
      ...first,
      note: "Belum selesai.",
      place: 'Ban"dung <b>',
      [bodyName(first, "objek")]: "1. Satu\n2. Dua & tiga",
    }

    const down = await drafter.post(path, { ...typed, susunan: "down:1" })
    expect(down.status).toBe(200)
    const moved = formFields(down.text)
    expect(clauseTitles(moved)).toEqual([titles[0], titles[2], titles[1], ...titles.slice(3)])
    expect(moved.note).toBe("Belum selesai.")
    expect(moved.place).toBe('Ban"dung <b>')
    expect(moved[bodyName(moved, "objek")]).toBe("1. Satu\n2. Dua & tiga")
    expect(down.text).toContain("Perubahan ini belum disimpan.")

    const without = await drafter.post(path, { ...moved, susunan: "remove:1" })
    const taken = formFields(without.text)
    expect(clauseTitles(taken)).toEqual([titles[0], titles[1], ...titles.slice(3)])
    expect(pageWords(without.text)).toContain(`“${titles[2]}” dikeluarkan dari naskah`)

    const longer = formFields((await drafter.post(path, { ...taken, susunan: "add:0" })).text)
    expect(clauseTitles(longer)).toEqual([titles[0], "", titles[1], ...titles.slice(3)])
    longer["clauses[1].title"] = "PASAL BARU"
    const restored = formFields((await drafter.post(path, { ...longer, susunan: "restore:0" })).text)
    expect(clauseTitles(restored)).toEqual([titles[0], titles[2], "PASAL BARU", titles[1], ...titles.slice(3)])
    const up = formFields((await drafter.post(path, { ...restored, susunan: "up:3" })).text)
    expect(clauseTitles(up)).toEqual([titles[0], titles[2], titles[1], "PASAL BARU", ...titles.slice(3)])
    expect(up[bodyName(up, "objek")]).toBe("1. Satu\n2. Dua & tiga")

    expect(await versions()).toHaveLength(1)
    const saved = await drafter.post(path, { ...up, note: "Susunan diperbaiki.", place: "Bandung" })
    expect([saved.status, saved.location]).toEqual([303, `/ruang-kerja/kesepakatan/${code}`])
    const [, second] = await versions()
    expect(JSON.parse(second!.text).clauses.map(({ title }: { title: string }) => title)).toEqual(clauseTitles(up))
  })

  test("every button names its clause and leads back to it; the first button of the form saves nothing", async () => {
    const page = (await drafter.get(path)).text
    expect(page).toContain('aria-label="Turunkan: Pasal 1"')
    expect(page).toMatch(/formAction="#bagian-objek"|formaction="#bagian-objek"/)
    const form = page.slice(page.lastIndexOf("<form"))
    expect(form.match(/<button[^>]*>/)?.[0]).toContain('value="redraw"')
    const same = await drafter.post(path, { ...formFields(page), susunan: "redraw" })
    expect(formFields(same.text)).toEqual(formFields(page))
  })

  test("an order that fits nothing changes nothing", async () => {
    const fields = formFields((await drafter.get(path)).text)
    for (const order of [
      "up:0",
      "up:99",
      "down:9999",
      "remove:-1",
      "add:999",
      "restore:0",
      "explode:1",
      "x".repeat(5000),
    ]) {
      const answer = await drafter.post(path, { ...fields, susunan: order })
      expect(answer.status, order).toBe(200)
      expect(formFields(answer.text), order).toEqual(fields)
    }
  })

  test("works in English as well", async () => {
    const page = await drafter.get(`/en${path}`)
    expect(page.text).toContain('aria-label="Move down: Article 1"')
    const answer = await drafter.post(`/en${path}`, { ...formFields(page.text), susunan: "remove:2" })
    expect(answer.text).toContain("Put it back")
    expect(answer.text).toContain("These changes are not saved yet.")
  })
})

describe("saving", () => {
  test("needs a note to the other side, says so beside the field, and keeps the rest", async () => {
    const fields = formFields((await drafter.get(path)).text)
    const answer = await drafter.post(path, { ...fields, title: "Judul yang sama sekali lain", note: "" })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#note"')
    expect(formFields(answer.text).title).toBe("Judul yang sama sekali lain")
  })

  test("names each field at fault, clauses by their place", async () => {
    const fields = formFields((await drafter.get(path)).text)
    const answer = await drafter.post(path, {
      ...fields,
      note: "Catatan",
      title: "",
      periodFrom: "2026-13-40",
      "clauses[2].title": "",
      "clauses[3].body": "teks \u202e terbalik",
    })
    expect(answer.status).toBe(422)
    for (const id of ["title", "periodFrom", "clauses-2-title", "clauses-3-body"]) {
      expect(answer.text, id).toContain(`href="#${id}"`)
      expect(answer.text, id).toContain(`id="${id}"`)
    }
    expect(await versions()).toHaveLength(1)
  })

  test("an unchanged text is no new version", async () => {
    const fields = formFields((await drafter.get(path)).text)
    const answer = await drafter.post(path, { ...fields, note: "Tidak ada apa-apa." })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain("Belum ada yang diubah")
  })

  test("sent twice makes one version, and the second is told so with its text kept", async () => {
    const fields = formFields((await drafter.get(path)).text)
    const order = { ...fields, note: "Objek baru.", [bodyName(fields, "objek")]: "Objek yang baru." }
    const answers = await Promise.all([drafter.post(path, order), drafter.post(path, order)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await versions()).toHaveLength(2)
    const events = await app.world.db
      .selectFrom("auditEvent")
      .select("type")
      .where("type", "=", "agreement.version_saved")
      .execute()
    expect(events).toHaveLength(1)
  })

  test("fields that cannot come from the form are refused without a fault", async () => {
    const fields = formFields((await drafter.get(path)).text)
    const { title: _, ...untitled } = fields
    const changes: Record<string, string>[] = [
      untitled,
      { ...fields, base: "x" },
      { ...fields, base: "0" },
      { ...fields, base: "99999999999" },
      { ...fields, lockVersion: "-1" },
      { ...fields, "clauses[0].key": "Bukan Kunci" },
      { ...fields, "clauses[1].key": "konsideran" },
      { note: "Kosong." },
    ]
    for (const change of changes) expect((await drafter.post(path, { ...change, note: "n" })).status).toBe(422)
    expect((await drafter.post(path, { ...fields, note: "n", base: "7" })).status).toBe(409)
    expect(await versions()).toHaveLength(1)
  })

  test("as the last act on a text that has been locked meanwhile keeps what was typed for copying", async () => {
    const fields = formFields((await drafter.get(path)).text)
    await app.world.db.updateTable("agreement").set({ status: "signing" }).execute()
    const answer = await drafter.post(path, {
      ...fields,
      note: "Terlambat.",
      [bodyName(fields, "objek")]: "Tulisan berharga.",
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain("Naskah ini sudah tidak dapat diubah")
    expect(answer.text).toContain("Keadaannya sekarang: Penandatanganan.")
    expect(formFields(answer.text)[bodyName(fields, "objek")]).toBe("Tulisan berharga.")
    expect(answer.text).not.toContain("Simpan sebagai versi")
    const page = await drafter.get(path)
    expect(page.text).toContain("Naskah ini sudah tidak dapat diubah")
    expect(page.text).not.toContain("<textarea")
  })
})

describe("a save that comes too late", () => {
  test("keeps both texts: merged where they fit, side by side where both changed, then saved on top", async () => {
    const opened = formFields((await drafter.get(path)).text)
    await saveChange(await app.world.as(magelang.drafter), code, (fields) => {
      typeInto("objek", "Objek menurut Magelang.")(fields)
      typeInto("penutup", "Penutup menurut Magelang.")(fields)
      fields.place = "Magelang"
      fields.note = "Kami usulkan objek lain."
    })
    const answer = await drafter.post(path, {
      ...opened,
      note: "Usul Jawa Barat.",
      place: "Lembang",
      [bodyName(opened, "objek")]: "Objek menurut Jawa Barat.",
      [bodyName(opened, "pelaksanaan")]: "Pelaksanaan menurut Jawa Barat.",
    })
    expect(answer.status).toBe(409)
    const said = pageWords(answer.text)
    for (const expected of [
      "Versi 2 sudah disimpan lebih dahulu",
      "Penyusun 33.71 menyimpannya",
      "Kami usulkan objek lain.",
      "2 bagian diubah oleh Anda dan oleh orang lain",
      "Mereka menulis: Magelang",
      "Tulisan mereka",
      "Objek menurut Magelang.",
    ])
      expect(said).toContain(expected)
    const merged = formFields(answer.text)
    expect(merged.place).toBe("Lembang")
    expect(merged[bodyName(merged, "objek")]).toBe("Objek menurut Jawa Barat.")
    expect(merged[bodyName(merged, "pelaksanaan")]).toBe("Pelaksanaan menurut Jawa Barat.")
    expect(merged[bodyName(merged, "penutup")]).toBe("Penutup menurut Magelang.")
    expect([merged.base, merged.note]).toEqual(["2", "Usul Jawa Barat."])
    expect(await versions()).toHaveLength(2)

    const rearranged = await drafter.post(path, { ...merged, susunan: "down:1" })
    expect(rearranged.text).toContain("Objek menurut Magelang.")
    expect(rearranged.text).toContain("Simpan di atas versi 2")
    const refused = await drafter.post(path, { ...formFields(rearranged.text), title: "" })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Objek menurut Magelang.")

    const saved = await drafter.post(path, formFields(rearranged.text))
    expect(saved.status).toBe(303)
    const [, , third] = await versions()
    expect(third?.text).toContain("Objek menurut Jawa Barat.")
    expect(third?.text).toContain("Penutup menurut Magelang.")
  })

  test("with nothing but an approval between says that saving undoes it, and then does", async () => {
    const opened = formFields((await drafter.get(path)).text)
    await approve(app.world, magelang, code)
    const change = { ...opened, note: "Masih perlu.", [bodyName(opened, "objek")]: "Objek terakhir." }
    const answer = await drafter.post(path, change)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain("Keadaan kesepakatan ini sudah berubah")
    expect((await drafter.post(path, formFields(answer.text))).status).toBe(303)
    expect((await agreement()).versionNumber).toBe(2)
    const page = pageWords((await drafter.get(`/ruang-kerja/kesepakatan/${code}`)).text)
    expect(page).toContain("Persetujuan versi 2 Provinsi Jawa Barat belum menyetujui Kota Magelang belum menyetujui")
  })

  test("shows again what I took out and they changed", async () => {
    const opened = formFields((await drafter.get(path)).text)
    await saveChange(await app.world.as(magelang.drafter), code, typeInto("objek", "Objek menurut Magelang."))
    const at = Number(bodyName(opened, "objek").match(/\d+/)?.[0])
    const taken = formFields((await drafter.post(path, { ...opened, susunan: `remove:${at}` })).text)
    const answer = await drafter.post(path, { ...taken, note: "Objek dikeluarkan." })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain("Anda mengeluarkan bagian ini, tetapi mereka mengubahnya")
    const merged = formFields(answer.text)
    expect(merged[bodyName(merged, "objek")]).toBe("Objek menurut Magelang.")
    expect(answer.text).not.toContain("dikeluarkan dari naskah")
  })
})
