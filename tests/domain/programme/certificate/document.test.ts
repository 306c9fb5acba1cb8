import { createHash } from "node:crypto"
import { PDF } from "@libpdf/core"
import { describe, expect, it } from "vitest"
import type { CertificateDocument } from "#app/domain/programme/certificate/document.ts"
import { initialsOf } from "#app/domain/programme/certificate/initials.ts"
import { renderCertificate } from "#app/domain/programme/certificate/typst.server.ts"
import { learningTypst } from "#content/certificates/learning.typ.ts"
import { pageTexts } from "../../agreement/document/sample.ts"

const sample: CertificateDocument = {
  kind: "sertifikat-pembelajaran",
  language: "id",
  number: "893.3/0147/BKD/2026",
  verifyCode: "7Q4M-X2K9-HD3R",
  verifyUrl: "https://simpul.example/v/7Q4M-X2K9-HD3R",
  demo: false,
  learner: {
    name: "Ratna Widyaningsih, S.IP., M.Si.",
    numberKind: "nip",
    numberMasked: "•••••••• •••••• • 001",
    rank: "Penata Tingkat I (III/d)",
    office: "Lurah Kramat Selatan",
    unit: "Kelurahan Kramat Selatan",
    agency: "Pemerintah Kota Magelang",
  },
  programme: {
    title: "Belajar Manajemen Talenta dan Birokrasi 3.0",
    cohort: "Angkatan I",
    host: "Pemerintah Provinsi Jawa Barat",
    from: "2026-03-10",
    until: "2026-06-20",
  },
  agreement: { code: "KB-7H3K-9QPD", title: "Pengembangan Karakter Aparatur" },
  subjects: [
    { title: "Manajemen talenta sembilan kotak", form: "Patok banding (studi tiru)", hours: 10 },
    { title: "Birokrasi 3.0 yang dinamis", form: "Pelatihan", hours: 6 },
  ],
  hours: 16,
  place: "Bandung",
  issuedOn: "2026-06-24",
  issuer: {
    holder: "Drs. Asep Permana, M.Si.",
    office: "Kepala Badan Kepegawaian Daerah",
    organisation: "Pemerintah Provinsi Jawa Barat",
  },
  createdAt: "2026-06-24T03:00:00.000Z",
}
const demoWords = "PERAGA – BUKAN DOKUMEN RESMI"

describe("the file of a certificate", () => {
  it("is PDF/A-2b, tagged, A4 across, in Indonesian, with its facts in the metadata", async () => {
    const { pdf, pages, sha256 } = renderCertificate(sample)
    expect(sha256).toBe(createHash("sha256").update(pdf).digest("hex"))
    expect(pages).toBe(2)
    const bytes = Buffer.from(pdf).toString("latin1")
    expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</)
    expect(bytes).toContain("/OutputIntents")
    const file = await PDF.load(pdf)
    expect(file.getTitle()).toBe("Sertifikat Pembelajaran 893.3/0147/BKD/2026")
    expect(file.getLanguage()).toBe("id-ID")
    expect(file.getKeywords()?.join()).toContain("7Q4M-X2K9-HD3R")
    expect(file.getCreationDate()?.toISOString()).toBe("2026-06-24T03:00:00.000Z")
    expect(file.getCatalog().get("StructTreeRoot")).toBeDefined()
    for (const page of file.getPages()) expect([page.width, page.height].map(Math.round)).toEqual([842, 595])
  })

  it("has equal bytes for equal documents, other bytes for others", () => {
    const first = renderCertificate(sample)
    renderCertificate({ ...sample, demo: true })
    expect(renderCertificate(structuredClone(sample)).sha256).toBe(first.sha256)
    expect(renderCertificate({ ...sample, place: "Bogor" }).sha256).not.toBe(first.sha256)
  })

  it("says on each page that it is a sample where it is one, and nowhere else", async () => {
    for (const text of await pageTexts(renderCertificate({ ...sample, demo: true }).pdf))
      expect(text).toContain(demoWords)
    for (const text of await pageTexts(renderCertificate(sample).pdf)) expect(text).not.toContain(demoWords)
  })

  it("says on each page where and by which code it is checked", async () => {
    for (const text of await pageTexts(renderCertificate(sample).pdf)) {
      expect(text).toContain("simpul.example/v/7Q4M-X2K9-HD3R")
      expect(text).toContain("Kode verifikasi 7Q4M-X2K9-HD3R")
      expect(text).toMatch(/Halaman [12] dari 2/)
    }
  })

  it("keeps everything on the first page, however long names and titles are", async () => {
    const long: CertificateDocument = {
      ...sample,
      demo: true,
      learner: {
        ...sample.learner,
        name: "Raden Mas Panjang Sekali ".repeat(6).trim(),
        office: "Kepala Seksi Ketenteraman dan Ketertiban Umum ".repeat(4).trim(),
        unit: "x".repeat(160),
        agency: "Pemerintah Kabupaten Kepulauan ".repeat(5).trim(),
      },
      programme: {
        ...sample.programme,
        title: "Judul Program ".repeat(10).trim(),
        cohort: "Angkatan ".repeat(10).trim(),
      },
      agreement: { ...sample.agreement, title: "Kesepakatan Bersama tentang Banyak Hal ".repeat(8).trim() },
      issuer: {
        ...sample.issuer,
        office: "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia ".repeat(2).trim(),
      },
    }
    const pages = await pageTexts(renderCertificate(long).pdf)
    expect(pages).toHaveLength(2)
    for (const expected of ["SERTIFIKAT", "Drs. Asep Permana, M.Si.", "Bandung, 24 Juni 2026", "Pemerintah Kabupaten"])
      expect(pages[0]).toContain(expected)
    expect(pages[1]).toContain("Daftar Mata Pembelajaran")
  })

  it("goes on with its table on further pages, with its head on each", async () => {
    const subjects = Array.from({ length: 60 }, (_, index) => ({
      title: `Mata ke-${index + 1}`,
      form: "Pelatihan",
      hours: 1,
    }))
    const pages = await pageTexts(renderCertificate({ ...sample, subjects, hours: 60 }).pdf)
    expect(pages.length).toBeGreaterThan(2)
    for (const text of pages.slice(1)) expect(text).toContain("Mata pembelajaran")
    expect(pages.at(-1)).toContain("Jumlah 60")
  })

  it("takes text as text: markup, slots of its own sentences, and characters that the typeface lacks", async () => {
    const hostile = '#set text(red) *b* _i_ $a$ `c` [x] {{jumlah}} \\ // @y <z> "q"'
    const pdf = renderCertificate({
      ...sample,
      learner: { ...sample.learner, name: hostile, office: hostile, unit: "ꦱꦸꦤ\u202e" },
      programme: { ...sample.programme, title: hostile, cohort: hostile },
      subjects: [{ title: hostile, form: hostile, hours: 16 }],
      number: hostile,
      place: hostile,
    }).pdf
    const squeeze = (text: string) => text.replace(/\s+/g, "")
    const [first = "", second = ""] = (await pageTexts(pdf)).map(squeeze)
    expect(first.split(squeeze(hostile)).length).toBeGreaterThan(4)
    expect(second).toContain(squeeze(hostile))
    expect(first).toContain("\ufffd")
  })

  it("fails with plain errors that survive a worker thread", () => {
    for (const broken of [
      { ...sample, createdAt: "kemarin" },
      { ...sample, issuedOn: "2026-02-30" },
    ]) {
      let caught: unknown
      try {
        renderCertificate(broken)
      } catch (error) {
        caught = error
      }
      expect(Object.getPrototypeOf(caught)).toBe(Error.prototype)
    }
  })

  it("has a layout that a template string can hold", () => {
    expect(learningTypst).not.toMatch(/`|\$\{/)
  })
})

describe("initials", () => {
  it.each([
    ["Ratna Widyaningsih, S.IP., M.Si.", "R. W."],
    ["Drs. H. Asep Permana, M.Si.", "A. P."],
    ["Budi", "B."],
    ["I Wayan Sudirta", "I. W. S."],
    ["Dr. R.", "D. R."],
    ["ʻAliyah Éka", "ʻ. É."],
  ])("of %s are %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
