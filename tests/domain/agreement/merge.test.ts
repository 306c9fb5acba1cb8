import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { DraftContent } from "#app/domain/agreement/content.ts"
import { mergeDrafts } from "#app/domain/agreement/merge.ts"

const content = (clauses: Record<string, string>, head: Partial<DraftContent> = {}): DraftContent => ({
  title: "Judul",
  place: "Bandung",
  signingDate: "2026-03-10",
  periodFrom: null,
  periodUntil: null,
  text: { clauses: Object.entries(clauses).map(([key, body]) => ({ key, title: key.toUpperCase(), body })) },
  ...head,
})

const bodies = (merged: DraftContent) => Object.fromEntries(merged.text.clauses.map(({ key, body }) => [key, body]))
const keys = (merged: DraftContent) => merged.text.clauses.map(({ key }) => key)

describe("merging two drafts", () => {
  it("takes each clause from whoever changed it", () => {
    const merge = mergeDrafts(
      content({ a: "1", b: "2", c: "3" }),
      content({ a: "1", b: "dua", c: "3" }),
      content({ a: "satu", b: "2", c: "3" }),
    )
    expect(bodies(merge.content)).toEqual({ a: "satu", b: "dua", c: "3" })
    expect(merge.clauses).toEqual([])
  })

  it("keeps mine and names theirs where both changed the same clause", () => {
    const merge = mergeDrafts(content({ a: "1" }), content({ a: "mereka" }), content({ a: "saya" }))
    expect(bodies(merge.content)).toEqual({ a: "saya" })
    expect(merge.clauses).toEqual([
      {
        key: "a",
        kind: "changed",
        base: { key: "a", title: "A", body: "1" },
        theirs: { key: "a", title: "A", body: "mereka" },
        mine: { key: "a", title: "A", body: "saya" },
      },
    ])
  })

  it("sees no conflict where both made the same change", () => {
    const merge = mergeDrafts(content({ a: "1" }), content({ a: "sama" }), content({ a: "sama" }))
    expect(bodies(merge.content)).toEqual({ a: "sama" })
    expect(merge.clauses).toEqual([])
  })

  it("keeps what I changed and they removed, and brings back what I removed and they changed", () => {
    const kept = mergeDrafts(content({ a: "1", b: "2" }), content({ a: "1" }), content({ a: "1", b: "baru" }))
    expect(bodies(kept.content)).toEqual({ a: "1", b: "baru" })
    expect(kept.clauses.map(({ key, kind }) => [key, kind])).toEqual([["b", "removedByThem"]])
    const restored = mergeDrafts(content({ a: "1", b: "2" }), content({ a: "1", b: "baru" }), content({ a: "1" }))
    expect(bodies(restored.content)).toEqual({ a: "1", b: "baru" })
    expect(restored.clauses.map(({ key, kind }) => [key, kind])).toEqual([["b", "restored"]])
  })

  it("removes what one side removed and the other left alone", () => {
    expect(
      keys(mergeDrafts(content({ a: "1", b: "2" }), content({ a: "1" }), content({ a: "1", b: "2" })).content),
    ).toEqual(["a"])
    expect(
      keys(mergeDrafts(content({ a: "1", b: "2" }), content({ a: "1", b: "2" }), content({ a: "1" })).content),
    ).toEqual(["a"])
  })

  it("puts new clauses of both behind their neighbours", () => {
    const merge = mergeDrafts(
      content({ a: "1", b: "2" }),
      content({ a: "1", mereka: "x", b: "2" }),
      content({ a: "1", b: "2", saya: "y" }),
    )
    expect(keys(merge.content)).toEqual(["a", "mereka", "b", "saya"])
  })

  it("follows the one who moved clauses, and says so where both moved them differently", () => {
    const base = content({ a: "1", b: "2", c: "3" })
    const theirs = mergeDrafts(base, content({ c: "3", a: "1", b: "2" }), base)
    expect(keys(theirs.content)).toEqual(["c", "a", "b"])
    expect(theirs.order).toBe(false)
    const both = mergeDrafts(base, content({ c: "3", a: "1", b: "2" }), content({ b: "2", a: "1", c: "3" }))
    expect(keys(both.content)).toEqual(["b", "a", "c"])
    expect(both.order).toBe(true)
  })

  it("merges title, place and dates one by one", () => {
    const merge = mergeDrafts(
      content({ a: "1" }),
      content({ a: "1" }, { title: "Judul mereka", place: "Magelang", periodFrom: "2026-04-01" }),
      content({ a: "1" }, { title: "Judul saya", signingDate: "2026-03-11" }),
    )
    expect(merge.content).toMatchObject({
      title: "Judul saya",
      place: "Magelang",
      signingDate: "2026-03-11",
      periodFrom: "2026-04-01",
    })
    expect(merge.heads).toEqual([{ name: "title", theirs: "Judul mereka", mine: "Judul saya" }])
  })
})

const anyContent = fc
  .uniqueArray(
    fc.record({ key: fc.constantFrom("a", "b", "c", "d", "e", "f"), body: fc.constantFrom("1", "2", "3", "4") }),
    {
      selector: ({ key }) => key,
      minLength: 1,
    },
  )
  .chain((clauses) =>
    fc
      .record({ title: fc.constantFrom("T1", "T2", "T3"), place: fc.constantFrom("P1", "P2") })
      .map((head) => content(Object.fromEntries(clauses.map(({ key, body }) => [key, body])), head)),
  )

describe("whatever the drafts are", () => {
  it("an untouched side yields the other one whole", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (base, changed) => {
        const theirs = mergeDrafts(base, changed, base)
        const mine = mergeDrafts(base, base, changed)
        expect(theirs.content).toEqual(changed)
        expect(mine.content).toEqual(changed)
        expect([theirs.clauses, theirs.heads, theirs.order, mine.clauses, mine.heads, mine.order]).toEqual([
          [],
          [],
          false,
          [],
          [],
          false,
        ])
      }),
    )
  })

  it("nothing that either wrote is lost: it stands in the text or beside it", () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, theirs, mine) => {
        const merge = mergeDrafts(base, theirs, mine)
        const old = bodies(base)
        for (const side of ["theirs", "mine"] as const)
          for (const [key, body] of Object.entries(bodies(side === "theirs" ? theirs : mine))) {
            if (old[key] === body) continue
            const shown = [
              bodies(merge.content)[key],
              ...merge.clauses.filter((conflict) => conflict.key === key).map((conflict) => conflict[side]?.body),
            ]
            expect(shown).toContain(body)
          }
      }),
    )
  })

  it("every clause stands once", () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, theirs, mine) => {
        const merged = keys(mergeDrafts(base, theirs, mine).content)
        expect(new Set(merged).size).toBe(merged.length)
      }),
    )
  })

  it("saving on top of theirs a second time changes nothing more", () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, theirs, mine) => {
        const once = mergeDrafts(base, theirs, mine).content
        expect(mergeDrafts(theirs, theirs, once).content).toEqual(once)
      }),
    )
  })
})
