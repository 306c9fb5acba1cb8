import { beforeEach, describe, expect, test } from "vitest"
import { agreementIn } from "#tests/support/agreements.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { type Signer, sign, twoSigners } from "#tests/support/signers.ts"

let app: TestApp
let jabar: Signer
let magelang: Signer
let code: string

beforeEach(async () => {
  app = await openApp()
  const sides = await twoSigners(app.world)
  jabar = sides.jabar
  magelang = sides.magelang
  code = await agreementIn(app.world, sides, "signing", { title: "Naskah yang Diperiksa Semua Orang" })
})

async function file(ordinal: number, name = "kesepakatan.pdf"): Promise<File> {
  const { sha256 } = await app.world.db
    .selectFrom("agreementRevision")
    .select("sha256")
    .where("ordinal", "=", ordinal)
    .executeTakeFirstOrThrow()
  return new File([Uint8Array.from((await app.world.services.files.get(sha256))!)], name, { type: "application/pdf" })
}

async function signBoth() {
  await sign(app.world, jabar, code)
  await sign(app.world, magelang, code)
}

describe("uploading", () => {
  const upload = async (given: File, path = "/verifikasi") => {
    const answer = await app.visitor().post(path, { file: given })
    return { status: answer.status, text: pageWords(answer.text) }
  }

  test("the registered file says so, with both signers, in both languages", async () => {
    await signBoth()
    const { status, text } = await upload(await file(2))
    expect(status).toBe(200)
    expect(text).toContain("Asli: inilah dokumen yang terdaftar")
    for (const expected of [
      code,
      "Pejabat 32",
      "Gubernur Jawa Barat",
      "Pejabat 33.71",
      "Wali Kota Magelang",
      "Senin, 2 Maret 2026 pukul 10.00 WIB",
    ])
      expect(text).toContain(expected)
    const english = await upload(await file(2), "/en/verifikasi")
    expect(english.text).toContain("Genuine: this is the registered document")
  })

  test("the file without its second seal says which revision it is", async () => {
    await signBoth()
    const { text } = await upload(await file(1))
    expect(text).toContain("Tidak lengkap: ada tanda tangan yang hilang")
    expect(text).toContain(`revisi 1 dari 2 kesepakatan ${code}: satu tanda tangan tidak ada di dalamnya`)
  })

  test("a document still being signed says that it is not in force, and nothing of its text", async () => {
    await sign(app.world, jabar, code)
    const { text } = await upload(await file(1))
    expect(text).toContain("Belum berlaku: penandatanganan belum selesai")
    expect(text).not.toContain("Naskah yang Diperiksa Semua Orang")
  })

  test("a name that is no name stays text", async () => {
    const hostile = new File(["bukan pdf"], '<img src=x onerror="alert(1)">.pdf', { type: "application/pdf" })
    const answer = await app.visitor().post("/verifikasi", { file: hostile })
    expect(answer.text).not.toContain("<img src=x")
    expect(pageWords(answer.text)).toContain("Berkas ini bukan PDF.")
  })

  test("no file, or an empty one, is told so", async () => {
    const without = await app.visitor().post("/verifikasi", {})
    expect(without.status).toBe(422)
    expect(pageWords(without.text)).toContain("Pilih berkas.")
    const empty = await upload(new File([], "kosong.pdf", { type: "application/pdf" }))
    expect(empty.status).toBe(200)
    expect(empty.text).toContain("Berkas kosong.")
  })

  test("a file over 25 MB is refused as too large", async () => {
    const large = new File([new Uint8Array(25_000_001)], "besar.pdf", { type: "application/pdf" })
    const answer = await app.visitor().post("/verifikasi", { file: large })
    expect(answer.status).toBe(422)
    expect(pageWords(answer.text)).toContain("Berkas terlalu besar.")
  })

  test("needs no account but must come from a page of the portal", async () => {
    const answer = await app.visitor().post("/verifikasi", { file: await file(0) }, { "Sec-Fetch-Site": "cross-site" })
    expect(answer.status).toBe(403)
  })
})

describe("searching", () => {
  test("by code shows a public agreement, and nothing of one that is not", async () => {
    const before = await app.visitor().get(`/verifikasi?q=${code}`)
    expect(pageWords(before.text)).toContain("Tidak ada kesepakatan yang cocok")
    expect(before.text).not.toContain("Naskah yang Diperiksa Semua Orang")
    await signBoth()
    const after = await app.visitor().get(`/verifikasi?q=${code.toLowerCase()}`)
    expect(pageWords(after.text)).toContain("Satu kesepakatan ditemukan")
    expect(after.text).toContain(`href="/kesepakatan/${code}"`)
  })

  test("by the code of a document leads to its page", async () => {
    const { verifyCode } = await app.world.db
      .selectFrom("agreementDocument")
      .select("verifyCode")
      .executeTakeFirstOrThrow()
    const answer = await app.visitor().get(`/en/verifikasi?q=${verifyCode.replaceAll("-", "").toLowerCase()}`)
    expect([answer.status, answer.location]).toEqual([303, `/en/v/${verifyCode}`])
  })

  test("what was typed is shown as text", async () => {
    const answer = await app.visitor().get(`/verifikasi?q=${encodeURIComponent("<script>alert(1)</script>")}`)
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain("<script>alert(1)")
    const long = await app.visitor().get(`/verifikasi?q=${"x".repeat(1500)}`)
    expect(long.status).toBe(200)
  })
})

describe("the page behind the QR", () => {
  const page = async (prefix = "") => {
    const { verifyCode } = await app.world.db
      .selectFrom("agreementDocument")
      .select("verifyCode")
      .executeTakeFirstOrThrow()
    return app.visitor().get(`${prefix}/v/${verifyCode}`)
  }

  test("tells of a text in signing that it is not in force, without title, parties or file", async () => {
    await sign(app.world, jabar, code)
    const answer = await page()
    const text = pageWords(answer.text)
    expect(answer.status).toBe(200)
    expect(text).toContain("Belum berlaku")
    expect(text).toContain("1 dari 2 tanda tangan")
    expect(text).toContain("Periksa berkasnya, bukan cetakannya")
    for (const secret of ["Naskah yang Diperiksa Semua Orang", code, "Gubernur", "dokumen.pdf"])
      expect(answer.text).not.toContain(secret)
  })

  test("tells everything public once it is in force", async () => {
    await signBoth()
    const answer = await page("/en")
    const text = pageWords(answer.text)
    for (const expected of [
      "In force",
      code,
      "Naskah yang Diperiksa Semua Orang",
      "Gubernur Jawa Barat",
      "Wali Kota Magelang",
      "Check the file, not the print",
    ])
      expect(text).toContain(expected)
    expect(answer.text).toContain(`href="/kesepakatan/${code}/dokumen.pdf"`)
  })

  test("that does not exist is a 404 that helps", async () => {
    const answer = await app.visitor().get("/v/0000-0000-0000")
    expect(answer.status).toBe(404)
    expect(pageWords(answer.text)).toContain("Kode tidak dikenal")
  })
})
