import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type LearningForm, shippedForms } from "#app/domain/programme/learning-forms.ts"
import { countHours, hoursByYear, type LedgerMark, type LedgerSession } from "#app/domain/programme/ledger.ts"

const { forms } = shippedForms

const session = (id: string, form: string, day: string, overrides: Partial<LedgerSession> = {}): LedgerSession => ({
  id,
  cohortId: "c1",
  moduleId: `m-${form}`,
  moduleHours: 200,
  form,
  day,
  startsAt: `${day}T02:00:00.000Z`,
  ...overrides,
})
const marks = (...ids: string[]): LedgerMark[] => ids.map((id) => ({ attendanceId: `a-${id}`, sessionId: id }))
const hours = (sessions: LedgerSession[], present: LedgerMark[]) =>
  countHours(sessions, present, forms).map((line) => [line.sessionId, line.hours, line.reason])

describe("hours by form", () => {
  it("spreads a module that is as programmed over its sessions, in whole hours", () => {
    const three = ["1", "2", "3"].map((id) => session(id, "training", `2026-03-0${id}`, { moduleHours: 8 }))
    expect(hours(three, marks("1", "2", "3"))).toEqual([
      ["1", 2, "asProgrammed"],
      ["2", 3, "asProgrammed"],
      ["3", 3, "asProgrammed"],
    ])
    expect(hours(three, marks("3"))).toEqual([["3", 3, "asProgrammed"]])
  })

  it("counts a seminar by day, a workshop by day, and each day once", () => {
    const sessions = [
      session("1", "seminar", "2026-03-02"),
      session("2", "seminar", "2026-03-02", { startsAt: "2026-03-02T06:00:00.000Z" }),
      session("3", "seminar", "2026-03-03"),
      session("4", "workshop", "2026-03-03"),
    ]
    expect(hours(sessions, marks("1", "2", "3", "4"))).toEqual([
      ["1", 4, "perDay"],
      ["2", 0, "dayCounted"],
      ["3", 4, "perDay"],
      ["4", 5, "perDay"],
    ])
  })

  it("counts two coachings a month, and begins anew with the next", () => {
    const sessions = ["02", "09", "16"].map((day) => session(day, "coaching", `2026-03-${day}`))
    const april = session("april", "coaching", "2026-04-01")
    expect(hours([...sessions, april], marks("02", "09", "16", "april"))).toEqual([
      ["02", 2, "perSession"],
      ["09", 2, "perSession"],
      ["16", 0, "monthFull"],
      ["april", 2, "perSession"],
    ])
  })

  it("counts two hours of self-study a day", () => {
    const sessions = [
      session("1", "self-study", "2026-03-02"),
      session("2", "self-study", "2026-03-02", { startsAt: "2026-03-02T08:00:00.000Z" }),
      session("3", "self-study", "2026-03-03"),
    ]
    expect(hours(sessions, marks("1", "2", "3")).map(([, count]) => count)).toEqual([2, 0, 2])
  })

  it("counts a benchmarking and an internship once for a module of a cohort", () => {
    const sessions = [
      session("1", "benchmarking", "2026-03-02", { moduleHours: 10 }),
      session("2", "benchmarking", "2026-03-03", { moduleHours: 10 }),
      session("3", "internship", "2026-03-04", { moduleHours: 20 }),
      session("4", "benchmarking", "2026-03-05", { moduleHours: 10, cohortId: "c2" }),
    ]
    expect(hours(sessions, marks("2", "1", "3", "4"))).toEqual([
      ["1", 10, "perActivity"],
      ["2", 0, "activityCounted"],
      ["3", 20, "perActivity"],
      ["4", 10, "perActivity"],
    ])
  })

  it("never counts more for a module than it plans", () => {
    const sessions = ["02", "03", "04"].map((day) => session(day, "seminar", `2026-03-${day}`, { moduleHours: 6 }))
    expect(hours(sessions, marks("02", "03", "04"))).toEqual([
      ["02", 4, "perDay"],
      ["03", 2, "perDay"],
      ["04", 0, "moduleFull"],
    ])
  })

  it("counts nothing for a form that the settings lack, and for sessions that are not there", () => {
    expect(hours([session("1", "retreat", "2026-03-02")], marks("1", "gone"))).toEqual([["1", 0, "unknownForm"]])
  })

  it("sums by year", () => {
    const sessions = [session("1", "seminar", "2025-12-31"), session("2", "seminar", "2026-01-01")]
    expect(hoursByYear(countHours(sessions, marks("1", "2"), forms))).toEqual([
      { year: 2026, hours: 4 },
      { year: 2025, hours: 4 },
    ])
  })
})

describe("whatever happens, in whatever order, however often", () => {
  const arbitrarySession = (index: number): fc.Arbitrary<LedgerSession> =>
    fc
      .record({
        cohort: fc.integer({ min: 1, max: 2 }),
        module: fc.integer({ min: 1, max: 3 }),
        form: fc.constantFrom(...forms.map(({ key }) => key), "unknown"),
        day: fc.integer({ min: 0, max: 60 }),
        hour: fc.integer({ min: 0, max: 16 }),
      })
      .map(({ cohort, module, form, day, hour }) => {
        const instant = new Date(Date.UTC(2025, 11, 15 + day, hour)).toISOString()
        return {
          id: `s${index}`,
          cohortId: `c${cohort}`,
          moduleId: `c${cohort}m${module}`,
          moduleHours: [4, 10, 25][module - 1]!,
          form,
          day: instant.slice(0, 10),
          startsAt: instant,
        }
      })
  const sessions = fc
    .integer({ min: 1, max: 25 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => arbitrarySession(index))))
  const presences = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 })), {
    maxLength: 60,
  })

  it("keeps to every rule, says each presence once, and answers the same", () => {
    fc.assert(
      fc.property(sessions, presences, fc.infiniteStream(fc.double({ noNaN: true })), (held, present, random) => {
        const given = present.map(([at, mark]) => ({ attendanceId: `a${at}-${mark}`, sessionId: `s${at}` }))
        const lines = countHours(held, given, forms)
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        expect(countHours(shuffled(held), shuffled([...given, ...given]), forms)).toEqual(lines)
        expect(new Set(lines.map(({ sessionId }) => sessionId)).size).toBe(lines.length)

        const total = (key: (line: (typeof lines)[number]) => string, of = lines) => {
          const sums = new Map<string, number>()
          for (const line of of) sums.set(key(line), (sums.get(key(line)) ?? 0) + line.hours)
          return sums
        }
        for (const [moduleId, sum] of total((line) => line.moduleId))
          expect(sum).toBeLessThanOrEqual(held.find((one) => one.moduleId === moduleId)!.moduleHours)
        for (const form of forms) {
          const own = lines.filter((line) => line.form === form.key)
          if (form.rule === "perDay")
            for (const sum of total((line) => line.day, own).values()) expect(sum).toBeLessThanOrEqual(form.hours)
          if (form.rule === "perActivity")
            for (const sum of total((line) => `${line.cohortId} ${line.moduleId}`, own).values())
              expect(sum).toBeLessThanOrEqual(form.hours)
          if (form.rule === "perSession") for (const line of own) expect(line.hours).toBeLessThanOrEqual(form.hours)
          if (form.limit?.per === "day")
            for (const sum of total((line) => line.day, own).values())
              expect(sum).toBeLessThanOrEqual(form.limit.hours ?? Number.POSITIVE_INFINITY)
          if (form.limit?.sessions !== undefined) {
            const months = new Map<string, number>()
            for (const line of own.filter((one) => one.hours > 0)) {
              const month = line.day.slice(0, 7)
              months.set(month, (months.get(month) ?? 0) + 1)
            }
            for (const count of months.values()) expect(count).toBeLessThanOrEqual(form.limit.sessions)
          }
        }
        for (const line of lines) expect(Number.isInteger(line.hours) && line.hours >= 0).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  /** What happens in the life of a ledger: somebody is marked, marked again, or a mark is struck. */
  type Happening = { readonly act: "mark" | "strike"; readonly sessionId: string; readonly at: number }
  const happenings = fc.array(
    fc.record({
      act: fc.constantFrom<Happening["act"]>("mark", "mark", "mark", "strike"),
      sessionId: fc.integer({ min: 0, max: 26 }).map((at) => `s${at}`),
      at: fc.integer({ min: 0, max: 9_999 }),
    }),
    { maxLength: 80 },
  )
  /** The live marks after all of it, as the rows stand: a struck mark is gone, a second one is another row. */
  const liveAfter = (events: readonly Happening[]): LedgerMark[] => {
    const live: LedgerMark[] = []
    for (const { act, sessionId, at } of events)
      if (act === "mark") live.push({ attendanceId: `a${at}-${live.length}`, sessionId })
      else
        for (const [index, mark] of [...live.entries()].reverse())
          if (mark.sessionId === sessionId) live.splice(index, 1)
    return live
  }
  const counted = (held: readonly LedgerSession[], present: readonly LedgerMark[]) =>
    countHours(held, present, forms).map(({ attendanceId: _, ...line }) => line)

  it("counts who was there, whatever was marked, struck and marked again on the way", () => {
    fc.assert(
      fc.property(sessions, happenings, (held, events) => {
        const live = liveAfter(events)
        const once = [...new Set(live.map(({ sessionId }) => sessionId))]
        expect(counted(held, live)).toEqual(counted(held, marks(...once)))
        // The same presences in the reverse order of their marking, each marked a second time by somebody else.
        const doubled = [...live]
          .reverse()
          .flatMap((mark) => [{ ...mark, attendanceId: `z${mark.attendanceId}` }, mark])
        expect(countHours([...held].reverse(), doubled, forms)).toEqual(countHours(held, live, forms))
      }),
      { numRuns: 2_000 },
    )
  })

  it("answers the same for every one of the orders in which five presences can come", () => {
    const permutations = <T>(list: readonly T[]): T[][] =>
      list.length < 2
        ? [[...list]]
        : list.flatMap((item, at) => permutations(list.toSpliced(at, 1)).map((rest) => [item, ...rest]))
    for (const { key } of forms) {
      const held = [
        session("1", key, "2026-03-02", { moduleHours: 20, moduleId: "m1" }),
        session("2", key, "2026-03-02", { moduleHours: 20, moduleId: "m1", startsAt: "2026-03-02T06:00:00.000Z" }),
        session("3", key, "2026-03-03", { moduleHours: 20, moduleId: "m2" }),
        // Begins at the very instant of the one before, in another cohort.
        session("4", key, "2026-03-03", { moduleHours: 20, moduleId: "m3", cohortId: "c2" }),
        session("5", key, "2026-04-01", { moduleHours: 20, moduleId: "m2" }),
      ]
      const expected = countHours(held, marks("1", "2", "3", "4", "5"), forms)
      for (const [index, order] of permutations(marks("1", "2", "3", "4", "5")).entries())
        expect(countHours(index % 2 ? held : [...held].reverse(), order, forms), key).toEqual(expected)
    }
  })

  it("holds each form to its own measure in a flood of presences: of a day, of a month, of an activity, of a module", () => {
    // Every day of two months twice, in two modules with room for all of it, everybody present always.
    const days = Array.from({ length: 59 }, (_, n) => new Date(Date.UTC(2026, 1, 1 + n)).toISOString().slice(0, 10))
    for (const form of forms) {
      const held = days.flatMap((day) =>
        ["m1", "m2"].map((moduleId, at) =>
          session(`${day}-${moduleId}`, form.key, day, {
            moduleId,
            moduleHours: 500,
            startsAt: `${day}T0${at}:00:00.000Z`,
          }),
        ),
      )
      const total = (present: LedgerMark[]) =>
        countHours(held, present, forms).reduce((all, { hours }) => all + hours, 0)
      const all = marks(...held.map(({ id }) => id))
      const expected = form.limit?.sessions
        ? form.limit.sessions * form.hours * 2
        : form.limit?.hours
          ? form.limit.hours * days.length
          : {
              asProgrammed: 2 * 500,
              perDay: form.hours * days.length,
              perActivity: 2 * form.hours,
              perSession: form.hours * held.length,
            }[form.rule]
      expect([form.key, total(all)]).toEqual([form.key, expected])
      expect([form.key, total([...all, ...all].reverse())]).toEqual([form.key, expected])
      // No presence counts more when nobody else's is there, and none at all counts nothing.
      expect(total([])).toBe(0)
      for (const mark of all.slice(0, 4)) expect(total([mark])).toBeLessThanOrEqual(expected)
    }
  })

  it("holds limits that an installation sets itself, of hours a month and of sessions a day", () => {
    const own: LearningForm[] = [
      { key: "a", name: { id: "a", en: "a" }, rule: "perSession", hours: 3, limit: { per: "month", hours: 7 } },
      { key: "b", name: { id: "b", en: "b" }, rule: "asProgrammed", hours: 0, limit: { per: "day", sessions: 1 } },
      {
        key: "c",
        name: { id: "c", en: "c" },
        rule: "perDay",
        hours: 4,
        limit: { per: "month", sessions: 3, hours: 10 },
      },
    ]
    const day = fc.integer({ min: 0, max: 70 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), day, fc.integer({ min: 0, max: 9 })), { maxLength: 60 }),
        (given) => {
          const held = given.map(([form, at, hour], index) => {
            const startsAt = new Date(Date.UTC(2026, 0, 1 + at, hour)).toISOString()
            return session(`s${index}`, form, startsAt.slice(0, 10), { moduleHours: 60, startsAt })
          })
          const lines = countHours(held, marks(...held.map(({ id }) => id)).reverse(), own)
          expect(countHours([...held].reverse(), marks(...held.map(({ id }) => id)), own)).toEqual(lines)
          const spans = new Map<string, { hours: number; sessions: number }>()
          for (const { form, day, hours } of lines) {
            if (hours === 0) continue
            const key = `${form} ${form === "b" ? day : day.slice(0, 7)}`
            const known = spans.get(key) ?? { hours: 0, sessions: 0 }
            spans.set(key, { hours: known.hours + hours, sessions: known.sessions + 1 })
          }
          for (const [key, { hours, sessions }] of spans) {
            if (key.startsWith("a")) expect(hours).toBeLessThanOrEqual(7)
            if (key.startsWith("b")) expect(sessions).toBe(1)
            if (key.startsWith("c")) expect(sessions <= 3 && hours <= 10, key).toBe(true)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it("never takes hours away from whoever attends more, where modules have room", () => {
    fc.assert(
      fc.property(sessions, presences, (held, present) => {
        const roomy = held.map((one) => ({ ...one, moduleHours: 500 }))
        const sum = (some: LedgerMark[]) => countHours(roomy, some, forms).reduce((all, line) => all + line.hours, 0)
        const some = present.map(([at]) => ({ attendanceId: `a${at}`, sessionId: `s${at}` }))
        expect(sum(marks(...roomy.map(({ id }) => id)))).toBeGreaterThanOrEqual(sum(some))
      }),
      { numRuns: 500 },
    )
  })
})
