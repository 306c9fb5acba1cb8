import { describe, expect, it } from "vitest"
import { mandateObstacle } from "#app/domain/organisation/mandate-power.ts"
import { mandateForm } from "#app/domain/organisation/mandate-schema.ts"

type Judged = Parameters<typeof mandateObstacle>[0]

const sound: Judged = {
  status: "verified",
  officeKind: "head_of_region",
  standIn: null,
  instruments: ["kesepakatan_bersama"],
  validFrom: "2026-01-01",
  validUntil: "2026-12-31",
  organisationVerified: true,
}
const delegate = { officeKind: "delegate", instruments: ["perjanjian_kerja_sama"] } as const
const both = ["kesepakatan_bersama", "perjanjian_kerja_sama"] as const

describe("what a mandate empowers to on 2 March 2026", () => {
  it.each([
    ["the head of region, for a Kesepakatan Bersama", {}, "kesepakatan_bersama", null],
    ["Plt. holds the office", { standIn: "plt" }, "kesepakatan_bersama", null],
    ["Plh. holds the office", { standIn: "plh" }, "kesepakatan_bersama", null],
    ["a.n. signs in another's name", { standIn: "an" }, "kesepakatan_bersama", "headOnly"],
    ["u.b. signs in another's name", { standIn: "ub" }, "kesepakatan_bersama", "headOnly"],
    ["a delegate, for a Perjanjian Kerja Sama", delegate, "perjanjian_kerja_sama", null],
    [
      "a delegate never signs a Kesepakatan Bersama",
      { ...delegate, instruments: both },
      "kesepakatan_bersama",
      "headOnly",
    ],
    ["a.n. may sign a Perjanjian Kerja Sama", { ...delegate, standIn: "an" }, "perjanjian_kerja_sama", null],
    ["a paper it is silent on", {}, "perjanjian_kerja_sama", "scope"],
    ["refused", { status: "refused" }, "kesepakatan_bersama", "refused"],
    ["ended", { status: "ended" }, "kesepakatan_bersama", "ended"],
    ["not examined yet", { status: "entered" }, "kesepakatan_bersama", "unverified"],
    ["on its last day", { validUntil: "2026-03-02" }, "kesepakatan_bersama", null],
    ["a day after its last", { validUntil: "2026-03-01" }, "kesepakatan_bersama", "expired"],
    ["without a last day", { validUntil: null }, "kesepakatan_bersama", null],
    ["on its first day", { validFrom: "2026-03-02" }, "kesepakatan_bersama", null],
    ["a day before its first", { validFrom: "2026-03-03" }, "kesepakatan_bersama", "notYet"],
    [
      "of an organisation that is not verified",
      { organisationVerified: false },
      "kesepakatan_bersama",
      "organisationUnverified",
    ],
  ] as const)("%s", (_what, change, instrument, obstacle) => {
    expect(mandateObstacle({ ...sound, ...change } as Judged, instrument, "2026-03-02")).toBe(obstacle)
  })
})

describe("the form of a mandate", () => {
  const fields = {
    accountId: "01890000-0000-7000-8000-000000000000",
    holderName: "Wali Kota",
    office: "Wali Kota Magelang",
    officeKind: "head_of_region",
    basisKind: "sk",
    basisNumber: "131.33-100/2025",
    basisDate: "2025-02-20",
    instruments: "kesepakatan_bersama",
    validFrom: "2025-02-20",
  }
  const errors = (change: Record<string, unknown>) => {
    const parsed = mandateForm.safeParse({ ...fields, ...change })
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join("."), message])
  }

  it.each([
    ["a head of region by decree", {}, []],
    ["Plt. as head", { standIn: "plt" }, []],
    ["a.n. as head", { standIn: "an" }, [["standIn", "mandate.inHisNameIsDelegate"]]],
    ["u.b. as head", { standIn: "ub" }, [["standIn", "mandate.inHisNameIsDelegate"]]],
    [
      "a delegate by decree for a Kesepakatan Bersama",
      { officeKind: "delegate" },
      [
        ["basisKind", "mandate.delegateNeedsPower"],
        ["instruments", "mandate.headOnly"],
      ],
    ],
    [
      "a delegate by power of attorney",
      { officeKind: "delegate", basisKind: "surat_kuasa", instruments: "perjanjian_kerja_sama" },
      [],
    ],
    ["a term that ends before it starts", { validUntil: "2025-02-19" }, [["validUntil", "mandate.endsBeforeStart"]]],
    ["a term of one day", { validUntil: "2025-02-20" }, []],
    ["a day that does not exist", { basisDate: "2025-02-30" }, [["basisDate", "field.date"]]],
    ["nothing that it covers", { instruments: "" }, [["instruments", "field.chooseSome"]]],
    ["something else that it covers", { instruments: ["nota"] }, [["instruments.0", "field.choose"]]],
    ["a holder that is no id", { accountId: "1 or 1=1" }, [["accountId", "field.choose"]]],
    ["a name that reads backwards", { holderName: "Wali\u202EKota" }, [["holderName", "field.characters"]]],
    ["an office with markup", { office: "Wali <b>Kota</b>" }, [["office", "field.characters"]]],
  ])("%s", (_what, change, expected) => {
    expect(errors(change)).toEqual(expected)
  })

  it("counts a repeated instrument once", () => {
    const parsed = mandateForm.parse({ ...fields, instruments: ["kesepakatan_bersama", "kesepakatan_bersama"] })
    expect(parsed.instruments).toEqual(["kesepakatan_bersama"])
  })
})
