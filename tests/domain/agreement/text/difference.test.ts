import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bodyDifference, type Run, textDifference, wordDifference } from "#app/domain/agreement/text/difference.ts"

const side = (runs: readonly Run[], without: "added" | "removed") =>
  runs
    .filter((run) => run.kind !== without)
    .map((run) => run.text)
    .join("")
const short = (runs: readonly Run[]) =>
  runs.map((run) => (run.kind === "same" ? run.text : `${run.kind === "added" ? "+" : "-"}[${run.text}]`)).join("")

describe("words that changed", () => {
  it.each([
    ["berlaku 3 (tiga) tahun sejak", "berlaku 5 (lima) tahun sejak", "berlaku -[3]+[5] (-[tiga]+[lima]) tahun sejak"],
    ["paling sedikit 1 (satu) kali", "paling sedikit 2 (dua) kali", "paling sedikit -[1]+[2] (-[satu]+[dua]) kali"],
    ["a b c d e", "a x y z e", "a -[b c d]+[x y z] e"],
    ["a c", "a b c", "a +[b ]c"],
    ["a b c", "a c", "a -[b ]c"],
    ["", "baru", "+[baru]"],
    ["lama", "", "-[lama]"],
    ["sama", "sama", "sama"],
    ["", "", ""],
    ["1. a\n2. b", "1. a\n2. x\n3. b", "1. a\n2. +[x\n3. ]b"],
    ["surat-menyurat", "surat menyurat", "-[surat-menyurat]+[surat menyurat]"],
    ["kata.", "kata;", "kata-[.]+[;]"],
  ])("%j → %j", (before, after, expected) => {
    expect(short(wordDifference(before, after))).toBe(expected)
  })

  it("gives back both texts exactly, whatever they are", () => {
    const word = fc.constantFrom("a", "b", "c", " ", "  ", "\n", ".", "pasal", "é", "👨‍👩‍👧", "-", "\u0301", "漢")
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(word, { maxLength: 60 }).map((list) => list.join("")),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDifference(before, after)
        expect(side(runs, "added")).toBe(before)
        expect(side(runs, "removed")).toBe(after)
        expect(runs.every((run) => run.text !== "")).toBe(true)
        for (let i = 1; i < runs.length; i += 1) expect(runs[i]!.kind).not.toBe(runs[i - 1]!.kind)
      }),
      { numRuns: 2_000 },
    )
  })

  it("shows a small change in a long text as small", () => {
    const before = "Kesepakatan Bersama ini berlaku. ".repeat(600)
    const after = `${before.slice(0, 9_900)}TIDAK ${before.slice(9_900)}`
    const runs = wordDifference(before, after)
    expect(
      runs
        .filter((run) => run.kind !== "same")
        .map((run) => run.text)
        .join("").length,
    ).toBeLessThan(60)
  })

  it("replaces as a whole what differs too much, in bounded time", () => {
    const words = (seed: number) =>
      Array.from({ length: 6_000 }, (_, index) => ((index * seed) % 997).toString(36))
        .join(" ")
        .slice(0, 20_000)
    const [before, after] = [`Awal sama. ${words(7)} Akhir sama.`, `Awal sama. ${words(13)} Akhir sama.`]
    const start = performance.now()
    const runs = wordDifference(before, after)
    expect(performance.now() - start).toBeLessThan(1_500)
    expect(side(runs, "added")).toBe(before)
    expect(side(runs, "removed")).toBe(after)
    expect(runs[0]).toEqual({ kind: "same", text: expect.stringMatching(/^Awal sama\. /) })
    expect(runs.filter((run) => run.kind !== "same")).toHaveLength(2)
    expect(runs).toEqual(wordDifference(before, after))
  })
})

describe("bodies that changed", () => {
  it("are compared as they are printed, numbers and all, without the signs that lay them out", () => {
    const runs = bodyDifference("1. **PARA PIHAK** sepakat;\n2. selesai.", "1. **PARA PIHAK** setuju;\n2. selesai.")
    expect(runs).toEqual([
      { kind: "same", text: "(1) PARA PIHAK " },
      { kind: "removed", text: "sepakat" },
      { kind: "added", text: "setuju" },
      { kind: "same", text: ";\n(2) selesai." },
    ])
  })

  it("show a change of signs alone, which the printed words hide", () => {
    const runs = bodyDifference("**PARA PIHAK** sepakat.", "PARA PIHAK sepakat.")
    expect(side(runs, "added")).toBe("**PARA PIHAK** sepakat.")
    expect(side(runs, "removed")).toBe("PARA PIHAK sepakat.")
  })
})

describe("clauses that changed", () => {
  const clause = (key: string, body = `isi ${key}`, title = key.toUpperCase()) => ({ key, title, body })
  const text = (...clauses: ReturnType<typeof clause>[]) => ({ clauses })
  const summary = (before: ReturnType<typeof text>, after: ReturnType<typeof text>) =>
    textDifference(before, after).map(({ key, status, moved }) => `${key} ${status}${moved ? " moved" : ""}`)

  it("are paired by key, in the new order", () => {
    const before = text(clause("a"), clause("b"), clause("c"), clause("d"))
    const after = text(clause("a"), clause("x"), clause("c", "isi lain"), clause("d"))
    expect(summary(before, after)).toEqual(["a same", "b removed", "x added", "c changed", "d same"])
  })

  it("count as moved only where they really left their order", () => {
    const before = text(clause("a"), clause("b"), clause("c"), clause("d"))
    expect(summary(before, text(clause("d"), clause("a"), clause("b"), clause("c")))).toEqual([
      "d moved moved",
      "a same",
      "b same",
      "c same",
    ])
    expect(summary(before, text(clause("x"), clause("a"), clause("b"), clause("c"), clause("d")))).toEqual([
      "x added",
      "a same",
      "b same",
      "c same",
      "d same",
    ])
  })

  it("say so when they moved and changed, and when only the title did", () => {
    const before = text(clause("a"), clause("b"), clause("c"))
    expect(summary(before, text(clause("c", "baru"), clause("a"), clause("b")))).toContain("c changed moved")
    const [first] = textDifference(text(clause("a")), text(clause("a", "isi a", "JUDUL BARU")))
    expect(first).toMatchObject({ status: "changed", body: [{ kind: "same", text: "isi a" }] })
    expect(short(first!.title)).toBe("-[A]+[JUDUL BARU]")
  })

  it("that are gone stand where they were", () => {
    const before = text(clause("p"), clause("q"), clause("a"), clause("r"))
    expect(summary(before, text(clause("a")))).toEqual(["p removed", "q removed", "a same", "r removed"])
    expect(summary(before, text())).toEqual(["p removed", "q removed", "a removed", "r removed"])
    expect(summary(text(), text())).toEqual([])
  })

  it("lists every clause of both versions exactly once", () => {
    const keys = fc.uniqueArray(fc.constantFrom(..."abcdefgh"))
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const result = textDifference(
          text(...before.map((key) => clause(key))),
          text(...after.map((key) => clause(key))),
        )
        expect(result.filter(({ status }) => status !== "removed").map(({ key }) => key)).toEqual(after)
        expect(result.map(({ key }) => key).sort()).toEqual([...new Set([...before, ...after])].sort())
      }),
    )
  })

  it("of two full-sized, wholly different texts are found in bounded time", () => {
    const big = (seed: number) =>
      text(
        ...Array.from({ length: 10 }, (_, index) =>
          clause(
            `pasal-${index}`,
            Array.from({ length: 5_000 }, (_, n) => ((n * seed + index) % 991).toString(36))
              .join(" ")
              .slice(0, 19_900),
          ),
        ),
      )
    const start = performance.now()
    expect(textDifference(big(7), big(13))).toHaveLength(10)
    expect(performance.now() - start).toBeLessThan(6_000)
  })
})
