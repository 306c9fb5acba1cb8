import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  formatNumber,
  maskNumber,
  type NumberFault,
  type NumberKind,
  numberDigits,
  numberFault,
} from "#app/domain/programme/civil-servant-number.ts"
import { digestsOf, openNumber, protectNumber } from "#app/domain/programme/number-protection.server.ts"

const today = "2026-03-02"
const two = (n: number) => String(n).padStart(2, "0")

const day = fc
  .date({ min: new Date("1945-01-01T00:00:00Z"), max: new Date("2004-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""))
const since = fc.integer({ min: 2005, max: 2025 }).map(String)
const sex = fc.constantFrom("1", "2")
const sequence = fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, "0"))
const month = fc.integer({ min: 1, max: 12 }).map(two)
const noMonth = fc.constantFrom(0, ...Array.from({ length: 87 }, (_, n) => n + 13)).map(two)
const notADay = fc.constantFrom("0229", "0230", "0431", "0631", "0931", "1131", "0000", "0100", "1301", "9999", "0732")
const unborn = fc.constantFrom("18991231", "00010101", "20260302", "20260303", "20271231", "99991231")
// Years that had no 29 February.
const commonYear = fc.constantFrom("1981", "1987", "1993", "1990")

// Digits thirteen and fourteen: the month of a NIP, the count of contracts of an NI PPPK.
const within: Record<NumberKind, fc.Arbitrary<string>> = {
  nip: month,
  ni_pppk: fc.integer({ min: 0, max: 99 }).map(two),
}
const valid = (kind: NumberKind): fc.Arbitrary<string> =>
  fc.tuple(day, since, within[kind], sex, sequence).map((parts) => parts.join(""))

type Bad = { digits: string; fault: NumberFault }
const bad =
  (fault: NumberFault) =>
  (parts: readonly string[]): Bad => ({ digits: parts.join(""), fault })
const wrong = (kind: NumberKind): fc.Arbitrary<Bad> =>
  fc.oneof(
    fc.tuple(commonYear, notADay, since, within[kind], sex, sequence).map(bad("birth")),
    // Nobody is born before 1900, today, or later.
    fc.tuple(unborn, fc.constantFrom("2005", "2026"), within[kind], sex, sequence).map(bad("birth")),
    fc.tuple(day, fc.constantFrom("1900", "1944", "2027", "9999"), month, sex, sequence).map(bad("appointment")),
    // Appointed in the year of his birth, or before it.
    fc
      .tuple(day, fc.integer({ min: 0, max: 40 }), within[kind], sex, sequence)
      .map(([born, years, ...rest]) => bad("appointment")([born, String(Number(born.slice(0, 4)) - years), ...rest])),
    ...(kind === "nip" ? [fc.tuple(day, since, noMonth, sex, sequence).map(bad("appointment"))] : []),
    fc.tuple(day, since, within[kind], fc.constantFrom(..."03456789"), sequence).map(bad("sex")),
    fc.tuple(day, since, within[kind], sex, fc.constant("000")).map(bad("sequence")),
    fc.tuple(valid(kind), fc.integer({ min: 0, max: 17 })).map(([digits, at]) => bad("length")([digits.slice(0, at)])),
    fc.tuple(valid(kind), fc.integer({ min: 0, max: 999 })).map(([digits, more]) => bad("length")([digits, `${more}`])),
    fc
      .tuple(
        valid(kind),
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom("a", "-", ".", "٣", "१", "８", "x1", "\u0000"),
      )
      .map(([digits, at, sign]) => bad("length")([digits.slice(0, at), sign, digits.slice(at + 1)])),
  )

describe("a civil servant's number", () => {
  for (const kind of ["nip", "ni_pppk"] as const) {
    it(`(${kind}) is accepted 10,000 times where every part is right, however it is spaced`, () => {
      fc.assert(
        fc.property(valid(kind), fc.array(fc.integer({ min: 0, max: 18 }), { maxLength: 6 }), (digits, gaps) => {
          expect(numberFault(kind, digits, today)).toBeNull()
          expect(numberDigits(formatNumber(digits))).toBe(digits)
          const spaced = [...digits].map((digit, at) => (gaps.includes(at) ? ` \u00a0${digit}` : digit)).join("")
          expect(numberDigits(spaced)).toBe(digits)
          expect(maskNumber(digits).replace(/\D/g, "")).toBe(digits.slice(-3))
        }),
        { numRuns: 10_000 },
      )
    })

    it(`(${kind}) is refused 10,000 times for the part that is wrong`, () => {
      fc.assert(
        fc.property(wrong(kind), ({ digits, fault }) => {
          expect(numberFault(kind, digits, today)).toBe(fault)
        }),
        { numRuns: 10_000 },
      )
    })
  }

  it("of 10,000 with any month and any kind, the month decides for a NIP alone", () => {
    fc.assert(
      fc.property(day, since, fc.integer({ min: 0, max: 99 }).map(two), sex, sequence, (born, year, part, ...rest) => {
        const digits = [born, year, part, ...rest].join("")
        expect(numberFault("ni_pppk", digits, today)).toBeNull()
        expect(numberFault("nip", digits, today)).toBe(part >= "01" && part <= "12" ? null : "appointment")
      }),
      { numRuns: 10_000 },
    )
  })

  it("may be typed with spaces of any kind, and with nothing else", () => {
    expect(numberDigits(" 19860926 201505\u00a01  001 ")).toBe("198609262015051001")
    for (const typed of ["19860926-201505-1-001", "19860926.201505.1.001", "１９８６０９２６２０１５０５１００１"])
      expect(numberFault("nip", numberDigits(typed), today)).toBe("length")
  })

  it("knows leap days, and that a month is asked of a NIP alone", () => {
    expect(numberFault("nip", "198402292010011001", today)).toBeNull()
    expect(numberFault("nip", "198302292010011001", today)).toBe("birth")
    expect(numberFault("nip", "198609262023211001", today)).toBe("appointment")
    expect(numberFault("ni_pppk", "198609262023211001", today)).toBeNull()
    expect(numberFault("nip", "198609262026041001", today)).toBe("appointment")
    expect(numberFault("nip", "198609262026031001", today)).toBeNull()
  })

  it("shows its last three digits alone", () => {
    expect(maskNumber("198609262015051007")).toBe("•••••••• •••••• • 007")
  })
})

describe("a number at rest", () => {
  const secrets = ["the newest secret, which is long enough"]
  const digits = "198609262015051007"

  it("is opened with its own learner's id only, and by nobody without the secret", () => {
    const { numberEnvelope } = protectNumber(secrets, "learner-a", digits)
    expect(numberEnvelope).not.toContain(digits)
    expect(openNumber(secrets, "learner-a", numberEnvelope)).toBe(digits)
    expect(() => openNumber(secrets, "learner-b", numberEnvelope)).toThrow()
    expect(() => openNumber(["another secret, which is long enough"], "learner-a", numberEnvelope)).toThrow()
  })

  it("is found again by its digest, also after the secret was rotated", () => {
    const { numberDigest, numberEnvelope } = protectNumber(secrets, "learner-a", digits)
    const rotated = ["a secret that came later, long enough", ...secrets]
    expect(digestsOf(secrets, digits)).toEqual([numberDigest])
    expect(digestsOf(rotated, digits)).toContain(numberDigest)
    expect(digestsOf(secrets, "198609262015051008")).not.toContain(numberDigest)
    expect(openNumber(rotated, "learner-a", numberEnvelope)).toBe(digits)
    expect(protectNumber(secrets, "learner-a", digits).numberEnvelope).not.toBe(numberEnvelope)
  })
})
