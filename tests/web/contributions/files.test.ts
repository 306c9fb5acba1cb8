import { createHash } from "node:crypto"
import sharp from "sharp"
import { beforeEach, describe, expect, test } from "vitest"
import { pictureLimits } from "#app/domain/initiative/limits.ts"
import { publishInitiative } from "#app/domain/initiative/steps.server.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { evidenceLimit } from "#app/domain/organisation/evidence-limit.ts"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { uploadLimit } from "#app/http/body.server.ts"
import { translateKey, translator } from "#app/i18n/messages.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { initiativeIn, seenAt } from "#tests/support/initiatives.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { boastful, photograph, png, tiff, webp } from "#tests/support/pictures.ts"
import { pdfBytes, proposalIn, proposalSides, type Sides } from "#tests/support/proposals.ts"
import { typedIn } from "./typed.ts"

const t = translator("id")

let app: TestApp
let sides: Sides
let campus: Persona
let firm: Persona
let region: Persona
let stranger: Persona

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
  campus = await app.as(sides.campus.drafter)
  firm = await app.as(sides.firm.drafter)
  region = await app.as(sides.region.approver)
  stranger = await app.as(sides.stranger.approver)
})

const fileOf = (bytes: Uint8Array, name: string, type = "") => new File([new Uint8Array(bytes)], name, { type })
const headers = { Origin: "http://127.0.0.1:3000", "Sec-Fetch-Site": "same-origin" }

/** A multipart body as a browser sends it, from which a test can take the end away. */
function multipart(name: string, file: { name: string; bytes: Uint8Array }, fields: Record<string, string> = {}) {
  const boundary = "----SimpulTestBoundary7MA4YWxk"
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const bytes = Buffer.concat([Buffer.from(parts.join("") + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return {
    bytes,
    /** Where the bytes of the file begin and end. */
    from: parts.join("").length + head.length,
    until: parts.join("").length + head.length + file.bytes.byteLength,
    headers: { ...headers, "Content-Type": `multipart/form-data; boundary=${boundary}` },
  }
}

/** The same bytes as a stream that breaks off after them, as a connection does. */
const broken = (bytes: Uint8Array): RequestInit => {
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new Error("connection reset"))
      else controller.enqueue(bytes)
      sent = true
    },
  })
  return { method: "POST", body, duplex: "half" } as RequestInit
}

const storedRows = async () => [
  await app.world.db.selectFrom("proposalFile").selectAll().execute(),
  await app.world.db.selectFrom("storedFile").selectAll().execute(),
  await app.world.db.selectFrom("initiativeUpdate").selectAll().execute(),
  await app.world.db.selectFrom("auditEvent").select("seq").execute(),
]

describe("papers of a proposal", () => {
  let code: string
  let home: string
  let path: string

  beforeEach(async () => {
    code = await proposalIn(app.world, sides, "draft", { partner: true })
    home = `/ruang-kerja/usulan/${code}`
    path = `${home}/lampiran`
  })

  const present = () =>
    app.world.db
      .selectFrom("proposalFile")
      .innerJoin("storedFile", "storedFile.id", "proposalFile.storedFileId")
      .select(["proposalFile.id", "storedFile.name", "storedFile.mediaType", "storedFile.size"])
      .where("proposalFile.removedAt", "is", null)
      .orderBy("proposalFile.id")
      .execute()
  const attach = (bytes: Uint8Array, name = "berkas.pdf", type?: string) =>
    campus.post(path, { file: fileOf(bytes, name, type) })

  test("are taken by what their bytes prove, whatever their name says", async () => {
    const jpeg = await sharp(await png(20, 20))
      .jpeg()
      .toBuffer()
    const cases: readonly (readonly [Uint8Array, string, string, string])[] = [
      [pdfBytes("satu"), "rencana.pdf", "rencana.pdf", "application/pdf"],
      [await png(20, 20), "../../denah.exe", "denah.png", "image/png"],
      [jpeg, 'foto "ruang" <1>.pdf', "foto ruang 1.jpg", "image/jpeg"],
    ]
    for (const [bytes, name, kept, mediaType] of cases) {
      const answer = await attach(bytes, name, "text/html")
      expect([answer.status, answer.location]).toEqual([303, path])
      expect(pageWords((await campus.follow(answer)).text)).toContain(t("flash.proposal.attached"))
      expect((await present()).at(-1)).toMatchObject({ name: kept, mediaType, size: bytes.byteLength })
    }
    const words = pageWords((await firm.get(path)).text)
    expect(words).toContain(t("proposal.file.list", { count: 3, most: proposalLimits.files }))
    for (const [, , kept] of cases) expect(words).toContain(kept)
  })

  test("of another type, empty, missing or too large are refused in words, and nothing is stored", async () => {
    const before = await storedRows()
    const html = new TextEncoder().encode("<!doctype html><script>alert(1)</script>")
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const large = Buffer.concat([pdfBytes("besar"), Buffer.alloc(evidenceLimit)])
    const cases: readonly (readonly [Uint8Array, string, Parameters<typeof t>[0]])[] = [
      [html, "rencana.pdf", "errors.field.fileType"],
      [svg, "gambar.png", "errors.field.fileType"],
      [await webp(), "gambar.webp", "errors.field.fileType"],
      [new TextEncoder().encode(" %PDF-1.7"), "rencana.pdf", "errors.field.fileType"],
      [new Uint8Array(), "rencana.pdf", "errors.field.fileEmpty"],
      [large, "rencana.pdf", "errors.field.fileLarge"],
    ]
    for (const [bytes, name, key] of cases) {
      const answer = await attach(bytes, name, "application/pdf")
      expect([name, answer.status]).toEqual([name, 422])
      expect(pageWords(answer.text)).toContain(t(key))
      expect(answer.text).toContain('href="#file"')
    }
    const nothing: readonly Record<string, File | string>[] = [{ file: new File([], "") }, { file: "rencana.pdf" }, {}]
    for (const fields of nothing) {
      const answer = await campus.post(path, fields)
      expect(answer.status).toBe(422)
      expect(pageWords(answer.text)).toContain(t("errors.field.fileRequired"))
    }
    const over = await attach(new Uint8Array(uploadLimit + 1), "rencana.pdf")
    expect(over.status).toBe(413)
    expect(pageWords(over.text)).toContain(t("errors.field.fileTooLarge"))
    expect(over.text).toContain('href="#file"')
    expect(await storedRows()).toEqual(before)

    expect((await attach(large.subarray(0, evidenceLimit), "pas.pdf")).status).toBe(303)
    expect(await present()).toMatchObject([{ name: "pas.pdf", size: evidenceLimit }])
  })

  test("are at most eight, and the same bytes twice are one file under its first name", async () => {
    for (let number = 1; number <= proposalLimits.files; number += 1)
      expect((await attach(pdfBytes(String(number)), `berkas-${number}.pdf`)).status).toBe(303)
    const before = await storedRows()
    expect((await attach(pdfBytes("3"), "nama-lain.pdf")).status).toBe(303)
    expect(await storedRows()).toEqual(before)
    expect((await present())[2]).toMatchObject({ name: "berkas-3.pdf" })

    const page = await campus.get(path)
    expect(page.text).not.toContain('type="file"')
    const ninth = await attach(pdfBytes("9"))
    expect(ninth.status).toBe(422)
    expect(pageWords(ninth.text)).toContain(t("errors.proposal.tooManyFiles", { count: proposalLimits.files }))
    expect(await storedRows()).toEqual(before)

    const { id } = (await present())[0]!
    const removal = `${path}/${id}/pengeluaran`
    expect((await campus.post(removal, typedIn((await campus.get(removal)).text))).status).toBe(303)
    expect((await campus.post(removal)).status).toBe(303)
    expect((await campus.post(removal.replace(id, newId()))).status).toBe(404)
    expect((await campus.get(removal)).status).toBe(404)
    expect((await attach(pdfBytes("9"))).status).toBe(303)
    expect(await present()).toHaveLength(proposalLimits.files)
  })

  test("the same bytes sent twice at once are one file", async () => {
    const sent = await Promise.all([attach(pdfBytes("sama")), attach(pdfBytes("sama")), attach(pdfBytes("lain"))])
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await present()).toHaveLength(2)
  })

  test("cut off half-way are refused, and no row is stored", async () => {
    const whole = multipart("file", { name: "rencana.pdf", bytes: Buffer.concat([pdfBytes("a"), Buffer.alloc(5_000)]) })
    const before = await storedRows()
    const cuts = [0, 10, whole.from - 4, whole.from, whole.from + 2_000, whole.until, whole.until + 2]
    for (const cut of [...cuts, whole.bytes.length - 4, whole.bytes.length - 3]) {
      const init = { method: "POST", body: whole.bytes.subarray(0, cut), headers: whole.headers }
      const answer = await campus.send(path, init)
      expect([cut, answer.status]).toEqual([cut, 400])
      expect(pageWords(answer.text)).toContain(translateKey("id", "errors.body.400"))
    }
    for (const cut of [0, 10, whole.from, whole.from + 2_000, whole.until, whole.bytes.length]) {
      const answer = await campus.send(path, { ...broken(whole.bytes.subarray(0, cut)), headers: whole.headers })
      expect([cut, answer.status]).toEqual([cut, 400])
      expect(pageWords(answer.text)).toContain(translateKey("id", "errors.body.400"))
    }
    for (const type of [
      "multipart/form-data",
      "multipart/form-data; boundary=lain",
      "multipart/form-data; boundary=",
    ]) {
      const init = { method: "POST", body: whole.bytes, headers: { ...whole.headers, "Content-Type": type } }
      expect([type, (await campus.send(path, init)).status]).toEqual([type, 400])
    }
    expect(await storedRows()).toEqual(before)
    expect(app.logged.filter(({ level }) => level === "error")).toEqual([])
    const sent = await campus.send(path, { method: "POST", body: whole.bytes, headers: whole.headers })
    expect(sent.status).toBe(303)
  })

  test("leave as downloads that nothing shows, guesses or keeps", async () => {
    const bytes = pdfBytes("isi")
    await attach(bytes, "Rencana kerja – akhir (2026).pdf")
    const { id } = (await present())[0]!
    const answer = await campus.get(`${path}/${id}`)
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(new TextDecoder().decode(bytes))
    expect(answer.headers.get("Content-Disposition")).toBe(
      `attachment; filename="Rencana kerja  akhir (2026).pdf"; filename*=UTF-8''Rencana%20kerja%20%E2%80%93%20akhir%20%282026%29.pdf`,
    )
    expect(answer.headers.get("Content-Type")).toBe("application/pdf")
    expect(answer.headers.get("Content-Length")).toBe(String(bytes.byteLength))
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff")
    expect(answer.headers.get("Cache-Control")).toContain("no-store")
    expect((await firm.get(`${path}/${id}`)).status).toBe(200)
    for (const other of ["tidak-ada", "01900000-0000-7000-8000-000000000000"])
      expect((await campus.get(`${path}/${other}`)).status).toBe(404)
  })

  test("reach the region when they are submitted, and nobody else ever", async () => {
    await attach(pdfBytes("pertama"), "pertama.pdf")
    const first = (await present())[0]!.id
    expect((await region.get(`${path}/${first}`)).status).toBe(404)
    const step = async (person: Persona, page: string, changes: Record<string, string> = {}) =>
      (await person.post(`${home}/${page}`, { ...typedIn((await person.get(`${home}/${page}`)).text), ...changes }))
        .status
    expect(await step(await app.as(sides.campus.approver), "pengajuan")).toBe(303)
    expect((await region.get(`${path}/${first}`)).status).toBe(200)
    expect((await attach(pdfBytes("terlambat"))).status).toBe(409)
    expect(await step(region, "pembukaan")).toBe(303)
    const asked = { "points[0].part": "attachments", "points[0].text": "Ganti lampirannya." }
    expect(await step(region, "perbaikan", asked)).toBe(303)

    // What is attached meanwhile is not the region's before it is submitted again; what it got stays its own.
    await attach(pdfBytes("kedua"), "kedua.pdf")
    const second = (await present())[1]!.id
    expect(await step(campus, `lampiran/${first}/pengeluaran`)).toBe(303)
    expect((await region.get(`${path}/${second}`)).status).toBe(404)
    expect((await region.get(`${path}/${first}`)).status).toBe(200)
    for (const page of ["", "/versi/1"]) {
      const words = pageWords((await region.get(home + page)).text)
      expect(words, page).toContain("pertama.pdf")
      expect(words, page).not.toContain("kedua.pdf")
    }
    const other = await proposalIn(app.world, sides, "draft", { file: true, words: { title: "Usulan yang lain" } })
    const foreign = (await present()).at(-1)!.id
    expect((await campus.get(`${path}/${foreign}`)).status).toBe(404)
    expect((await campus.get(`/ruang-kerja/usulan/${other}/lampiran/${foreign}`)).status).toBe(200)
    for (const id of [first, second]) {
      expect((await stranger.get(`${path}/${id}`)).status).toBe(404)
      expect((await (await app.as(sides.firm.member)).get(`${path}/${id}`)).status).toBe(404)
      expect((await app.visitor().get(`${path}/${id}`)).location).toContain("/masuk?lanjut=")
    }
    for (const person of [stranger, await app.as(sides.firm.member)])
      expect((await person.post(path, { file: fileOf(pdfBytes("x"), "x.pdf") })).status).toBe(404)
    for (const person of [region, await app.as(sides.campus.member)])
      expect((await person.post(path, { file: fileOf(pdfBytes("x"), "x.pdf") })).status).toBe(403)
    expect(
      (await campus.post(path, { file: fileOf(pdfBytes("x"), "x.pdf") }, { "Sec-Fetch-Site": "cross-site" })).status,
    ).toBe(403)
  })
})

describe("the picture of an update", () => {
  let id: string
  let path: string
  const words = {
    title: "Kelas pertama",
    body: "Dua puluh orang datang dan belajar bersama.",
    alt: "Ruang kelas penuh",
  }

  beforeEach(async () => {
    id = await initiativeIn(app.world, sides, "running")
    path = `/ruang-kerja/inisiatif/${id}/kabar`
  })

  const post = async (bytes: Uint8Array, changes: Record<string, string> = {}, person = firm) =>
    person.post(path, {
      ...typedIn((await person.get(path)).text),
      ...words,
      ...changes,
      picture: fileOf(bytes, "foto.jpg", "image/jpeg"),
    })
  const newest = async () => {
    const row = await app.world.db
      .selectFrom("initiativeUpdate")
      .select(["id", "pictureSha256"])
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    return { id: row.id, picture: `/inisiatif/gambar/${row.pictureSha256}`, sha256: row.pictureSha256 ?? "" }
  }
  const publish = async () => {
    const ctx = await app.world.as(sides.region.approver)
    await publishInitiative(ctx, id, await seenAt(ctx, id))
  }

  test("is served drawn anew, upright, no longer than 1600 pixels and without anything that the camera wrote", async () => {
    const original = await photograph(2_400, 1_200)
    expect(Buffer.from(original).includes("PembuatRahasia")).toBe(true)
    const answer = await post(original)
    const update = await newest()
    expect([answer.status, answer.location]).toEqual([303, `/ruang-kerja/inisiatif/${id}`])
    expect(answer.headers.get("Location")).toMatch(new RegExp(`#kabar-${update.id}$`))
    const kept = await app.world.services.files.get(update.sha256)
    expect((await firm.get(update.picture)).headers.get("Content-Length")).toBe(String(kept?.byteLength))
    const { format, width, height, exif, icc, xmp, iptc, orientation } = await sharp(kept!).metadata()
    expect({ format, width, height }).toEqual({ format: "webp", width: 800, height: pictureLimits.side })
    expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    for (const secret of ["PembuatRahasia", "ModelRahasia", "Pemilik Rahasia", "Exif"])
      expect(Buffer.from(kept!).includes(secret), secret).toBe(false)
    // What was handed in is kept nowhere.
    expect(await app.world.services.files.get(createHash("sha256").update(original).digest("hex"))).toBeNull()
    const page = await firm.get(`/ruang-kerja/inisiatif/${id}`)
    const image = page.text.match(/<img\b[^>]*>/)?.[0] ?? ""
    for (const attribute of [`src="${update.picture}"`, 'alt="Ruang kelas penuh"', 'width="800"', 'height="1600"'])
      expect(image).toContain(attribute)
  })

  test("is nobody's but the participants' until the initiative is published, and nobody's once it is withdrawn", async () => {
    await post(await png())
    const { id: update, picture, sha256 } = await newest()
    for (const person of [firm, campus, region]) {
      const answer = await person.get(picture)
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "private, no-store"])
      expect(answer.headers.get("Content-Type")).toBe("image/webp")
      expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff")
    }
    for (const person of [stranger, app.visitor()]) {
      expect((await person.get(picture)).status).toBe(404)
      expect((await person.get(picture, { "If-None-Match": `"${sha256}"` })).status).toBe(404)
    }

    await publish()
    for (const person of [stranger, app.visitor(), firm]) {
      const answer = await person.get(picture)
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "public, max-age=86400"])
      expect(answer.headers.get("ETag")).toBe(`"${sha256}"`)
      expect(answer.headers.get("Set-Cookie")).toBeNull()
      const same = await person.get(picture, { "If-None-Match": `"${sha256}"` })
      expect([same.status, same.text]).toEqual([304, ""])
    }
    for (const other of ["x", sha256.toUpperCase(), `${sha256}0`, "0".repeat(64)])
      expect((await app.visitor().get(`/inisiatif/gambar/${other}`)).status).toBe(404)

    const withdrawal = `${path}/${update}/penarikan`
    expect((await firm.post(withdrawal, typedIn((await firm.get(withdrawal)).text))).status).toBe(303)
    for (const person of [stranger, app.visitor(), firm, region]) {
      expect((await person.get(picture)).status).toBe(404)
      expect((await person.get(picture, { "If-None-Match": `"${sha256}"` })).status).toBe(404)
    }
  })

  test("needs words that say what it shows; what was typed is kept", async () => {
    for (const [alt, key] of [
      ["", "errors.initiative.altRequired"],
      ["  ", "errors.initiative.altRequired"],
      ["ab", "errors.field.tooShort"],
    ] as const) {
      const answer = await post(await png(), { alt })
      expect([alt, answer.status]).toEqual([alt, 422])
      expect(pageWords(answer.text)).toContain(t(key))
      expect(answer.text).toContain('href="#alt"')
      expect(typedIn(answer.text)).toMatchObject({ title: words.title, body: words.body })
    }
    expect(await app.world.db.selectFrom("initiativeUpdate").select("id").execute()).toEqual([])
    // Without a picture there is nothing to describe.
    const none = { ...typedIn((await firm.get(path)).text), ...words, alt: "", picture: new File([], "") }
    expect((await firm.post(path, none)).status).toBe(303)
    expect((await newest()).sha256).toBe("")
  })

  test("that is none, is broken, too large or cut off is refused in words, and no row is stored", async () => {
    const before = await storedRows()
    const photo = await photograph(400, 300)
    const cases: readonly (readonly [string, Uint8Array, Parameters<typeof t>[0]])[] = [
      ["pdf", pdfBytes(), "errors.initiative.pictureType"],
      ["tiff", await tiff(), "errors.initiative.pictureType"],
      ["svg", new TextEncoder().encode("<svg/>"), "errors.initiative.pictureType"],
      ["half", photo.subarray(0, photo.length >> 1), "errors.initiative.pictureBroken"],
      ["pixels", await boastful(), "errors.initiative.pictureTooLarge"],
      ["bytes", Buffer.concat([photo, Buffer.alloc(pictureLimits.bytes)]), "errors.initiative.pictureTooLarge"],
    ]
    for (const [name, bytes, key] of cases) {
      const answer = await post(bytes)
      expect([name, answer.status]).toEqual([name, 422])
      expect(pageWords(answer.text), name).toContain(t(key))
      expect(typedIn(answer.text)).toMatchObject(words)
    }
    const whole = multipart("picture", { name: "foto.jpg", bytes: photo }, words)
    for (const cut of [20, whole.from, whole.from + 500, whole.until, whole.bytes.length - 4]) {
      const init = { method: "POST", body: whole.bytes.subarray(0, cut), headers: whole.headers }
      expect([cut, (await firm.send(path, init)).status]).toEqual([cut, 400])
      const stream = { ...broken(whole.bytes.subarray(0, cut)), headers: whole.headers }
      expect([cut, (await firm.send(path, stream)).status]).toEqual([cut, 400])
    }
    expect(await storedRows()).toEqual(before)
    expect((await firm.send(path, { method: "POST", body: whole.bytes, headers: whole.headers })).status).toBe(303)
  })
})
