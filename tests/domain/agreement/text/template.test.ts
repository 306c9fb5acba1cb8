import { describe, expect, it } from "vitest"
import { textDifference } from "#app/domain/agreement/text/difference.ts"
import { bodyHtml } from "#app/domain/agreement/text/html.ts"
import { minimumFindings } from "#app/domain/agreement/text/minimum.ts"
import { agreementTextSchema } from "#app/domain/agreement/text/schema.server.ts"
import { blank, fillSlots, fillTemplate, literal, openSlots } from "#app/domain/agreement/text/template.ts"
import { readBody, readLine } from "#app/domain/agreement/text/tokens.ts"
import { plainText } from "#app/domain/agreement/text/tree.ts"
import { versions as jabarMagelang } from "#content/agreements/demo/jabar-magelang.ts"
import { versions as border } from "#content/agreements/demo/kota-kabupaten-magelang.ts"
import { longestPeriod, minimumClauses } from "#content/agreements/kesepakatan-bersama/settings.ts"
import { type KesepakatanBersamaSlots, kesepakatanBersama } from "#content/agreements/kesepakatan-bersama/template.ts"

const slots: Required<KesepakatanBersamaSlots> = {
  pemerintahKesatu: "Pemerintah Daerah Provinsi Jawa Barat",
  pemerintahKedua: "Pemerintah Daerah Kota Magelang",
  objek: "pengembangan kapasitas aparatur",
  tujuan: ["meningkatkan kapasitas", "memperluas praktik baik."],
  ruangLingkup: ["pelatihan", "magang;", "pendampingan"],
  pelaksanaKesatu: "Badan Kepegawaian Daerah",
  pelaksanaKedua: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
  jangkaWaktu: "5 (lima) tahun",
  pemberitahuan: "3 (tiga) bulan",
  unitKesatu: "Biro A",
  unitKedua: "Bagian B",
  alamatKesatu: "Jalan A",
  alamatKedua: "Jalan B",
  teleponKesatu: "022 1",
  teleponKedua: "0293 1",
  surelKesatu: "a@a.example",
  surelKedua: "b@b.example",
}

describe("filling in", () => {
  it("leaves a line to fill in for what is not known", () => {
    expect(fillSlots("di {{tempat}}, {{lain}}", { tempat: " " })).toBe(`di ${blank}, ${blank}`)
    expect(fillSlots("{{constructor}} {{toString}}", {})).toBe(`${blank} ${blank}`)
  })

  it("writes a list as numbered items with the stops of an enumeration", () => {
    expect(fillSlots("Meliputi:\n   {{butir}}", { butir: ["satu", "dua;", "", "tiga."] })).toBe(
      "Meliputi:\n   1. satu;\n   2. dua; dan\n   3. tiga.",
    )
    expect(fillSlots("{{butir}}", { butir: ["satu"] })).toBe("1. satu.")
    expect(fillSlots("{{butir}}", { butir: [] })).toBe(blank)
    expect(fillSlots("di {{butir}} ini", { butir: ["a", "b"] })).toBe("di a, b ini")
  })

  it.each([
    "**tebal** *x*",
    "\\* a \\\\ b",
    "1. bukan daftar",
    "- bukan butir",
    "a\n\n1. b",
    "{{tempat}} {{x}}",
    "2021",
    "_a_ <b> # `",
  ])("keeps the value %j literal", (value) => {
    const line = readLine(fillSlots("{{nilai}}", { nilai: value, tempat: "Bandung" }))
    expect(line).toEqual([{ kind: "text", text: value.replace(/\s+/g, " "), strong: false, emphasis: false }])
    expect(readBody(literal(value)).every((block) => block.kind === "paragraph")).toBe(true)
  })
})

describe("the template of a Kesepakatan Bersama", () => {
  it("is a text that the portal accepts, filled or empty", () => {
    for (const text of [fillTemplate(kesepakatanBersama, slots), fillTemplate(kesepakatanBersama, {})]) {
      expect(agreementTextSchema.safeParse(text).success).toBe(true)
      expect(agreementTextSchema.parse(text)).toEqual(text)
    }
  })

  it("uses every slot it offers and no other", () => {
    expect(openSlots(kesepakatanBersama, {}).sort()).toEqual(Object.keys(slots).sort())
    expect(openSlots(kesepakatanBersama, slots)).toEqual([])
    const body = fillTemplate(kesepakatanBersama, slots)
      .clauses.map((clause) => clause.body)
      .join("\n")
    expect(body).not.toMatch(/\{\{|…/)
  })

  it("has every minimum clause, and a note on where each wording comes from", () => {
    expect(minimumFindings(fillTemplate(kesepakatanBersama, slots), minimumClauses)).toEqual([])
    for (const { source } of [...kesepakatanBersama.clauses, ...minimumClauses, longestPeriod]) {
      expect(source.length).toBeGreaterThan(40)
    }
  })

  it("reads as verses and letters", () => {
    const purpose = fillTemplate(kesepakatanBersama, slots).clauses.find(({ key }) => key === "maksud-dan-tujuan")!
    expect(plainText(readBody(purpose.body))).toMatch(
      /\n\(2\) Tujuan .* adalah:\na\. meningkatkan kapasitas; dan\nb\. memperluas praktik baik\.$/,
    )
    const scope = fillTemplate(kesepakatanBersama, slots).clauses.find(({ key }) => key === "ruang-lingkup")!
    expect(bodyHtml(readBody(scope.body))).toContain('<ol class="letter"><li>pelatihan;</li><li>magang; dan</li>')
    const letters = fillTemplate(kesepakatanBersama, slots).clauses.find(({ key }) => key === "surat-menyurat")!
    expect(bodyHtml(readBody(letters.body))).toContain("<strong>PIHAK KESATU</strong><br>Biro A<br>Alamat: Jalan A<br>")
  })
})

describe("minimum clauses", () => {
  it("warn of what is missing or empty", () => {
    const text = { clauses: [{ key: "objek", title: "OBJEK", body: "  " }] }
    const findings = minimumFindings(
      text,
      minimumClauses.filter(({ key }) => key === "objek" || key === "penutup"),
    )
    expect(findings.map(({ key, problem }) => [key, problem])).toEqual([
      ["objek", "empty"],
      ["penutup", "missing"],
    ])
  })
})

describe("the demo agreements", () => {
  it("are texts that the portal accepts unchanged, and complete", () => {
    for (const { text, note } of [...jabarMagelang, ...border]) {
      expect(agreementTextSchema.parse(text)).toEqual(text)
      expect(minimumFindings(text, minimumClauses)).toEqual([])
      expect(note.length).toBeLessThan(500)
    }
  })

  it("are negotiated over versions that differ as their notes say", () => {
    const changes = (index: number) =>
      Object.fromEntries(
        textDifference(jabarMagelang[index]!.text, jabarMagelang[index + 1]!.text)
          .filter(({ status }) => status !== "same")
          .map(({ key, status }) => [key, status]),
      )
    expect(changes(0)).toEqual({
      "ruang-lingkup": "changed",
      "bentuk-pembelajaran": "changed",
      peserta: "added",
      "data-pribadi": "added",
      "pemantauan-dan-evaluasi": "changed",
      "jangka-waktu": "changed",
    })
    expect(changes(1)).toEqual({ peserta: "changed", pelaksanaan: "moved", "data-pribadi": "changed" })
    expect(jabarMagelang.map(({ by }) => by)).toEqual(["jabar", "magelang", "jabar"])
    expect(jabarMagelang[2]!.text.clauses.length).toBeGreaterThan(10)
    const term = textDifference(border[0]!.text, border[1]!.text).find(({ key }) => key === "jangka-waktu")
    expect(term?.status).toBe("changed")
  })
})
