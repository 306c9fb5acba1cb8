import { readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openStage, type Stage, says } from "#tests/support/story.ts"
import { agreeAndLock, append, both, fillSigning, propose, save, sign } from "./steps.ts"

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test.each(both)(
  "%s: two regions draft, negotiate, approve, lock and sign; the public reads it, downloads it and verifies it",
  async (title, javaScript) => {
    const jabar = await stage.reader({ email: "kerjasama@jabar.example", javaScript })
    const magelang = await stage.reader({ email: "kerjasama@magelang.example", javaScript })
    const about = `Belajar bersama ${title}`
    const address = await propose(stage.portal, jabar, about)
    const code = address.split("/").at(-1)!

    await save(magelang, address, "Para Pihak juga saling mengirim pengajar.", 2)
    await jabar.open(`${address}/perbandingan?before=1&after=2`)
    expect(await jabar.page.locator("main ins").allInnerTexts()).toContainEqual(
      expect.stringContaining("saling mengirim pengajar"),
    )
    await agreeAndLock(jabar, magelang, address, 2)

    const governor = await stage.reader({ email: "gubernur@jabar.example", javaScript })
    await governor.open(`${address}/tanda-tangan`)
    expect(await governor.words()).toContain("saling mengirim pengajar")
    await fillSigning(governor)
    await sign(governor, "Gubernur Jawa Barat")
    expect(await governor.words()).toContain(says("agreement.case.signed"))
    const visitor = await stage.reader({ javaScript })
    await visitor.open(`/kesepakatan/${code}`)
    expect(await visitor.words()).toContain("404")

    const mayor = await stage.reader({ email: "walikota@magelang.example", javaScript })
    await mayor.open(`${address}/tanda-tangan`)
    expect(await mayor.words()).toContain("Gubernur Jawa Barat")
    await fillSigning(mayor)
    await sign(mayor, "Wali Kota Magelang")
    expect(new URL(mayor.page.url()).pathname).toBe(`/kesepakatan/${code}`)

    await visitor.open(`/kesepakatan/${code}`)
    expect(await visitor.words()).toContain(about)
    const [download] = await Promise.all([
      visitor.page.waitForEvent("download"),
      visitor.page
        .locator("main")
        .getByRole("link", { name: says("agreement.download") })
        .first()
        .click(),
    ])
    const pdf = readFileSync(await download.path())
    await visitor.open("/verifikasi")
    await visitor.attach("file", { name: `${code}.pdf`, bytes: pdf })
    await visitor.press(says("verification.upload.submit"))
    expect(await visitor.words()).toContain(says("verification.conclusion.registered.title"))

    const altered = Buffer.from(pdf)
    altered[Math.floor(altered.length / 3)]! ^= 1
    await visitor.open("/verifikasi")
    await visitor.attach("file", { name: "diubah.pdf", bytes: altered })
    await visitor.press(says("verification.upload.submit"))
    expect(await visitor.words()).not.toContain(says("verification.conclusion.registered.title"))
  },
)

test.each(both)(
  "%s: of two drafters on the same clause the later one loses nothing and sees what changed",
  async (title, javaScript) => {
    const jabar = await stage.reader({ email: "kerjasama@jabar.example", javaScript })
    const magelang = await stage.reader({ email: "kerjasama@magelang.example", javaScript })
    const address = await propose(stage.portal, jabar, `Dua penyusun ${title}`)
    await jabar.open(`${address}/naskah`)
    await append(jabar, "Kalimat dari Jawa Barat.")
    await jabar.fill({ note: "Dari Jawa Barat." })
    await save(magelang, address, "Kalimat dari Magelang.", 2)

    await jabar.press(says("agreement.draft.submit", { number: 2 }))
    const answer = await jabar.words()
    expect(answer).toContain(says("agreement.stale.title", { newest: 2 }))
    expect(answer).toContain("Kalimat dari Magelang.")
    const body = jabar.page.locator("main textarea[name$='.body']").first()
    expect(await body.inputValue()).toContain("Kalimat dari Jawa Barat.")
    await body.fill(`${await body.inputValue()}\n\nKalimat dari Magelang.`)
    await jabar.press(says("agreement.stale.submit", { newest: 2 }))
    await jabar.open(`${address}/versi/3`)
    const saved = await jabar.words()
    expect(saved).toContain("Kalimat dari Jawa Barat.")
    expect(saved).toContain("Kalimat dari Magelang.")
  },
)
