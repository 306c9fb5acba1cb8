import { create } from "qrcode"
import { describe, expect, it } from "vitest"
import { printableCodePoints, printableText, unprintableCharacters } from "#app/domain/agreement/document/coverage.ts"
import { qrSvg } from "#app/domain/agreement/document/qr.ts"
import { unprintableInDocument } from "#app/domain/agreement/document/typeset-data.ts"
import { renderAgreement } from "#app/domain/agreement/document/typst.server.ts"
import { pageTexts, sample } from "./sample.ts"

describe("what the typeface can print", () => {
  it("is really there in all four styles: the typesetter refuses a missing glyph", () => {
    const all = printableCodePoints()
      .map((point) => String.fromCodePoint(point))
      .filter((character) => !/[*\\\s]/.test(character))
      .join(" ")
    const document = {
      ...sample,
      clauses: [
        { key: "a", title: "A", body: all },
        { key: "b", title: "B", body: `**${all}**` },
        { key: "c", title: "C", body: `*${all}*` },
        { key: "d", title: "D", body: `***${all}***` },
      ],
    }
    const { unprintable, pages } = renderAgreement(document)
    expect(unprintable).toEqual([])
    expect(pages).toBeGreaterThan(3)
  })

  it("covers what Indonesian agreements are written with", () => {
    expect(unprintableCharacters("Kesepakatan “Bersama” – § 1 ayat (2) ½ m² ≤ 5% Rp1.000 € é ā ẓ ḥ ʿ …\nx")).toEqual([])
  })

  it("names each character it lacks once, as readers count characters", () => {
    expect(unprintableCharacters("ꦗꦮ a ꦗ 👨‍👩‍👧 漢 漢 \u{1f1ee}\u{1f1e9}")).toEqual(["ꦗ", "ꦮ", "👨‍👩‍👧", "漢", "🇮🇩"])
    expect(printableText("a漢b👨‍👩‍👧c")).toBe("a\ufffdb\ufffdc")
    expect(
      unprintableInDocument({
        ...sample,
        place: "漢",
        parties: sample.parties.map((party) => ({ ...party, holder: "ꦗ" })),
      }),
    ).toEqual(["漢", "ꦗ"])
  })

  it.each(["العربية", "ꦗꦮ", "ᮞᮥᮔ᮪ᮓ", "漢字", "😀👨‍👩‍👧‍👦🇮🇩", "x\u0335\u0489", "שלום", "a\u200db\u200c", "☑"])(
    "never stops a document: %s",
    async (text) => {
      const rendered = renderAgreement({
        ...sample,
        title: text,
        clauses: [{ key: "a", title: text, body: `1. ${text} **${text}**` }],
      })
      expect(rendered.unprintable).toEqual(unprintableCharacters(text))
      const page = (await pageTexts(rendered.pdf)).join(" ")
      if (rendered.unprintable.length > 0) expect(page).toContain("\ufffd")
    },
  )
})

describe("the QR code", () => {
  it("draws exactly the dark modules, four modules from the edge", () => {
    const url = "https://simpul.example/v/7Q4MX2K9HD"
    const { modules } = create(url, { errorCorrectionLevel: "M" })
    const svg = qrSvg(url)
    const dark = new Set<string>()
    for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let step = 0; step < Number(run); step += 1) dark.add(`${Number(x) + step - 4},${Number(y) - 4}`)
    }
    const expected = new Set<string>()
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1)
        if (modules.get(row, column)) expected.add(`${column},${row}`)
    }
    expect(dark).toEqual(expected)
    expect(svg).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`)
  })
})
