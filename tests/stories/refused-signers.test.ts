import { join } from "node:path"
import Database from "better-sqlite3"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { Portal } from "#tests/support/portal.ts"
import { openStage, type Stage, says } from "#tests/support/story.ts"
import { agreeAndLock, both, fillSigning, propose, sealsOf, sign } from "./steps.ts"

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage?.close())

test.each(both)(
  "%s: nobody signs without a mandate, with a wrong passphrase, on an old revision, or after his term",
  async (title, javaScript) => {
    const jabar = await stage.reader({ email: "kerjasama@jabar.example", javaScript })
    const magelang = await stage.reader({ email: "kerjasama@magelang.example", javaScript })
    const address = await propose(stage.portal, jabar, `Yang ditolak ${title}`)
    await agreeAndLock(jabar, magelang, address, 1)

    await jabar.open(`${address}/tanda-tangan`)
    expect(await jabar.words()).toContain(says("errors.mandate.use.none"))
    expect(await jabar.page.locator("main input[type=password]").count()).toBe(0)

    const governor = await stage.reader({ email: "gubernur@jabar.example", javaScript })
    await governor.open(`${address}/tanda-tangan`)
    await fillSigning(governor, "bukan frasa sandinya")
    await sign(governor, "Gubernur Jawa Barat")
    expect(await governor.words()).toContain(says("errors.signature.wrongPassphrase"))
    expect(await governor.page.inputValue("#passphrase")).toBe("")
    expect(await sealsOf(stage.portal, address)).toBe(0)

    const mayor = await stage.reader({ email: "walikota@magelang.example", javaScript })
    await mayor.open(`${address}/tanda-tangan`)
    await fillSigning(governor)
    await sign(governor, "Gubernur Jawa Barat")
    expect(await sealsOf(stage.portal, address)).toBe(1)
    await fillSigning(mayor)
    await sign(mayor, "Wali Kota Magelang")
    expect(await mayor.words()).toContain(says("errors.signing.revisionChanged"))
    expect(await sealsOf(stage.portal, address)).toBe(1)

    endTerm(stage.portal, "Wali Kota Magelang")
    await mayor.open(`${address}/tanda-tangan`)
    const refusal = await mayor.words()
    // The job that ends mandates may or may not have come by in between.
    const reasons = ["expired", "ended"] as const
    expect(
      reasons.filter((reason) =>
        refusal.includes(says(`errors.mandate.use.${reason}`, { office: "Wali Kota Magelang" })),
      ),
    ).toHaveLength(1)
    expect(await mayor.page.locator("main input[type=password]").count()).toBe(0)
    expect(await sealsOf(stage.portal, address)).toBe(1)
  },
)

/** Lets the term of an office's mandate have ended the day before yesterday. */
function endTerm(portal: Portal, office: string): void {
  const db = new Database(join(portal.dataDir, "simpul.sqlite"))
  const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  db.prepare("update mandate set valid_until = ? where office = ?").run(day, office)
  db.close()
}
