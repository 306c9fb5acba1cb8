import { readFileSync } from "node:fs"
import sharp from "sharp"
import { expect, test } from "vitest"
import { type CardFacts, cardColours, cardSvg } from "#app/routes/cards/parts/drawing.server.ts"
import { widthOf, wrapped } from "#app/routes/cards/parts/lettering.server.ts"
import { CardPress, cardName, drawCard } from "#app/routes/cards/parts/press.server.ts"
import { readTokens } from "#app/ui/colour/token-sheet.ts"
import { latch } from "#tests/support/http-client.ts"

const facts: CardFacts = {
  eyebrow: "Inisiatif",
  title: "Kelas cek kabar",
  line: "Kota Magelang",
  strands: ["M"],
  demo: null,
}

test("a card has the colours of the token sheet", () => {
  const { light } = readTokens(readFileSync("app/ui/styles/tokens.css", "utf8"))
  for (const [name, value] of Object.entries(cardColours)) expect([name, light[name]]).toEqual([name, value])
})

test("a card is a picture of 1200 × 630 without letters, so no font of the machine has a say in it", async () => {
  const svg = cardSvg(facts)
  expect(svg).not.toMatch(/<text|font-family/)
  expect(svg).toBe(cardSvg(facts))
  const { format, width, height } = await sharp(await drawCard(facts)).metadata()
  expect([format, width, height]).toEqual(["png", 1200, 630])
})

test("titles wrap within their width, long words and endless titles too, and strange signs do no harm", () => {
  const titles = [
    "Pendek",
    "kata ".repeat(200),
    "Sangatpanjang".repeat(30),
    "漢字 dan <b>Łódź</b> & “kutip” \u0000",
    "",
  ]
  for (const title of titles) {
    for (const line of wrapped(title, 800, 36, 676)) expect(widthOf(line, 800, 36)).toBeLessThanOrEqual(676)
    const svg = cardSvg({ ...facts, title, line: title, eyebrow: title })
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(Math.max(...[...svg.matchAll(/M[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y)))).toBeLessThan(630)
  }
})

test("the strands that take part are coloured, and a demonstration is marked", () => {
  const plain = cardSvg(facts)
  const more = cardSvg({ ...facts, strands: ["A", "M"] })
  const pale = (svg: string) => svg.split(cardColours["pandan-deep"]).length - 1
  expect([pale(plain), pale(more)]).toEqual([4, 3])
  expect(plain).not.toContain(cardColours["wash-waiting"])
  expect(cardSvg({ ...facts, demo: "Peraga" })).toContain(cardColours["wash-waiting"])
})

test("other words make another name", () => {
  expect(cardName(facts)).toBe(cardName({ ...facts }))
  expect(cardName(facts)).not.toBe(cardName({ ...facts, demo: "Peraga" }))
})

test("a press draws a card once, one at a time, and refuses those who would wait too long", async () => {
  const gate = latch()
  let drawn = 0
  let running = 0
  let most = 0
  const press = new CardPress(async () => {
    drawn += 1
    running += 1
    most = Math.max(most, running)
    await gate.opened
    running -= 1
    return Buffer.alloc(10)
  })
  const same = [press.card(facts), press.card(facts)]
  const others = Array.from({ length: 20 }, (_, index) => press.card({ ...facts, title: `Judul ${index}` }))
  const results = Promise.allSettled(others)
  gate.open()
  await Promise.all(same)
  const refused = (await results).filter(({ status }) => status === "rejected")
  expect(refused).toHaveLength(4)
  expect(refused.every((one) => one.status === "rejected" && one.reason.code === "rate_limited")).toBe(true)
  expect([drawn, most]).toEqual([17, 1])
  await press.card(facts)
  expect(drawn).toBe(17)
})

test("a press keeps a bounded number of bytes, forgets the longest unused first, and survives a failed drawing", async () => {
  const drawn: string[] = []
  const press = new CardPress(async ({ title }) => {
    drawn.push(title)
    if (title === "gagal") throw new Error("no ink")
    return Buffer.alloc(1024 * 1024)
  })
  await expect(press.card({ ...facts, title: "gagal" })).rejects.toThrow("no ink")
  for (const title of ["1", "2", "3", "4", "5", "6", "7", "8", "1", "9"]) await press.card({ ...facts, title })
  expect(press.bytes).toBe(8 * 1024 * 1024)
  await press.card({ ...facts, title: "1" })
  await press.card({ ...facts, title: "2" })
  expect(drawn).toEqual(["gagal", "1", "2", "3", "4", "5", "6", "7", "8", "9", "2"])
})
