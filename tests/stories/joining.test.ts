import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { samplePaper } from "#db/seeds/demo-evidence.ts"
import { openStage, type Reader, type Stage, says } from "#tests/support/story.ts"

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const password = "lima kata yang mudah diingat"

/** Opens the newest message to `email` and follows the link with these words in it. */
async function followMail(reader: Reader, email: string, words: RegExp): Promise<void> {
  await reader.open(`/dev/surat?kepada=${encodeURIComponent(email)}`)
  await reader.page.locator("main").getByRole("link", { name: words }).first().click()
  await reader.page.waitForLoadState("load")
}

test.each([
  ["with script", true, "33.23", "Kabupaten Temanggung"],
  ["without script", false, "33.07", "Kabupaten Wonosobo"],
] as const)(
  "%s: a person registers, proves his address, and brings his region's government and its head into the network",
  async (_title, javaScript, regionCode, regionName) => {
    const email = `kerjasama-${randomBytes(4).toString("hex")}@daerah.example`
    const name = `Pemerintah Daerah ${regionName}`
    const clerk = await stage.reader({ javaScript })

    await clerk.open("/daftar")
    await clerk.fill({ name: "Bagian Kerja Sama", email, password: "pendek" })
    await clerk.tick("privacy")
    await clerk.page.evaluate("document.querySelector('main form').noValidate = true").catch(() => undefined)
    await clerk.press(says("account.register.submit"))
    expect(await clerk.words()).toContain(says("errors.field.passwordShort"))
    expect(await clerk.page.inputValue("#name")).toBe("Bagian Kerja Sama")
    await clerk.fill({ password })
    await clerk.press(says("account.register.submit"))
    expect(await clerk.words()).toContain(email)

    await followMail(clerk, email, /surel/i)
    await clerk.fill({ password })
    await clerk.press(says("account.verify.submit"))
    await clerk.fill({ email, password })
    await clerk.press(says("account.signIn.submit"))
    expect(clerk.page.url()).toContain("/ruang-kerja")

    await clerk.open("/ruang-kerja/organisasi/baru")
    await clerk.fill({
      name,
      legalForm: "pemda",
      regionCode,
      description: "Pemerintah kabupaten di lereng gunung yang ingin belajar melayani warganya lebih baik.",
      address: "Jalan Pemuda Nomor 1",
      contactName: "Kepala Bagian",
      contactEmail: email,
      contactPhone: "0293 555 0101",
    })
    await clerk.attach("evidence", { name: "surat tugas.pdf", bytes: samplePaper("Surat tugas") })
    await clerk.press(says("organisation.create.submit"))
    const desk = new URL(clerk.page.url()).pathname
    expect(await clerk.words()).toContain(name)
    await clerk.open(`${desk}/pengajuan`)
    await clerk.press(says("organisation.submission.submit"))
    expect(await clerk.words()).toContain(says("organisation.status.submitted"))

    const secretariat = await stage.reader({ email: "sekretariat@simpul.example", javaScript })
    const id = desk.split("/").at(-1)!
    const reason = "Surat tugas belum menyebut siapa yang boleh mewakili daerah."
    await secretariat.open(`/admin/organisasi/${id}/keputusan`)
    await secretariat.tick("decision", "refuse")
    await secretariat.fill({ reason })
    await secretariat.press(says("organisation.admin.decision.submit"))

    await clerk.open(desk)
    expect(await clerk.words()).toContain(reason)
    await clerk.open(`${desk}/ubah`)
    await clerk.fill({ address: "Jalan Pemuda Nomor 1, Gedung Setda" })
    await clerk.attach("evidence", { name: "surat tugas baru.pdf", bytes: samplePaper("Surat tugas yang lengkap") })
    await clerk.press(says("common.save"))
    await clerk.open(`${desk}/pengajuan`)
    await clerk.press(says("organisation.submission.submit"))

    await secretariat.open(`/admin/organisasi/${id}/keputusan`)
    await secretariat.tick("decision", "verify")
    await secretariat.press(says("organisation.admin.decision.submit"))
    const visitor = await stage.reader({ javaScript })
    await visitor.open(`/mitra?q=${encodeURIComponent(regionName)}`)
    await visitor.follow(name)
    const profile = await visitor.words()
    expect(profile).toContain(regionName)
    expect(profile).not.toContain(email)
    expect(profile).not.toContain("0293")

    await clerk.open(`${desk}/mandat/baru`)
    await clerk.page.selectOption("#accountId", { index: 1 })
    await clerk.fill({
      holderName: "Bupati (contoh)",
      office: `Bupati ${regionName.replace("Kabupaten ", "")}`,
      basisNumber: "131.33-100/2025",
      basisDate: "2025-02-20",
      validFrom: "2025-02-20",
      validUntil: "2030-02-20",
    })
    await clerk.tick("officeKind", "head_of_region")
    await clerk.tick("basisKind", "sk")
    await clerk.tick("instruments", "kesepakatan_bersama")
    await clerk.attach("basis", { name: "keputusan.pdf", bytes: samplePaper("Keputusan pengangkatan") })
    await clerk.press(says("mandate.create.submit"))
    expect(await clerk.words()).toContain(says("mandate.status.entered"))
    const mandate = new URL(clerk.page.url()).pathname

    await secretariat.open(`/admin/mandat/${mandate.split("/").at(-1)}/keputusan`)
    await secretariat.tick("decision", "verify")
    await secretariat.press(says("mandate.decision.submit"))
    await clerk.open(mandate)
    expect(await clerk.words()).toContain(says("mandate.status.verified"))
    await clerk.follow(says("mandate.show.makeKey"))
    await clerk.fill({
      passphrase: "kunci yang hanya saya tahu",
      passphraseAgain: "kunci yang hanya saya tahu",
      password,
    })
    await clerk.press(says("signing.enrol.submit"))
    expect(await clerk.words()).toContain(says("signing.keys.state.live"))
  },
)
