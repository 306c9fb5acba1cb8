import { beforeEach, describe, expect, test } from "vitest"
import {
  agreementIn,
  approve,
  giveNumber,
  type Side,
  saveChange,
  sealWithoutKey,
  twoRegions,
  typeInto,
} from "#tests/support/agreements.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
let jabar: Side
let magelang: Side

beforeEach(async () => {
  app = await openApp()
  const sides = await twoRegions(app.world)
  jabar = sides.jabar
  magelang = sides.magelang
})

const inState = (status: Parameters<typeof agreementIn>[2], overrides?: Record<string, string>) =>
  agreementIn(app.world, { jabar, magelang }, status, overrides)
const desk = (code: string) => `/ruang-kerja/kesepakatan/${code}`
const words = async (side: { id: string }, path: string) => {
  const answer = await (await app.as(side)).get(path)
  expect(answer.status, path).toBe(200)
  return pageWords(answer.text)
}

describe("every page", () => {
  test("stands in both languages, without script, and is kept by no cache", async () => {
    const code = await inState("negotiation")
    await saveChange(await app.world.as(jabar.drafter), code, typeInto("objek", "Objek yang lain."))
    const pages: readonly (readonly [string, string, string])[] = [
      ["", "Langkah berikutnya", "Next step"],
      ["/naskah", "Catatan kepada pihak lain", "Note to the other side"],
      ["/versi/2", "Sidik jari naskah", "Fingerprint of the text"],
      ["/perbandingan", "Perbandingan versi", "Comparison of versions"],
      ["/persetujuan", "Setujui versi 2", "Approve version 2"],
      ["/pencabutan-persetujuan", "Cabut persetujuan", "Take back the approval"],
      ["/nomor", "Tanggal nomor", "Date of the number"],
      ["/penguncian", "Kunci naskah", "Lock the text"],
      ["/pembatalan-kunci", "Batalkan kunci", "Void the lock"],
      ["/penarikan", "Tarik rancangan", "Withdraw the draft"],
      ["/pembatalan", "Batalkan perundingan", "Cancel the negotiation"],
      ["/penawaran", "Tawarkan kepada", "Offer the text to"],
    ]
    const person = await app.as(magelang.approver)
    for (const [path, indonesian, english] of pages)
      for (const [prefix, expected] of [
        ["", indonesian],
        ["/en", english],
      ] as const) {
        const answer = await person.get(`${prefix}${desk(code)}${path}`)
        expect(answer.status, `${prefix}${path}`).toBe(200)
        expect(pageWords(answer.text), `${prefix}${path}`).toContain(expected)
        expect(answer.text).not.toContain("<script")
        expect(answer.text.match(/<h1/g)).toHaveLength(1)
        expect(answer.headers.get("Cache-Control")).toContain("no-store")
      }
  })

  test("is not found by strangers and by the other side of a draft, and forbidden where only its public page is theirs", async () => {
    const stranger = await app.as(await app.world.create.member((await app.world.create.pemda("33.08")).id, "approver"))
    const draft = await inState("draft")
    const negotiated = await inState("negotiation", { title: "Naskah yang dirundingkan" })
    const inForce = await inState("in_force", { title: "Naskah yang berlaku" })
    const paths = ["", "/naskah", "/versi/1", "/perbandingan", "/persetujuan", "/penguncian", "/dokumen.pdf"]
    for (const path of paths) {
      expect((await stranger.get(desk(negotiated) + path)).status, path).toBe(404)
      expect((await (await app.as(magelang.approver)).get(desk(draft) + path)).status, path).toBe(404)
      expect((await stranger.get(desk(inForce) + path)).status, path).toBe(403)
    }
    expect((await app.visitor().get(desk(negotiated))).location).toContain("/masuk?lanjut=")
    expect((await stranger.get(desk("KB-0000-0000"))).status).toBe(404)
    expect((await stranger.get(desk("apa-saja"))).status).toBe(404)
  })

  test("of a step is forbidden to the roles that may not take it", async () => {
    const code = await inState("negotiation")
    const drafter = await app.as(magelang.drafter)
    const member = await app.as(magelang.head)
    const fields = { lockVersion: "1", reason: "Alasannya.", version: "1", sha256: "0".repeat(64) }
    for (const path of ["/persetujuan", "/pencabutan-persetujuan", "/penguncian", "/pembatalan-kunci", "/pembatalan"])
      for (const person of [drafter, member]) {
        expect((await person.get(desk(code) + path)).status, path).toBe(403)
        expect((await person.post(desk(code) + path, fields)).status, path).toBe(403)
      }
    expect((await member.get(`${desk(code)}/naskah`)).status).toBe(403)
    expect((await member.post(`${desk(code)}/naskah`, {})).status).toBe(403)
    expect((await member.post(`${desk(code)}/naskah`, { susunan: "redraw" })).status).toBe(403)
    expect((await member.get(desk(code))).status).toBe(200)
  })
})

describe("the case page", () => {
  test("gives each side the one thing that waits for it, from the draft to the signatures", async () => {
    const code = await inState("draft")
    expect(await words(jabar.drafter, desk(code))).toContain("Lengkapi naskah, lalu tawarkan")
    expect(await words(jabar.head, desk(code))).toContain("Rancangan ini menunggu penyusun")

    const second = await inState("negotiation", { title: "Naskah kedua yang dirundingkan" })
    expect(await words(magelang.approver, desk(second))).toContain("Baca dan putuskan versi 1")
    expect(await words(magelang.drafter, desk(second))).toContain("Baca versi 1 dari Provinsi Jawa Barat")
    expect(await words(jabar.drafter, desk(second))).toContain("Menunggu penyetuju di organisasi Anda.")
    await approve(app.world, jabar, second)
    expect(await words(jabar.approver, desk(second))).toContain("Menunggu persetujuan Kota Magelang.")
    expect(await words(magelang.approver, desk(second))).toContain("Disetujui Penyetuju 32")
    await approve(app.world, magelang, second)
    expect(await words(jabar.drafter, desk(second))).toContain("Beri nomor dari pihak Anda")
    expect(await words(jabar.head, desk(second))).toContain("Menunggu nomor dari Provinsi Jawa Barat.")
    await giveNumber(app.world, jabar, second)
    const agreed = await words(jabar.approver, desk(second))
    expect(agreed).toContain("Menunggu nomor dari Kota Magelang.")
    expect(agreed).toContain("Sebelum dapat dikunci Kota Magelang belum memberi nomor.")
    await giveNumber(app.world, magelang, second)
    expect(await words(jabar.approver, desk(second))).toContain("Kunci naskah untuk ditandatangani")
    expect(await words(jabar.drafter, desk(second))).toContain("Menunggu penyetuju mengunci naskah.")
  })

  test("shows the locked document, its signatures and whose signature is missing", async () => {
    const code = await inState("signing")
    expect(await words(jabar.head, desk(code))).toContain("Baca dan tanda tangani")
    const colleague = await words(jabar.approver, desk(code))
    expect(colleague).toContain("Menunggu tanda tangan Gubernur Jawa Barat.")
    expect(colleague).toContain("Putaran 1")
    expect(colleague).toContain("Batalkan kunci")
    await sealWithoutKey(app.world, jabar, code)
    const sealed = await words(jabar.approver, desk(code))
    expect(sealed).toContain("Menunggu tanda tangan Kota Magelang.")
    expect(sealed).not.toContain("Batalkan kunci")
    await sealWithoutKey(app.world, magelang, code)
    const done = await words(jabar.approver, desk(code))
    expect(done).toContain("Kesepakatan ini berlaku dan terbuka untuk umum.")
    expect(done).toContain("Kesepakatan mulai berlaku")
  })

  test("of what has ended says how and why, and offers nothing more", async () => {
    const withdrawn = await inState("withdrawn")
    const cancelled = await inState("cancelled", { title: "Naskah yang dibatalkan" })
    const declined = await inState("declined", { title: "Naskah yang ditolak" })
    expect(await words(jabar.approver, desk(withdrawn))).toContain("Rancangan ini ditarik Alasan: Belum waktunya.")
    const ended = await words(magelang.approver, desk(cancelled))
    expect(ended).toContain("Perundingan ini dibatalkan Alasan: Anggaran tidak tersedia.")
    expect(ended).not.toContain("Tindakan lain")
    expect(await words(magelang.approver, desk(declined))).toContain("Penandatanganan ditolak")
  })

  test("hides from side 2 what happened before it was shown the draft", async () => {
    const code = await inState("draft")
    const drafter = await app.world.as(jabar.drafter)
    await saveChange(drafter, code, (fields) => {
      typeInto("objek", "Objek rahasia.")(fields)
      fields.note = "Catatan rahasia."
    })
    const person = await app.as(jabar.approver)
    const { lockVersion } = await app.world.db.selectFrom("agreement").select("lockVersion").executeTakeFirstOrThrow()
    const proposed = await person.post(`${desk(code)}/penawaran`, { lockVersion: String(lockVersion) })
    expect(proposed.status).toBe(303)
    const other = await app.as(magelang.approver)
    const page = pageWords((await other.get(desk(code))).text)
    expect(page).toContain("Versi 2 ditawarkan")
    expect(page).not.toContain("Catatan rahasia.")
    expect(page).not.toContain("Rancangan dimulai")
    expect((await other.get(`${desk(code)}/versi/1`)).status).toBe(404)
    expect((await other.get(`${desk(code)}/perbandingan?before=1&after=2`)).status).toBe(404)
    expect((await other.get(`${desk(code)}/perbandingan`)).text).toContain("Versi lain belum ada untuk dibandingkan.")
  })
})

describe("versions", () => {
  test("that never were are not found, whatever stands in the address", async () => {
    const code = await inState("negotiation")
    const person = await app.as(jabar.drafter)
    for (const number of ["0", "2", "-1", "1.5", "1.0", "01", "0x1", "1e0", "x", "%00", "999999999999999999999"]) {
      expect((await person.get(`${desk(code)}/versi/${number}`)).status, number).toBe(404)
      expect((await person.get(`${desk(code)}/perbandingan?before=${number}`)).status, number).toBe(404)
    }
  })

  test("are compared in any order, whole or only what changed", async () => {
    const code = await inState("negotiation")
    const drafter = await app.world.as(jabar.drafter)
    await saveChange(drafter, code, typeInto("objek", "Objek kedua yang berbeda."))
    await saveChange(drafter, code, (fields) => {
      fields.signingDate = "2026-04-01"
      fields.title = "Pengembangan Watak Aparatur"
      fields.clauses.pop()
    })
    const path = `${desk(code)}/perbandingan`
    const person = await app.as(magelang.drafter)
    const [newest, first, back, same, whole] = await Promise.all(
      ["", "?before=1&after=3", "?before=3&after=1", "?before=2&after=2", "?before=1&after=3&show=whole"].map(
        async (query) => (await person.get(path + query)).text,
      ),
    )
    expect(pageWords(newest!)).toContain("semula 10 Maret 2026 menjadi 1 April 2026")
    expect(newest).not.toContain("kedua yang berbeda")
    expect(first).toContain("kedua yang berbeda")
    expect(first).not.toContain("MAKSUD DAN TUJUAN")
    expect(pageWords(first!)).toContain("Dihapus")
    expect(pageWords(back!)).toContain("Ditambahkan")
    expect(same).toContain("Kedua versi sama")
    expect(whole).toContain("MAKSUD DAN TUJUAN")
    expect(pageWords(whole!)).toContain("Tetap")
  })

  test("say that they are not the newest, and lead to it", async () => {
    const code = await inState("negotiation")
    await saveChange(await app.world.as(jabar.drafter), code, typeInto("objek", "Objek kedua."))
    const page = (await (await app.as(magelang.drafter)).get(`${desk(code)}/versi/1`)).text
    expect(page).toContain("Ini bukan versi terbaru")
    expect(page).toContain(`href="${desk(code)}/versi/2"`)
    expect(page).not.toContain("Objek kedua.")
  })
})
