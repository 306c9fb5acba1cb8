import { join } from "node:path"
import Database from "better-sqlite3"
import { demoPassphrase, demoPassword, type Portal } from "#tests/support/portal.ts"
import { type Reader, says } from "#tests/support/story.ts"

/** The calendar day in Western Indonesian Time, YYYY-MM-DD. */
const today = new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Jakarta" })
const threeYearsOn = `${Number(today.slice(0, 4)) + 3}-01-31`
let numbers = 0

/** The case of an agreement that side 1 has started and side 2 can read. Answers its address. */
export async function propose(portal: Portal, jabar: Reader, title: string): Promise<string> {
  await jabar.open("/ruang-kerja/kesepakatan/baru")
  await jabar.fill({
    partner: await partnerSlug(portal, "33.71"),
    title,
    object: "pembelajaran manajemen talenta aparatur",
    purposes: "memperkuat pelayanan\nmembangun talenta",
    scope: "pertukaran belajar\npendampingan",
    place: "Bandung",
    signingDate: today,
    periodFrom: today,
    periodUntil: threeYearsOn,
  })
  await jabar.press(says("agreement.start.submit"))
  const address = new URL(jabar.page.url()).pathname.replace(/\/naskah$/, "")
  await jabar.open(`${address}/penawaran`)
  await jabar.press(says("agreement.proposal.submit", { version: 1 }))
  return address
}

async function partnerSlug(portal: Portal, regionCode: string): Promise<string> {
  const db = new Database(join(portal.dataDir, "simpul.sqlite"), { readonly: true })
  const slug = db.prepare("select slug from organisation where governs_region_code = ?").pluck().get(regionCode)
  db.close()
  return String(slug)
}

/** Saves a version in which the first article ends with `words`. */
export async function save(reader: Reader, address: string, words: string, version: number): Promise<void> {
  await reader.open(`${address}/naskah`)
  await append(reader, words)
  await reader.fill({ note: "Menambah satu kalimat pada tujuan." })
  await reader.press(says("agreement.draft.submit", { number: version }))
}

export async function append(reader: Reader, words: string): Promise<void> {
  const body = reader.page.locator("main textarea[name$='.body']").first()
  await body.fill(`${await body.inputValue()}\n\n${words}`)
}

async function approve(reader: Reader, address: string, version: number): Promise<void> {
  await reader.open(`${address}/persetujuan`)
  await reader.press(says("agreement.approval.submit", { version }))
}

async function number(reader: Reader, address: string): Promise<void> {
  numbers += 1
  await reader.open(`${address}/nomor`)
  await reader.fill({ number: `CERITA/${numbers}/${today.slice(0, 4)}`, numberedOn: today })
  await reader.press(says("agreement.numbering.submit"))
}

/** Brings an agreement from its proposal to the lock. */
export async function agreeAndLock(jabar: Reader, magelang: Reader, address: string, version: number): Promise<void> {
  await approve(magelang, address, version)
  await approve(jabar, address, version)
  await number(jabar, address)
  await number(magelang, address)
  await jabar.open(`${address}/penguncian`)
  await jabar.press(says("agreement.lock.submit", { version }))
}

export async function fillSigning(signer: Reader, passphrase = demoPassphrase): Promise<void> {
  await signer.tick("read")
  await signer.fill({ password: demoPassword, passphrase })
}

export const sign = (signer: Reader, office: string) => signer.press(says("signing.sign.form.submit", { office }))

export async function sealsOf(portal: Portal, address: string): Promise<number> {
  const db = new Database(join(portal.dataDir, "simpul.sqlite"), { readonly: true })
  const count = db
    .prepare(
      "select count(*) from signature join agreement on agreement.id = signature.agreement_id where agreement.code = ?",
    )
    .pluck()
    .get(address.split("/").at(-1))
  db.close()
  return Number(count)
}

/** Every story is told twice: once with JavaScript and once without. */
export const both = [
  ["with script", true],
  ["without script", false],
] as const
