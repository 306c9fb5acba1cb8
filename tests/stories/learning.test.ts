import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openStage, type Reader, type Stage, says } from "#tests/support/story.ts"
import { agreeAndLock, both, fillSigning, propose, sign } from "./steps.ts"

let stage: Stage
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simpul-learning-"))
  stage = await openStage()
})
afterAll(async () => {
  await stage?.close()
  rmSync(folder, { recursive: true, force: true })
})

const pathOf = (reader: Reader): string => new URL(reader.page.url()).pathname

/** What a field for a moment in West Java takes, so many minutes from now: "2026-01-31T08:00". */
const localTime = (minutes: number): string =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Jakarta",
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(new Date(Date.now() + minutes * 60_000))
    .replace(" ", "T")

const day = (days: number): string => localTime(days * 24 * 60).slice(0, 10)

/** What poppler says of the seals in a file, or null where it is not installed. */
function pdfsig(pdf: Buffer, name: string): string | null {
  const path = join(folder, name)
  writeFileSync(path, pdf)
  try {
    return execFileSync("pdfsig", ["-nocert", path], { encoding: "utf8" })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}

test.each(both)(
  "%s: two regions agree, one teaches, a camat learns, acts and receives a certificate that anybody can check",
  async (title, javaScript) => {
    const jabar = await stage.reader({ email: "kerjasama@jabar.example", javaScript })
    const magelang = await stage.reader({ email: "kerjasama@magelang.example", javaScript })
    const host = await stage.reader({ email: "bkd@jabar.example", javaScript })
    const sender = await stage.reader({ email: "bkpsdm@magelang.example", javaScript })
    const learner = await stage.reader({ email: "camat@magelang.example", javaScript })
    const visitor = await stage.reader({ javaScript })
    const name = `Camat Magelang Tengah ${title} (peraga)`

    // An agreement in force is what everything stands on.
    const address = await propose(stage.portal, jabar, `Pertukaran pembelajaran ${title}`)
    await agreeAndLock(jabar, magelang, address, 1)
    for (const [email, office] of [
      ["gubernur@jabar.example", "Gubernur Jawa Barat"],
      ["walikota@magelang.example", "Wali Kota Magelang"],
    ] as const) {
      const signer = await stage.reader({ email, javaScript })
      await signer.open(`${address}/tanda-tangan`)
      await fillSigning(signer)
      await sign(signer, office)
    }

    // The host plans a programme on it and opens a cohort.
    await host.open(`/ruang-kerja/belajar/program/baru?kesepakatan=${address.split("/").at(-1)}`)
    await host.page.selectOption("[name=clauseKey]", { index: 1 })
    await host.fill({
      title: `Belajar melayani ${title}`,
      summary: "Camat dan lurah belajar memetakan talenta dan menjawab kabar bohong bersama warganya.",
      aims: "Memetakan talenta\nMenjawab kabar dengan bukti",
    })
    await host.press(says("programme.start.submit"))
    await host.fill({ practice: "saber-hoaks", form: "training", hours: "6" })
    await host.press(says("programme.modules.submit"))
    const programme = pathOf(host).replace(/\/modul$/, "")
    await host.open(`${programme}/penerbitan`)
    await host.press(says("programme.opening.submit"))
    await host.open(`${programme}/angkatan/baru`)
    await host.fill({ name: "Angkatan I", seats: "1", nominateUntil: day(0), startsOn: day(0), endsOn: day(30) })
    await host.press(says("programme.cohort.save"))
    const cohort = pathOf(host)
    await host.open(`${cohort}/pembukaan`)
    await host.press(says("programme.cohort.open"))

    // The sender nominates; a number that cannot be one is refused with everything else kept.
    await sender.open(`${cohort}/pencalonan`)
    await sender.page.selectOption("[name=accountId]", { label: "Camat Magelang Tengah (peraga)" })
    await sender.page.selectOption("[name=supervisorId]", { label: "BKPSDM Kota Magelang (peraga)" })
    await sender.tick("numberKind", "nip")
    await sender.fill({
      name,
      number: "19801301 200501 1 001",
      rank: "Pembina (IV/a)",
      office: "Camat Magelang Tengah",
      unitCode: "33.71.03",
    })
    await sender.press(says("programme.nomination.submit"))
    expect(pathOf(sender)).toContain("pencalonan")
    expect(await sender.page.inputValue("[name=name]")).toBe(name)
    await sender.fill({ number: "19800101 200501 1 001" })
    await sender.press(says("programme.nomination.submit"))
    const place = pathOf(sender)
    expect(await sender.words()).not.toContain("19800101 200501 1 001")
    await visitor.open(place)
    expect(pathOf(visitor)).toBe("/masuk")

    await host.open(`${place}/konfirmasi`)
    await host.press(says("programme.confirmation.submit"))

    // A session about to begin: the learner types the code that stands in the room.
    await host.open(`${cohort}/sesi/baru`)
    await host.fill({
      title: "Memeriksa kabar bersama warga",
      startsAt: localTime(5),
      endsAt: localTime(95),
      place: "Gedung BKD, Kota Bandung",
    })
    await host.press(says("programme.session.save"))
    const session = pathOf(host)
    await host.open(`${cohort}/mulai`)
    await host.press(says("programme.cohort.run"))
    await host.open(session)
    const code = (await host.page.locator("main section code").first().innerText()).replace(/\s/g, "")
    await learner.open(place)
    expect(await learner.words()).toContain("Gedung BKD, Kota Bandung")
    await learner.fill({ code: code === "AAAAAA" ? "BBBBBB" : "AAAAAA" })
    await learner.press(says("programme.learner.codeSubmit"))
    await learner.open(place)
    await learner.fill({ code: code.toLowerCase() })
    await learner.press(says("programme.learner.codeSubmit"))
    expect(await learner.words()).toContain(says("flash.programme.present"))
    await host.open(session)
    expect(await host.words()).toContain(says("programme.session.means.code"))
    await learner.open(place)
    expect(await learner.words()).toContain("6 JP")

    // What was learned becomes a plan that the superior signs off.
    await learner.open(`${place}/rencana`)
    await learner.fill({
      title: "Papan kabar di kantor kecamatan",
      body: "Menjawab tiga kabar setiap pekan bersama relawan, lalu menempelkan jawabannya di papan kantor.",
      dueOn: day(60),
    })
    await learner.press(says("programme.plan.save"))
    await learner.open(`${place}/rencana/pengajuan`)
    await learner.press(says("programme.plan.submit"))
    await sender.open("/ruang-kerja")
    expect(await sender.words()).toContain(title)
    await sender.open(`${place}/rencana/persetujuan`)
    await sender.fill({ remark: "Lanjutkan." })
    await sender.press(says("programme.plan.approve"))
    await host.open(`${place}/kelulusan`)
    await host.press(says("programme.graduation.submit"))

    // The officer seals the certificate; anybody who holds it can check it.
    await host.open(`${place}/sertifikat/penyiapan`)
    await host.fill({ number: `893/${title.length}/CERITA/${day(0).slice(0, 4)}`, place: "Bandung" })
    await host.page.locator("main [name=mandateId]").first().check()
    await host.press(says("certificate.prepare.submit"))
    await host.open(`${place}/sertifikat/penyegelan`)
    await fillSigning(host)
    await host.press(says("certificate.seal.submit", { office: "Kepala Badan Kepegawaian Daerah Provinsi Jawa Barat" }))
    const [download] = await Promise.all([
      learner.page.waitForEvent("download"),
      learner.page.goto(`${place}/sertifikat/dokumen.pdf`).catch(() => undefined),
    ])
    const pdf = readFileSync(await download.path())
    await visitor.open("/verifikasi")
    await visitor.attach("file", { name: "sertifikat.pdf", bytes: pdf })
    await visitor.press(says("verification.upload.submit"))
    expect(await visitor.words()).toContain(says("certificate.conclusion.registered.title"))
    const report = pdfsig(pdf, `sertifikat-${javaScript}.pdf`)
    if (report !== null) expect(report).toContain("Signature is Valid")

    const altered = Buffer.from(pdf)
    altered[Math.floor(altered.length / 3)]! ^= 1
    await visitor.open("/verifikasi")
    await visitor.attach("file", { name: "diubah.pdf", bytes: altered })
    await visitor.press(says("verification.upload.submit"))
    expect(await visitor.words()).not.toContain(says("certificate.conclusion.registered.title"))

    // The public sees that it happened, and nobody's name.
    await host.open(programme)
    await host.follow(says("programme.desk.public"))
    await visitor.open(pathOf(host))
    const told = await visitor.words()
    expect(told).toContain(says("programme.show.seatsValue", { confirmed: 1, seats: 1 }))
    expect(told).not.toContain("Camat Magelang Tengah")
  },
)
