import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  formatNumber,
  maskNumber,
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
// Years that had no 29 February.
const commonYear = fc.constantFrom("1981", "1987", "1993", "1990")

const valid: fc.Arbitrary<{ kind: NumberKind; digits: string }> = fc.oneof(
  fc.tuple(day, since, month, sex, sequence).map((parts) => ({ kind: "nip" as const, digits: parts.join("") })),
  fc
    .tuple(day, since, fc.integer({ min: 0, max: 99 }).map(two), sex, sequence)
    .map((parts) => ({ kind: "ni_pppk" as const, digits: parts.join("") })),
)

type Bad = { kind: NumberKind; digits: string; fault: string }
const kind = fc.constantFrom<NumberKind>("nip", "ni_pppk")
const wrong: fc.Arbitrary<Bad> = fc.oneof(
  fc
    .tuple(kind, commonYear, notADay, since, month, sex, sequence)
    .map(([of, ...parts]) => ({ kind: of, digits: parts.join(""), fault: "birth" })),
  fc
    .tuple(day, since, noMonth, sex, sequence)
    .map((parts) => ({ kind: "nip" as const, digits: parts.join(""), fault: "appointment" })),
  fc
    .tuple(kind, day, fc.constantFrom("1900", "1944", "2027", "9999"), month, sex, sequence)
    .map(([of, ...parts]) => ({ kind: of, digits: parts.join(""), fault: "appointment" })),
  fc
    .tuple(kind, day, since, month, fc.constantFrom("0", "3", "4", "5", "6", "7", "8", "9"), sequence)
    .map(([of, ...parts]) => ({ kind: of, digits: parts.join(""), fault: "sex" })),
  fc
    .tuple(kind, day, since, month, sex)
    .map(([of, ...parts]) => ({ kind: of, digits: `${parts.join("")}000`, fault: "sequence" })),
  fc
    .tuple(kind, valid, fc.integer({ min: 0, max: 17 }))
    .map(([of, { digits }, at]) => ({ kind: of, digits: digits.slice(0, at), fault: "length" })),
  fc.tuple(kind, valid, fc.constantFrom("a", "-", ".", "٣", "१", "x1")).map(([of, { digits }, sign]) => ({
    kind: of,
    digits: `${digits.slice(0, 9)}${sign}${digits.slice(10)}`,
    fault: "length",
  })),
)

describe("a civil servant's number", () => {
  it("is accepted 10,000 times where every part is right", () => {
    fc.assert(
      fc.property(valid, ({ kind, digits }) => {
        expect(numberFault(kind, digits, today)).toBeNull()
        expect(numberDigits(formatNumber(digits))).toBe(digits)
      }),
      { numRuns: 10_000 },
    )
  })

  it("is refused 10,000 times for the part that is wrong", () => {
    fc.assert(
      fc.property(wrong, ({ kind, digits, fault }) => {
        expect(numberFault(kind, digits, today)).toBe(fault)
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
    const masked = maskNumber("198609262015051007")
    expect(masked).toBe("•••••••• •••••• • 007")
    expect(masked.replace(/\D/g, "")).toBe("007")
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
