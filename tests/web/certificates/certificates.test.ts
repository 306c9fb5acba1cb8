import { beforeEach, describe, expect, test } from "vitest"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import {
  type Exchange,
  exchangeOf,
  type Learner,
  officerOf,
  prepare,
  revocationOf,
  sealAs,
} from "#tests/support/certificates.ts"
import { countedDatabase } from "#tests/support/database.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { testPassword } from "#tests/support/password.ts"
import { testPassphrase } from "#tests/support/signers.ts"
import { createWorld } from "#tests/support/world.ts"

let app: TestApp
let exchange: Exchange
let learner: Learner
let path: string
let drafter: Persona

beforeEach(async () => {
  app = await openApp()
  exchange = await exchangeOf(app.world)
  learner = await exchange.learner()
  path = `/ruang-kerja/belajar/peserta/${learner.id}/sertifikat`
  drafter = await app.as(exchange.host.drafter)
})

const row = () => app.world.db.selectFrom("learningCertificate").selectAll().executeTakeFirstOrThrow()
const seenLearner = async () =>
  String(
    (
      await app.world.db
        .selectFrom("learner")
        .select("lockVersion")
        .where("id", "=", learner.id)
        .executeTakeFirstOrThrow()
    ).lockVersion,
  )
const preparation = async (change: Record<string, string> = {}) => ({
  lockVersion: await seenLearner(),
  number: "893.3/0147/BKD/2026",
  place: "Bandung",
  mandateId: exchange.officer.mandateId,
  ...change,
})
const order = async (change: Record<string, string> = {}) => ({
  sha256: (await row()).baseSha256,
  read: "on",
  password: testPassword,
  passphrase: testPassphrase,
  ...change,
})

describe("preparing", () => {
  test("shows what will be written, then prints it, and leads back to the certificate", async () => {
    const first = await drafter.get(path)
    expect(pageWords(first.text)).toContain("Siapkan sertifikat peserta ini")
    const page = await drafter.get(`${path}/penyiapan`)
    expect(page.status).toBe(200)
    const text = pageWords(page.text)
    for (const expected of [
      "Ratna Widyaningsih, S.IP.",
      "Patok banding (studi tiru)",
      "16 JP",
      "Kepala Badan Kepegawaian Daerah Provinsi Jawa Barat",
      "Drs. Asep Permana, M.Si.",
    ])
      expect(text).toContain(expected)
    expect(page.text).not.toContain("198609262015")
    const answer = await drafter.post(`${path}/penyiapan`, await preparation())
    expect([answer.status, answer.location]).toEqual([303, path])
    const after = pageWords((await drafter.follow(answer)).text)
    expect(after).toContain("Sertifikat disiapkan. Pejabat penerbit sudah diberi tahu.")
    expect(after).toContain("Menunggu segel Kepala Badan Kepegawaian Daerah Provinsi Jawa Barat")
    expect(after).toContain("893.3/0147/BKD/2026")
  })

  test("keeps what was typed where it is refused, field by field", async () => {
    const short = await drafter.post(`${path}/penyiapan`, await preparation({ number: "1", place: "Kota Bandung" }))
    expect(short.status).toBe(422)
    expect(short.text).toContain('value="Kota Bandung"')
    await drafter.post(`${path}/penyiapan`, await preparation())
    const other = await exchange.learner()
    const elsewhere = `/ruang-kerja/belajar/peserta/${other.id}/sertifikat/penyiapan`
    const taken = await drafter.post(elsewhere, await preparation({ lockVersion: "0" }))
    expect(taken.status).toBe(422)
    expect(pageWords(taken.text)).toContain("Nomor ini sudah dipakai pada program ini")
    const stale = await drafter.post(elsewhere, await preparation({ lockVersion: "5", number: "893.3/0148" }))
    expect(stale.status).toBe(409)
  })

  test("says why not, for a learner who has not completed", async () => {
    const other = await exchange.learner({ status: "confirmed" })
    const page = await drafter.get(`/ruang-kerja/belajar/peserta/${other.id}/sertifikat/penyiapan`)
    expect(pageWords(page.text)).toContain("Sertifikat belum dapat disiapkan")
    expect(page.text).not.toContain('name="number"')
  })

  test("is forbidden to those who may only read, and nothing is there for strangers", async () => {
    for (const person of [exchange.sender.drafter, learner.account, learner.supervisor, exchange.officer.account]) {
      const reader = await app.as(person)
      expect((await reader.get(`${path}/penyiapan`)).status).toBe(403)
      expect((await reader.post(`${path}/penyiapan`, await preparation())).status).toBe(403)
      expect((await reader.get(path)).status).toBe(200)
    }
    const stranger = await app.as(await app.world.create.member((await app.world.create.pemda("33.08")).id, "admin"))
    for (const page of [path, `${path}/penyiapan`, `${path}/penyegelan`, `${path}/pencabutan`, `${path}/dokumen.pdf`])
      expect((await stranger.get(page)).status).toBe(404)
    expect((await app.visitor().get(path)).location).toContain("/masuk?lanjut=")
    expect((await drafter.get("/ruang-kerja/belajar/peserta/bukan-id/sertifikat")).status).toBe(404)
  })
})

describe("sealing", () => {
  let officer: Persona
  beforeEach(async () => {
    await prepare(app.world, exchange, learner.id)
    officer = await app.as(exchange.officer.account)
  })

  test("shows the facts of the file with its fingerprint, the mandate and the effect, then seals", async () => {
    expect(pageWords((await officer.get(path)).text)).toContain("Baca lalu segel sertifikat ini")
    const page = await officer.get(`${path}/penyegelan`)
    expect(page.status).toBe(200)
    const { baseSha256 } = await row()
    expect(page.text).toContain(`name="sha256" value="${baseSha256}"`)
    const text = pageWords(page.text)
    for (const expected of [
      "Ratna Widyaningsih",
      exchange.officer.certificate.serial,
      "SK-",
      "langsung berlaku",
      "16 JP",
    ])
      expect(text).toContain(expected)
    expect(page.headers.get("Cache-Control")).toContain("no-store")
    const file = await officer.get(`${path}/dokumen.pdf?sha256=${baseSha256}`)
    expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "application/pdf"])

    const answer = await officer.post(`${path}/penyegelan`, await order())
    expect([answer.status, answer.location]).toEqual([303, path])
    expect(pageWords((await officer.follow(answer)).text)).toContain("Sertifikat ini sudah disegel")
    expect((await row()).status).toBe("sealed")
  })

  test("is refused with the reason on its field, and no secret comes back or is logged", async () => {
    const unread = await order()
    const { read: _, ...rest } = unread
    expect((await officer.post(`${path}/penyegelan`, rest)).status).toBe(422)
    const wrong = await officer.post(`${path}/penyegelan`, await order({ passphrase: "kalimat sandi yang keliru" }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain("Frasa sandi tidak cocok.")
    for (const secret of ["kalimat sandi yang keliru", testPassword]) {
      expect(wrong.text).not.toContain(secret)
      expect(JSON.stringify(app.logged)).not.toContain(secret)
    }
    const other = await officer.post(`${path}/penyegelan`, await order({ sha256: "0".repeat(64) }))
    expect(other.status).toBe(409)
    expect(pageWords(other.text)).toContain("Tidak ada yang disegel")
    expect((await row()).status).toBe("prepared")
  })

  test("sent twice at once seals once; from another site never", async () => {
    expect((await officer.post(`${path}/penyegelan`, await order(), { "Sec-Fetch-Site": "cross-site" })).status).toBe(
      403,
    )
    const once = await order()
    const answers = await Promise.all([1, 2].map(() => officer.post(`${path}/penyegelan`, once)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(pageWords((await officer.get(`${path}/penyegelan`)).text)).toContain(
      "Tidak ada sertifikat yang menunggu segel",
    )
  })

  test("tells a colleague without the mandate why he cannot, and gives him no form", async () => {
    for (const person of [
      exchange.host.approver,
      (await officerOf(app.world, exchange.host.organisation.id, { holderName: "Dra. Lilis" })).account,
    ]) {
      const page = await (await app.as(person)).get(`${path}/penyegelan`)
      expect(pageWords(page.text)).toContain("Anda tidak dapat menyegel sertifikat ini")
      expect(page.text).not.toContain('name="passphrase"')
    }
    expect((await (await app.as(learner.account)).get(`${path}/penyegelan`)).status).toBe(403)
  })

  test("the learner reads nothing of it before, and downloads it after", async () => {
    const reader = await app.as(learner.account)
    const before = await reader.get(path)
    expect(pageWords(before.text)).toContain("Berkasnya dapat diunduh setelah disegel")
    expect(before.text).not.toContain((await row()).baseSha256)
    expect((await reader.get(`${path}/dokumen.pdf`)).status).toBe(404)
    await sealAs(app.world, exchange.officer, learner.id)
    const { sha256, verifyCode } = await row()
    const after = await reader.get(path)
    expect(after.text).toContain(`dokumen.pdf?sha256=${sha256}`)
    const file = await reader.get(`${path}/dokumen.pdf`)
    expect(file.headers.get("Content-Disposition")).toBe(`attachment; filename="sertifikat-${verifyCode}.pdf"`)
    expect(file.headers.get("Cache-Control")).toBe("private, no-store")
  })
})

describe("revoking", () => {
  test("asks for a class and a reason, and says so to everybody without a name", async () => {
    await prepare(app.world, exchange, learner.id)
    await sealAs(app.world, exchange.officer, learner.id)
    const approver = await app.as(exchange.host.approver)
    const { lockVersion, ...revocation } = await revocationOf(app.world, exchange, learner.id)
    const fields = { ...revocation, lockVersion: String(lockVersion) }
    expect((await drafter.post(`${path}/pencabutan`, fields)).status).toBe(403)
    expect((await approver.post(`${path}/pencabutan`, { ...fields, reason: "x" })).status).toBe(422)
    const done = await approver.post(`${path}/pencabutan`, fields)
    expect([done.status, done.location]).toEqual([303, path])
    const inside = pageWords((await (await app.as(learner.account)).get(path)).text)
    expect(inside).toContain("Isinya keliru")
    expect(inside).toContain("keliru dieja")
    const outside = pageWords((await app.visitor().get(`/v/${(await row()).verifyCode}`)).text)
    expect(outside).toContain("Dicabut")
    expect(outside).toContain("Alasan: Isinya keliru")
    for (const secret of ["Ratna", "dieja", "R. W."]) expect(outside).not.toContain(secret)
  })
})

describe("the public", () => {
  const upload = async (sha256: string, prefix = "") => {
    const bytes = Uint8Array.from((await app.world.services.files.get(sha256))!)
    const file = new File([bytes], "sertifikat.pdf", { type: "application/pdf" })
    return app.visitor().post(`${prefix}/verifikasi`, { file })
  }
  const send = async (sha256: string) => {
    const form = new FormData()
    const bytes = Uint8Array.from((await app.world.services.files.get(sha256))!)
    form.append("file", new File([bytes], "sertifikat.pdf", { type: "application/pdf" }))
    return JSON.parse((await app.visitor().send("/api/v1/verify", { method: "POST", body: form })).text)
  }

  test("learns from the code what is public and no more, in both languages", async () => {
    await prepare(app.world, exchange, learner.id)
    const { verifyCode } = await row()
    const waiting = await app.visitor().get(`/v/${verifyCode}`)
    expect(pageWords(waiting.text)).toContain("belum disegel")
    expect(waiting.text).not.toContain("Belajar Manajemen Talenta")
    await sealAs(app.world, exchange.officer, learner.id)
    const sealed = await app.visitor().get(`/v/${verifyCode}`)
    const text = pageWords(sealed.text)
    for (const expected of [
      "R. W.",
      "Belajar Manajemen Talenta",
      "Pemerintah Provinsi Jawa Barat",
      "16 JP",
      "20 Januari 2026",
    ])
      expect(text).toContain(expected)
    for (const secret of ["Ratna", "Widyaningsih", "Kramat", "Lurah", "• 001"])
      expect(sealed.text).not.toContain(secret)
    expect(pageWords((await app.visitor().get(`/en/v/${verifyCode}`)).text)).toContain("Valid")
    const search = await app.visitor().get(`/verifikasi?q=${verifyCode.toLowerCase()}`)
    expect([search.status, search.location]).toEqual([303, `/v/${verifyCode}`])
  })

  test("recognises the sealed file by upload and by program, and not once it is revoked", async () => {
    await prepare(app.world, exchange, learner.id)
    const { baseSha256, verifyCode } = await row()
    expect(pageWords((await upload(baseSha256)).text)).toContain("Belum berlaku: sertifikat belum disegel")
    await sealAs(app.world, exchange.officer, learner.id)
    const { sha256 } = await row()
    const page = await upload(sha256!)
    expect(pageWords(page.text)).toContain("Asli: inilah sertifikat yang terdaftar")
    expect(page.text).toContain(`href="/v/${verifyCode}"`)
    expect(page.text).not.toContain("Ratna")
    expect(pageWords((await upload(sha256!, "/en")).text)).toContain("Genuine: this is the registered certificate")
    expect(await send(sha256!)).toMatchObject({
      verdict: "valid",
      registered: true,
      agreement: null,
      certificate: verifyCode,
    })
    expect(pageWords((await upload(baseSha256)).text)).toContain("Tidak lengkap: segelnya tidak ada")

    const approver = await app.as(exchange.host.approver)
    const { lockVersion, ...revocation } = await revocationOf(app.world, exchange, learner.id)
    await approver.post(`${path}/pencabutan`, { ...revocation, lockVersion: String(lockVersion) })
    expect(pageWords((await upload(sha256!)).text)).toContain("Sertifikat ini sudah dicabut")
    expect(await send(sha256!)).toMatchObject({ registered: false, certificate: verifyCode })
  })
})

test("every page keeps to its query budget", async () => {
  const counted = await countedDatabase()
  const world = await createWorld({ db: counted.db })
  const site = await openApp({ world })
  const held = await exchangeOf(world)
  const [bare, waiting] = [await held.learner(), await held.learner()]
  await prepare(world, held, waiting.id)
  const approver = await site.as(held.host.approver)
  const officer = await site.as(held.officer.account)
  const spent = async (person: Persona, learnerId: string, page: string) => {
    counted.reset()
    expect((await person.get(`/ruang-kerja/belajar/peserta/${learnerId}/sertifikat${page}`)).status).toBe(200)
    return counted.count()
  }
  expect(await spent(approver, waiting.id, "")).toBeLessThanOrEqual(12)
  expect(await spent(officer, waiting.id, "/penyegelan")).toBeLessThanOrEqual(12)
  expect(await spent(approver, waiting.id, "/pencabutan")).toBeLessThanOrEqual(12)
  expect(await spent(approver, bare.id, "/penyiapan")).toBeLessThanOrEqual(16)
})
