import { PDF } from "@libpdf/core"
import { expect, test } from "vitest"
import { documentsOf, liveDocument } from "#app/domain/agreement/documents.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import {
  agreementIn,
  approve,
  type DraftFields,
  giveNumber,
  lock,
  saveChange,
  sealWithoutKey,
  twoRegions,
  typeInto,
} from "#tests/support/agreements.ts"
import { openApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"

const hostile = [
  '1. <script>alert("satu")</script> dan <img src=x onerror="alert(2)">',
  "2. [klik](javascript:alert(3)) dan ![gambar](https://jahat.example/x.png) dan <https://jahat.example>",
  '3. #import "/etc/passwd" dan $x^2$ dan @rujukan dan #eval("1+1") dan `kode` dan = Judul',
  "4. {{tentang}} dan \\# dan <b onmouseover=alert(4)>tebal</b> &lt;script&gt;",
].join("\n")
const title = 'Judul <script>alert("judul")</script> #panic("x") $y$'

const change = (fields: DraftFields): void => {
  typeInto("objek", hostile)(fields)
  fields.title = title
  fields.place = '"><script>alert(5)</script>#import'
  fields.note = "<img src=x onerror=alert(6)> [x](javascript:alert(7))"
  fields.clauses = fields.clauses.map((clause) =>
    clause.key === "pelaksanaan" ? { ...clause, title: "<script>alert(8)</script> #v(1em)" } : clause,
  )
}

test("whatever is typed into a text is shown and printed as text, never as markup", { timeout: 60_000 }, async () => {
  const app = await openApp()
  const sides = await twoRegions(app.world)
  const { jabar, magelang } = sides
  const code = await agreementIn(app.world, sides, "negotiation")
  await saveChange(await app.world.as(jabar.drafter), code, change)
  const desk = `/ruang-kerja/kesepakatan/${code}`
  const person = await app.as(magelang.approver)
  const check = async (path: string) => {
    const { status, text } = await person.get(path)
    expect(status, path).toBe(200)
    expect(text, path).not.toMatch(
      /<script(?! type="application\/ld\+json")|<img|<iframe|href="(javascript|https:\/\/jahat)/i,
    )
    expect(text, path).not.toMatch(/<[^>]+\son(error|mouseover)=/i)
    return pageWords(text)
  }
  for (const path of ["/versi/2", "/perbandingan", "/persetujuan", "/naskah"])
    expect(await check(desk + path), path).toContain('alert("satu")')
  await check(desk)
  await check("/ruang-kerja/kesepakatan")

  await approve(app.world, jabar, code)
  await approve(app.world, magelang, code)
  await giveNumber(app.world, jabar, code, "1/<b>#x</b>/2026")
  await giveNumber(app.world, magelang, code)
  await check(`${desk}/penguncian`)
  await lock(app.world, jabar, code)
  await check(`${desk}/tanda-tangan`)

  const ctx = await app.world.as(jabar.drafter)
  const document = liveDocument(await documentsOf(ctx, await getAgreement(ctx, code)))
  const pdf = await app.world.services.files.get(document?.newest.sha256 ?? "")
  const printed = (await PDF.load(pdf ?? new Uint8Array()))
    .extractText()
    .map(({ text }) => text)
    .join("")
  const squeezed = printed.replace(/\s+/g, "").toLowerCase()
  for (const words of [
    '#import"/etc/passwd"',
    '#eval("1+1")',
    "$x^2$",
    "@rujukan",
    '<script>alert("satu")</script>',
    "#v(1em)",
    "#x",
  ])
    expect(squeezed, words).toContain(words)
  expect(squeezed).not.toContain("root:")

  await sealWithoutKey(app.world, jabar, code)
  await sealWithoutKey(app.world, magelang, code)
  for (const path of [`/kesepakatan/${code}`, "/kesepakatan", `/en/kesepakatan/${code}`]) await check(path)
})
