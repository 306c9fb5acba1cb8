import { describe, expect, it } from "vitest"
import { composeAgreement, governmentName, officeWithStandIn } from "#app/domain/agreement/document/compose.ts"
import type { Inline } from "#app/domain/agreement/text/tree.ts"
import { plainText } from "#app/domain/agreement/text/tree.ts"
import { parties, sample } from "./sample.ts"

const words = (children: readonly Inline[]) => plainText([{ kind: "paragraph", children }])

describe("the sentences around the articles", () => {
  it("say who, when and where", () => {
    const composed = composeAgreement(sample)
    expect(composed.governments).toEqual(["PEMERINTAH DAERAH PROVINSI JAWA BARAT", "PEMERINTAH DAERAH KOTA MAGELANG"])
    expect(composed.title).toBe("PENGEMBANGAN KAPASITAS APARATUR")
    expect(words(composed.opening)).toBe(
      "Pada hari ini, Rabu, tanggal delapan bulan Desember tahun dua ribu dua puluh satu (08-12-2021), bertempat di Bandung, kami yang bertanda tangan di bawah ini:",
    )
    expect(composed.parties.map(({ numeral, description }) => `${numeral} ${words(description)}`)).toEqual([
      "I. Gubernur Jawa Barat, berkedudukan di Jalan Diponegoro Nomor 22, Bandung, dalam hal ini bertindak untuk dan atas nama Pemerintah Daerah Provinsi Jawa Barat, selanjutnya disebut PIHAK KESATU; dan",
      "II. Wali Kota Magelang, berkedudukan di Jalan Jenderal Sarwo Edhie Wibowo Nomor 2, Magelang, dalam hal ini bertindak untuk dan atas nama Pemerintah Daerah Kota Magelang, selanjutnya disebut PIHAK KEDUA.",
    ])
    expect(words(composed.joint)).toMatch(/PARA PIHAK.*menerangkan hal-hal sebagai berikut:$/)
    expect(words(composed.agreed ?? [])).toBe(
      "Berdasarkan hal-hal tersebut di atas, PARA PIHAK sepakat mengadakan Kesepakatan Bersama tentang Pengembangan Kapasitas Aparatur dengan ketentuan sebagai berikut:",
    )
  })

  it("leave lines to fill in for what a draft does not know yet", () => {
    const composed = composeAgreement({
      ...sample,
      place: null,
      date: null,
      parties: parties.map((party) => ({ ...party, number: " ", holder: "", address: "" })),
    })
    expect(words(composed.opening)).toMatch(/^Pada hari ini, …+ \(…+\), bertempat di …+, kami/)
    expect(composed.parties[0]).toMatchObject({
      holder: expect.stringMatching(/^…+$/),
      number: expect.stringMatching(/^…+$/),
    })
    expect(words(composed.parties[0]!.description)).toMatch(/^Gubernur Jawa Barat, dalam hal ini bertindak/)
  })

  it("refuse a date that no calendar has", () => {
    expect(() => composeAgreement({ ...sample, date: "2021-02-30" })).toThrow(RangeError)
  })

  it("print stand-ins before the office, never in capitals", () => {
    const composed = composeAgreement({
      ...sample,
      parties: parties.map((party) => ({ ...party, standIn: "Plt." as const })),
    })
    expect(composed.parties[1]).toMatchObject({
      office: "Plt. Wali Kota Magelang",
      officeInCapitals: "Plt. WALI KOTA MAGELANG",
    })
    expect(words(composed.parties[1]!.description)).toMatch(/^Plt\. Wali Kota Magelang, /)
    expect(officeWithStandIn({ office: "Bupati Magelang", standIn: "a.n." })).toBe("a.n. Bupati Magelang")
    expect(officeWithStandIn({ office: "Bupati Magelang" })).toBe("Bupati Magelang")
  })

  it("keep facts literal", () => {
    const composed = composeAgreement({ ...sample, place: "**Bandung** {{tanggal}}\n1. x", title: "A * B * C" })
    expect(words(composed.opening)).toContain("bertempat di **Bandung** {{tanggal}} 1. x, kami")
    expect(words(composed.agreed ?? [])).toContain("tentang A * B * C dengan")
  })
})

describe("articles", () => {
  it("are numbered after the considerations, which have no heading", () => {
    const composed = composeAgreement(sample)
    expect(composed.considerations?.blocks[0]).toMatchObject({ kind: "ordered", style: "letter" })
    expect(composed.articles.map(({ heading, title }) => [heading, title])).toEqual([
      ["PASAL 1", "Objek"],
      ["PASAL 2", "Penutup"],
    ])
  })

  it("begin at once where there are no considerations", () => {
    const composed = composeAgreement({ ...sample, clauses: sample.clauses.slice(1) })
    expect(composed.considerations).toBeNull()
    expect(composed.agreed).toBeNull()
    expect(words(composed.joint)).toMatch(/sepakat mengadakan Kesepakatan Bersama tentang .* sebagai berikut:$/)
  })
})

describe("the name of a government", () => {
  it.each([
    ["Kota Magelang", "Pemerintah Daerah Kota Magelang"],
    ["Provinsi Jawa Barat", "Pemerintah Daerah Provinsi Jawa Barat"],
    ["Daerah Istimewa Yogyakarta", "Pemerintah Daerah Istimewa Yogyakarta"],
    ["Pemerintah Kota Magelang", "Pemerintah Kota Magelang"],
  ])("%s → %s", (region, government) => {
    expect(governmentName(region)).toBe(government)
  })
})
