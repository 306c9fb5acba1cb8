import { describe, expect, it } from "vitest"
import { lockWarnings } from "#app/domain/agreement/lock-warnings.ts"
import type { AgreementSettings } from "#app/domain/agreement/settings.server.ts"
import { sample } from "./document/sample.ts"

const settings: AgreementSettings = {
  minimumClauses: [{ key: "objek", title: "Objek", source: "Praktik." }],
  longestPeriod: { months: 60, source: "Praktik." },
}
const particulars = { place: "Bandung", signingDate: "2026-03-10", periodFrom: "2026-03-10", periodUntil: "2031-03-09" }
const clause = (key: string, body: string) => ({ key, title: key.toUpperCase(), body })
const kinds = (
  change: Partial<Parameters<typeof lockWarnings>[0]> = {},
  dates: Partial<typeof particulars> = {},
  today = "2026-03-10",
) =>
  lockWarnings(
    { ...sample, title: "Judul", clauses: [clause("objek", "Objeknya.")], ...change },
    { ...particulars, ...dates },
    settings,
    today,
  ).map(({ kind }) => kind)

describe("warnings before a lock", () => {
  it("are none for a complete text", () => expect(kinds()).toEqual([]))

  it("name missing and empty parts with where the expectation comes from", () => {
    expect(kinds({ clauses: [clause("lain", "Isi.")] })).toEqual(["minimumMissing"])
    const [warning] = lockWarnings(
      { ...sample, clauses: [clause("objek", " \n")] },
      particulars,
      settings,
      "2026-03-10",
    )
    expect(warning).toEqual({ kind: "minimumEmpty", title: "Objek", source: "Praktik." })
  })

  it("see blanks however they were drawn, and not an ellipsis in a sentence", () => {
    for (const body of ["Nomor ………………", "Nomor .........", "Nomor ______"])
      expect(kinds({ clauses: [clause("objek", body)] }), body).toEqual(["blanks"])
    expect(kinds({ clauses: [clause("objek", "Dan seterusnya … dan lain-lain...")] })).toEqual([])
  })

  it("count a term from its first to its last day, either way of writing it", () => {
    expect(kinds({}, { periodUntil: "2031-03-10" })).toEqual([])
    expect(kinds({}, { periodUntil: "2031-03-11" })).toEqual(["longPeriod"])
  })

  it("know the day, and the letters of the print wherever they stand", () => {
    expect(kinds({}, {}, "2026-03-11")).toEqual(["datePassed"])
    expect(kinds({ title: "Judul 漢" })).toEqual(["unprintable"])
    const parties = sample.parties.map((party) => ({ ...party, holder: `${party.holder} ꦲ` }))
    expect(kinds({ parties })).toEqual(["unprintable"])
  })
})
