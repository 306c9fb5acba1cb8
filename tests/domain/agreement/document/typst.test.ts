import { createHash } from "node:crypto"
import { PDF } from "@libpdf/core"
import { describe, expect, it } from "vitest"
import type { AgreementDocument } from "#app/domain/agreement/document/document.ts"
import { renderAgreement } from "#app/domain/agreement/document/typst.server.ts"
import { date, place, title, versions } from "#content/agreements/demo/jabar-magelang.ts"
import { documentTypst } from "#content/agreements/kesepakatan-bersama/document.typ.ts"
import { pageTexts, parties, sample } from "./sample.ts"

const demo: AgreementDocument = { ...sample, title, place, date, demo: true, clauses: versions.at(-1)!.text.clauses }
const squeeze = (text: string) => text.replace(/\s+/g, "")

describe("the file", () => {
  it("is PDF/A-2b, tagged, in Indonesian, with its facts in the metadata", async () => {
    const { pdf, pages, sha256 } = renderAgreement(demo)
    expect(sha256).toBe(createHash("sha256").update(pdf).digest("hex"))
    const bytes = Buffer.from(pdf).toString("latin1")
    expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</)
    expect(bytes).toContain("/OutputIntents")
    const file = await PDF.load(pdf)
    expect(file.getPages()).toHaveLength(pages)
    expect(file.getTitle()).toBe(`KESEPAKATAN BERSAMA TENTANG ${title}`)
    expect(file.getAuthor()).toContain("Simpul")
    expect(file.getLanguage()).toBe("id-ID")
    expect(file.getKeywords()?.join()).toContain("KB-7Q4MX2")
    expect(file.getCreationDate()?.toISOString()).toBe("2026-11-24T03:04:05.000Z")
    expect(file.getCatalog().get("StructTreeRoot")).toBeDefined()
    expect(file.getCatalog().get("MarkInfo")).toBeDefined()
    for (const page of file.getPages()) {
      expect([page.width, page.height].map(Math.round)).toEqual([595, 842])
    }
  })

  it("has equal bytes for equal documents, other bytes for others", () => {
    const first = renderAgreement(sample)
    renderAgreement(demo)
    expect(renderAgreement(structuredClone(sample)).sha256).toBe(first.sha256)
    expect(renderAgreement({ ...sample, createdAt: "2026-11-24T03:04:06Z" }).sha256).not.toBe(first.sha256)
    expect(renderAgreement({ ...sample, place: "Bogor" }).sha256).not.toBe(first.sha256)
  })
})

describe("what stands in it", () => {
  it("is the whole agreement, in order", async () => {
    const text = squeeze((await pageTexts(renderAgreement(demo).pdf)).join(" "))
    let from = 0
    for (const part of [
      "KESEPAKATAN BERSAMA",
      "ANTARA",
      "PEMERINTAH DAERAH PROVINSI JAWA BARAT",
      "PEMERINTAH DAERAH KOTA MAGELANG",
      "TENTANG",
      title.toUpperCase(),
      "134/KB-12/2021",
      "019.6/28/112/2021",
      "Rabu, tanggal delapan bulan Desember tahun dua ribu dua puluh satu (08-12-2021)",
      "PASAL 1",
      "MAKSUD DAN TUJUAN",
      "PASAL 15",
      "PENUTUP",
      "pada bagian awal Kesepakatan Bersama ini.",
    ]) {
      const at = text.indexOf(squeeze(part), from)
      expect(at, part).toBeGreaterThanOrEqual(from)
      from = at + 1
    }
    for (const clause of demo.clauses) {
      const words = clause.body
        .replace(/^ *(\d+\.|-) /gm, "")
        .replace(/\*\*/g, "")
        .split(/\n+/)
      for (const line of words) {
        // A line of text may run over the foot of a page; its first words do not.
        expect(text).toContain(squeeze(line.trim()).slice(0, 30))
      }
    }
  })

  it("says on every page where to check it, and what it is", async () => {
    const pages = await pageTexts(renderAgreement(demo).pdf)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain("PERAGA – BUKAN DOKUMEN RESMI")
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      expect(page).toContain("https://simpul.example/v/7Q4MX2K9HD")
      expect(page).toContain("7Q4MX-2K9HD")
      expect(page).toContain("tidak tersertifikasi")
    }
    for (const page of await pageTexts(renderAgreement({ ...demo, demo: false }).pdf))
      expect(page).not.toContain("PERAGA")
  })

  it("uses the operator's own words where he set them", async () => {
    const notices = {
      demo: "CONTOH",
      signedBy: "Disegel oleh:",
      signedOnly: "Catatan segel.",
      footer: "Kaki halaman.",
      checkAt: "Buka",
      code: "Kode",
      page: "{{halaman}}/{{jumlah}}",
      author: "Portal Uji",
    }
    const { pdf } = renderAgreement({ ...sample, demo: true, notices })
    const text = (await pageTexts(pdf)).join(" ")
    for (const word of [
      "CONTOH",
      "Disegel oleh:",
      "Catatan segel.",
      "Kaki halaman.",
      "Buka https",
      "Kode 7Q4MX",
      "1/2",
    ]) {
      expect(text).toContain(word)
    }
    expect((await PDF.load(pdf)).getAuthor()).toBe("Portal Uji")
  })

  it("names each signer with office and stand-in, on the page of the last sentence, wherever that falls", async () => {
    for (let lines = 0; lines < 44; lines += 3) {
      const filler = Array.from({ length: lines }, (_, index) => `Baris ${index}`).join("\n")
      const clauses = [
        { key: "isi", title: "ISI", body: filler },
        { key: "penutup", title: "PENUTUP", body: "1. Ayat.\n\nDemikian Kesepakatan Bersama ini dibuat." },
      ]
      const standIns = parties.map((party) => ({ ...party, standIn: "Plt." as const }))
      const pages = await pageTexts(renderAgreement({ ...sample, parties: standIns, clauses }).pdf)
      const last = pages.at(-1)!
      expect(last, `${lines} lines`).toContain("Demikian Kesepakatan Bersama ini dibuat.")
      expect(last.match(/Ditandatangani secara elektronik oleh:/g)).toHaveLength(2)
      expect(last).toContain("Plt. GUBERNUR JAWA BARAT,")
      expect(last).toContain("Plt. WALI KOTA MAGELANG,")
      expect(last).toContain("Wali Kota Magelang (peraga)")
    }
  })

  it("keeps the last item with the signatures where a list ends the text", async () => {
    const items = Array.from({ length: 60 }, (_, index) => `${index + 1}. Butir ${index + 1} selesai.`).join("\n")
    const pages = await pageTexts(renderAgreement({ ...sample, clauses: [{ key: "a", title: "A", body: items }] }).pdf)
    expect(pages.at(-1)).toMatch(/\(60\) Butir 60 selesai\. .*PIHAK KESATU/)
    expect(pages.join(" ").match(/Butir \d+ selesai/g)).toHaveLength(60)
  })
})

describe("text is data", () => {
  const marks =
    '#import "x": y #{1+1} $a^2$ @label <tag> *a b* _c_ \\ \\u{41} `kode` ```blok``` ~ -- --- // catatan /* x */ [y] = judul / istilah: x {{tanggal}} &amp; %41 https://a.example/#b'

  it("stays literal in every field and clause", async () => {
    const hostile = parties.map((party) => ({
      ...party,
      holder: marks,
      office: marks,
      number: marks,
      address: marks,
      regionName: marks,
    }))
    const clauses = [
      { key: "a", title: "A", body: `${marks.replace(/\*/g, "\\*")}\n\n1. Butir: ${marks.replace(/\*/g, "\\*")}` },
    ]
    const { pdf } = renderAgreement({ ...sample, title: marks, place: marks, parties: hostile, clauses })
    const text = squeeze((await pageTexts(pdf)).join(" "))
    const times = (part: string) => text.split(squeeze(part)).length - 1
    expect(times("#{1+1} $a^2$ @label <tag> *a b* _c_")).toBeGreaterThanOrEqual(10)
    expect(times('#IMPORT "X": Y #{1+1} $A^2$ @LABEL <TAG>')).toBeGreaterThanOrEqual(3)
    expect(text).not.toContain("delapanbulanDesembertahunduaribuduapuluhsatu&amp;")
    expect((await PDF.load(pdf)).getTitle()).toContain('#import "x": y #{1+1} $a^2$')
  })

  it.each([
    "#panic(1)",
    "#",
    "$",
    "@x",
    "<a>",
    "*",
    "_",
    "\\",
    "`",
    "```",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "//",
    "/*",
    "= a",
    "- a",
    "+ a",
    "/ a: b",
    "~",
    "#sys.inputs.document",
    "{{judul}}",
  ])("alone in a title and a body: %s", async (mark) => {
    const { pdf } = renderAgreement({
      ...sample,
      title: `X ${mark} X`,
      clauses: [{ key: "a", title: `Y ${mark} Y`, body: `Z ${mark} Z` }],
    })
    const text = squeeze((await pageTexts(pdf)).join(" "))
    expect(text).toContain(squeeze(`X${mark.toUpperCase()}X`))
    expect(text).toContain(squeeze(`Y${mark.toUpperCase()}Y`))
    expect(text).toContain(squeeze(`Z${mark}Z`))
  })

  it("keeps control characters and hidden marks out of the layout", async () => {
    const { pdf } = renderAgreement({ ...sample, place: "Ban\u0000dung\u200b\u202e kota\u001b", title: "A\nB\tC" })
    const text = (await pageTexts(pdf)).join(" ")
    expect(text).toContain("bertempat di Bandung kota, kami")
    expect(text).toContain("A B C")
  })
})

describe("odd sizes", () => {
  const inside = async (pdf: Uint8Array) => {
    for (const page of (await PDF.load(pdf)).extractText()) {
      for (const line of page.lines) {
        expect(line.bbox.x).toBeGreaterThan(60)
        expect(line.bbox.x + line.bbox.width, line.text).toBeLessThan(page.width - 60)
      }
    }
  }

  it("are set within the margins: words without an end", async () => {
    const long = parties.map((party) => ({
      ...party,
      holder: "N".repeat(200),
      office: "J".repeat(200),
      number: "9".repeat(200),
      address: "a".repeat(300),
      regionName: `Kota ${"Z".repeat(150)}`,
    }))
    const clauses = [{ key: "a", title: "W".repeat(160), body: `${"W".repeat(3_000)}\n\n1. ${"m".repeat(2_000)}` }]
    const { pdf } = renderAgreement({
      ...sample,
      title: "W".repeat(300),
      place: "x".repeat(300),
      parties: long,
      clauses,
    })
    await inside(pdf)
    expect(squeeze((await pageTexts(pdf)).join("")).match(/m/g)?.length).toBeGreaterThan(2_000)
  })

  it("are set: one word, 300 characters, nothing at all", async () => {
    await inside(renderAgreement({ ...sample, title: "Pendidikan" }).pdf)
    await inside(
      renderAgreement({ ...sample, title: "Pengembangan Karakter dan Kapasitas ".repeat(9).slice(0, 300) }).pdf,
    )
    const nothing = {
      ...sample,
      title: "",
      place: null,
      date: null,
      clauses: [],
      parties: parties.map((party) => ({ ...party, holder: "", office: "", number: "", address: "" })),
    }
    expect(renderAgreement(nothing).pages).toBe(1)
    expect(renderAgreement({ ...sample, clauses: [{ key: "a", title: "A", body: "" }] }).pages).toBeGreaterThan(0)
  })

  it("are set: a closing sentence longer than a page", async () => {
    const body = `Awal. ${"kata demi kata ".repeat(1_200)}Selesai.`
    const pages = await pageTexts(
      renderAgreement({ ...sample, clauses: [{ key: "penutup", title: "PENUTUP", body }] }).pdf,
    )
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.at(-1)!.match(/Ditandatangani secara elektronik/g)).toHaveLength(2)
  })

  it("are set: the largest text that is accepted", () => {
    const clauses = Array.from({ length: 10 }, (_, index) => ({
      key: `pasal-${index}`,
      title: `PASAL ${index}`,
      body: "1. Ayat yang cukup panjang untuk mengisi satu baris penuh naskah ini.\n".repeat(270).slice(0, 19_900),
    }))
    const { pages } = renderAgreement({ ...sample, clauses })
    expect(pages).toBeGreaterThan(60)
  }, 60_000)
})

describe("failures", () => {
  it.each([
    ["an instant that is none", { ...sample, createdAt: "kemarin" }],
    ["a date that is none", { ...sample, date: "2021-02-30" }],
    ["parties that are missing", { ...sample, parties: [] }],
  ])("are plain errors that survive a worker thread: %s", (_, document) => {
    let caught: unknown
    try {
      renderAgreement(document)
    } catch (error) {
      caught = error
    }
    expect(Object.getPrototypeOf(caught)).toBe(Error.prototype)
    const copy = structuredClone(caught) as Error
    expect(copy.message).toMatch(/^Typesetting failed: \S/)
  })

  it("leave the typesetter fit for the next document", () => {
    expect(() => renderAgreement({ ...sample, parties: [] })).toThrow()
    expect(renderAgreement(sample).pages).toBeGreaterThan(0)
  })
})

describe("the layout", () => {
  it("reads no file, no package and nothing but its one input", () => {
    expect(documentTypst).not.toMatch(/#?(import|include)\s|read\(|plugin\(|eval\(|\bcsv\(|\byaml\(|@preview/)
    expect(documentTypst.match(/sys\.inputs\.\w+/g)).toEqual(["sys.inputs.document"])
  })
})
