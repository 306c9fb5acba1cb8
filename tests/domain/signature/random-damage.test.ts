import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { type HexHole, handmadePdf, holes } from "./handmade-pdf.ts"
import { seal, twoSigners, verify } from "./signers.ts"

let signers: Awaited<ReturnType<typeof twoSigners>>
let twice: Uint8Array
let gaps: HexHole[]

beforeAll(async () => {
  signers = await twoSigners()
  twice = await seal(await seal(handmadePdf(), signers.governor), signers.mayor)
  gaps = holes(twice)
})

const SEED = 20211208

const damaged = (edits: readonly { at: number; xor: number }[]): Buffer => {
  const copy = Buffer.from(twice)
  for (const { at, xor } of edits) copy[at % copy.length]! ^= xor
  return copy
}

const edit = fc.record({ at: fc.nat(1_000_000), xor: fc.integer({ min: 1, max: 255 }) })

describe("random damage to a file with two seals", { timeout: 120_000 }, () => {
  test("one changed byte, anywhere: a report, never valid, and no seal intact that covers the byte", () => {
    expect(verify(twice, signers.authority).verdict).toBe("valid")
    fc.assert(
      fc.property(edit, ({ at, xor }) => {
        const position = at % twice.length
        const report = verify(damaged([{ at, xor }]), signers.authority)
        expect(report.verdict).not.toBe("valid")
        for (const { intact, details } of report.signatures) {
          if (!intact || !details.byteRange) continue
          const [, hole, resume, rest] = details.byteRange
          expect(position < hole || (position >= resume && position < resume + rest)).toBe(false)
        }
      }),
      { seed: SEED, numRuns: 120 },
    )
  })

  test("one changed byte inside the last signature, which no digest covers", () => {
    const { start, end } = gaps[1]!
    fc.assert(
      fc.property(fc.integer({ min: start, max: end - 1 }), fc.integer({ min: 1, max: 255 }), (at, xor) => {
        expect(verify(damaged([{ at, xor }]), signers.authority).verdict).not.toBe("valid")
      }),
      { seed: SEED, numRuns: 120 },
    )
  })

  test("one changed hex digit inside the last CMS", () => {
    const { start } = gaps[1]!
    const value = Buffer.from(twice.subarray(start + 1, gaps[1]!.end - 1))
      .toString("latin1")
      .replace(/0+$/, "")
    fc.assert(
      fc.property(fc.nat(value.length - 1), fc.integer({ min: 1, max: 15 }), (index, difference) => {
        const digit = (Number.parseInt(value[index]!, 16) ^ difference).toString(16)
        const copy = Buffer.from(twice)
        copy.write(digit, start + 1 + index, "latin1")
        expect(verify(copy, signers.authority).verdict).not.toBe("valid")
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  test("several changed bytes, cut off, put together wrongly: always a report, never valid", () => {
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 0, maxLength: 6 }),
        fc.nat(twice.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        (edits, length, tail) => {
          const report = verify(Buffer.concat([damaged(edits).subarray(0, length), tail]), signers.authority)
          const whole = report.signatures.length === 2 && report.signatures.every(({ intact }) => intact)
          expect(report.verdict === "valid" && whole).toBe(false)
        },
      ),
      { seed: SEED, numRuns: 100 },
    )
  })

  test("any bytes behind a PDF header: always a report", () => {
    const words = fc.constantFrom(
      ..."obj endobj stream endstream xref trailer startxref %%EOF << >> [ ] /Root /Size /Prev /Type /XRef /W /Sig 0 1 2 R n f ( ) < > /Length".split(
        " ",
      ),
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 120 }), fc.constantFrom(" ", "\n"), (parts, between) => {
        const text = `%PDF-1.7\n${parts.join(between)}\nstartxref\n9\n%%EOF`
        expect(["unreadable", "unsigned", "invalid"]).toContain(verify(Buffer.from(text), signers.authority).verdict)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
