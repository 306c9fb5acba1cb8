import { describe, expect, it } from "vitest"
import { newAgreementCode, readAgreementCode } from "#app/domain/agreement/codes.ts"
import {
  daysBetween,
  isCalendarDay,
  lastDayOfTerm,
  longerThan,
  wholeMonths,
} from "#app/domain/agreement/particulars.ts"
import { readAgreementSettings } from "#app/domain/agreement/settings.server.ts"
import { newVerifyCode, readVerifyCode } from "#app/domain/signature/verify-code.ts"
import { longestPeriod, minimumClauses } from "#content/agreements/kesepakatan-bersama/settings.ts"
import { createWorld } from "#tests/support/world.ts"

describe("terms", () => {
  it("knows the days of the calendar", () => {
    expect(["2024-02-29", "2026-12-31", "1945-08-17"].map(isCalendarDay)).toEqual([true, true, true])
    expect(
      ["2026-02-29", "2026-04-31", "2026-13-01", "0001-01-01", "26-01-01", "2026-1-1", "", "2026-01-01T00:00"].map(
        isCalendarDay,
      ),
    ).toEqual(Array(8).fill(false))
  })

  it("ends a term on the day before the same day, and at the end of shorter months", () => {
    expect(lastDayOfTerm("2021-12-08", 60)).toBe("2026-12-07")
    expect(lastDayOfTerm("2026-01-01", 12)).toBe("2026-12-31")
    expect(lastDayOfTerm("2026-01-31", 1)).toBe("2026-02-28")
    expect(lastDayOfTerm("2024-02-29", 12)).toBe("2025-02-28")
  })

  it("reads whole months by either way of writing the end", () => {
    expect(wholeMonths("2021-12-08", "2026-12-07")).toBe(60)
    expect(wholeMonths("2021-12-08", "2026-12-08")).toBe(60)
    expect(wholeMonths("2026-01-01", "2026-06-30")).toBe(6)
    expect(wholeMonths("2026-01-01", "2026-06-15")).toBeNull()
    expect(wholeMonths("2026-01-01", "2026-01-01")).toBeNull()
    expect(daysBetween("2026-03-10", "2026-03-10")).toBe(1)
  })

  it("finds a term longer than five years only beyond both ways", () => {
    expect(longerThan("2021-12-08", "2026-12-08", 60)).toBe(false)
    expect(longerThan("2021-12-08", "2026-12-09", 60)).toBe(true)
  })
})

describe("codes", () => {
  it("are read back from what people type", () => {
    for (let n = 0; n < 200; n += 1) {
      const [verify, agreement] = [newVerifyCode(), newAgreementCode()]
      expect(readVerifyCode(` ${verify.toLowerCase().replaceAll("-", " ")}`)).toBe(verify)
      expect(readVerifyCode(verify.replaceAll("0", "O").replaceAll("1", "l"))).toBe(verify)
      expect(readAgreementCode(agreement.toLowerCase())).toBe(agreement)
      expect(readAgreementCode(agreement.slice(3))).toBe(agreement)
    }
  })

  it("are refused when they cannot be one", () => {
    for (const typed of ["", "ABCD", "7H3K-9QPD-2WX", "7H3K-9QPD-2WXUU", "7H3K-9QPD-2WXU", "x".repeat(1_000_000)])
      expect(readVerifyCode(typed)).toBeNull()
    for (const typed of ["", "KB", "KB-7H3K", "KB-7H3K-9QPU", "x".repeat(1_000_000)])
      expect(readAgreementCode(typed)).toBeNull()
  })
})

describe("expectations on an agreement", () => {
  it("are the shipped ones until a row says otherwise, each with its source", async () => {
    const { db, clock } = await createWorld()
    expect(await readAgreementSettings(db)).toEqual({ minimumClauses, longestPeriod })
    const row = { sourceNote: "Keputusan biro hukum.", updatedAt: clock.now() }
    const clauses = [{ key: "tujuan", title: "Tujuan" }]
    await db
      .insertInto("setting")
      .values([
        { ...row, key: "agreement.longest_period", value: JSON.stringify({ months: 36 }) },
        { ...row, key: "agreement.minimum_clauses", value: JSON.stringify(clauses) },
      ])
      .execute()
    expect(await readAgreementSettings(db)).toEqual({
      minimumClauses: clauses.map((clause) => ({ ...clause, source: row.sourceNote })),
      longestPeriod: { months: 36, source: row.sourceNote },
    })
  })

  it("fall back where a row cannot be read", async () => {
    const { db, clock } = await createWorld()
    await db
      .insertInto("setting")
      .values(
        ["agreement.longest_period", "agreement.minimum_clauses"].map((key) => ({
          key,
          value: "{",
          sourceNote: "Keputusan biro hukum.",
          updatedAt: clock.now(),
        })),
      )
      .execute()
    expect(await readAgreementSettings(db)).toEqual({ minimumClauses, longestPeriod })
    await db.updateTable("setting").set({ value: '{"months":-1}' }).execute()
    expect(await readAgreementSettings(db)).toEqual({ minimumClauses, longestPeriod })
  })
})
