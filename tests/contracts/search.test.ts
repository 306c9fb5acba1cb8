import { describe, expect, it } from "vitest"
import { findable } from "#app/domain/findable.server.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { kindNames, readSearchFilter } from "#app/domain/search/filter.ts"
import { mostRanked, type SearchAnswer, search, searchPage } from "#app/domain/search/find.server.ts"
import type { Findable, FindableReaders } from "#app/domain/search/findable.ts"
import { writeEntry } from "#app/domain/search/index/entry.server.ts"
import { indexAll, indexQueued } from "#app/domain/search/index/indexer.server.ts"
import { indexVersion, keepIndex, rebuildIndex, renewIndex } from "#app/domain/search/index/rebuild.server.ts"
import { queueSubjects } from "#app/domain/search/queue.server.ts"
import { everyText } from "#content/library.server.ts"
import { inTransaction } from "#db/transaction.ts"
import { indexFromTheStart, indexNow, putAll } from "#tests/support/search/index-of.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const thing = (title: string, more: Partial<Findable> = {}): Findable => ({
  ...{ key: title.toLowerCase().replaceAll(/[^a-z]+/g, "-"), title, context: [], body: "", status: "open" },
  ...{ strands: ["G"], regionCodes: ["33.71"], organisationIds: [], at: "2026-02-01T00:00:00.000Z", demo: false },
  ...more,
})

const ask = (world: World, query: Record<string, string>): Promise<SearchAnswer> =>
  search(world.visitor(), readSearchFilter(new URLSearchParams(query)))

const text = (pieces: readonly { text: string }[]): string => pieces.map((piece) => piece.text).join("")
const titles = (answer: SearchAnswer): string[] => answer.results.map(({ title }) => text(title))

/** A world whose index holds needs with these titles, the first one the newest. */
async function withNeeds(...things: (string | Findable)[]): Promise<World> {
  const world = await createWorld()
  await putAll(
    world.db,
    things.map((one, index) => ({
      kind: "need" as const,
      id: `need-${index}`,
      findable:
        typeof one === "string"
          ? thing(one, { at: new Date(Date.UTC(2026, 1, 1) - index * 60_000).toISOString() })
          : one,
    })),
  )
  return world
}

describe("words", () => {
  it("are found in whatever form they are written", async () => {
    const world = await withNeeds("Pembelajaran bersama", "Jalan kampung")
    for (const q of ["belajar", "mengajar", "PEMBELAJARAN", "pelajaran", "diajarkan", "ajar"])
      expect(titles(await ask(world, { q })), q).toEqual(["Pembelajaran bersama"])
  })

  it("are found under their other names and in English", async () => {
    const world = await withNeeds(
      "Pelatihan pegawai negeri",
      "Perjanjian kerja sama sampah",
      "Kabupaten yang memeriksa hoaks",
    )
    const first = async (q: string) => titles(await ask(world, { q }))[0]
    expect(await first("ASN")).toBe("Pelatihan pegawai negeri")
    expect(await first("aparatur sipil negara")).toBe("Pelatihan pegawai negeri")
    expect(await first("training")).toBe("Pelatihan pegawai negeri")
    expect(await first("PKS")).toBe("Perjanjian kerja sama sampah")
    expect(await first("agreement")).toBe("Perjanjian kerja sama sampah")
    expect(await first("hoax")).toBe("Kabupaten yang memeriksa hoaks")
    expect(await first("kab.")).toBe("Kabupaten yang memeriksa hoaks")
  })

  it("that begin a longer one find it, where no entry has them as they are", async () => {
    const world = await withNeeds("Sungai Elo di Magelang", "Bank darah", "Bandung lautan api")
    expect(titles(await ask(world, { q: "sungai magel" }))).toEqual(["Sungai Elo di Magelang"])
    expect(titles(await ask(world, { q: "bandu" }))).toEqual(["Bandung lautan api"])
    expect(titles(await ask(world, { q: "bank" }))).toEqual(["Bank darah"])
  })

  it("with accents, apostrophes and other scripts are words like others", async () => {
    const world = await withNeeds("Kafé Jum'at di désa", "ꦩꦒꦼꦭꦁ lan 北京")
    expect(titles(await ask(world, { q: "kafe jumat" }))).toEqual(["Kafé Jum'at di désa"])
    expect(titles(await ask(world, { q: "desa" }))).toEqual(["Kafé Jum'at di désa"])
    expect(titles(await ask(world, { q: "北京" }))).toEqual(["ꦩꦒꦼꦭꦁ lan 北京"])
    expect(titles(await ask(world, { q: "ꦩꦒꦼꦭꦁ" }))).toEqual(["ꦩꦒꦼꦭꦁ lan 北京"])
  })

  it("that only connect are not searched for", async () => {
    const world = await withNeeds("Sampah dan air")
    expect(titles(await ask(world, { q: "yang di sampah" }))).toEqual(["Sampah dan air"])
    expect(await ask(world, { q: "dan di yang" })).toMatchObject({ words: [], results: [], count: 0 })
  })

  it("that nobody wrote are answered with what was probably meant", async () => {
    const world = await withNeeds("Kota Magelang bersih", "Kesepakatan desa", "Magelang hijau", "Magelung")
    expect((await ask(world, { q: "magelnag" })).suggestion).toBe("magelang")
    expect((await ask(world, { q: "kota mageleng" })).suggestion).toBe("kota magelang")
    expect((await ask(world, { q: "kesepkatan" })).suggestion).toBe("kesepakatan")
    expect((await ask(world, { q: "kesepaakattan" })).suggestion).toBe("kesepakatan")
    expect((await ask(world, { q: "magelang" })).suggestion).toBeNull()
    expect((await ask(world, { q: "xyzzyplugh" })).suggestion).toBeNull()
  })
})

describe("results", () => {
  it("with a word in the title come before those that only mention it, and all words before some", async () => {
    const world = await withNeeds(
      thing("Pompa", { body: "Untuk mengatasi banjir di hilir." }),
      thing("Banjir di hilir", { at: "2020-01-01T00:00:00.000Z" }),
      thing("Hilir sungai"),
    )
    expect(titles(await ask(world, { q: "banjir" }))).toEqual(["Banjir di hilir", "Pompa"])
    const both = await ask(world, { q: "banjir hilir" })
    expect(titles(both)).toEqual(["Banjir di hilir", "Pompa", "Hilir sungai"])
    expect(both).toMatchObject({ count: 3, whole: 2 })
  })

  it("mark what was found, in title and text, and cut the text around it", async () => {
    const long = `${"kata lain ".repeat(60)} Para petani menanam padi <b>muda</b>. ${"kata lain ".repeat(60)}`
    const world = await withNeeds(thing("Pertanian & pasar", { body: long }))
    const [found] = (await ask(world, { q: "tani" })).results
    expect(found?.title).toEqual([
      { text: "Pertanian", hit: true },
      { text: " & pasar", hit: false },
    ])
    expect(found?.snippet.filter(({ hit }) => hit)).toEqual([{ text: "petani", hit: true }])
    const shown = text(found?.snippet ?? [])
    expect(shown).toMatch(/^… .*petani menanam padi <b>muda<\/b>.* …$/)
    expect(shown.length).toBeLessThan(400)
  })

  it("are narrowed by kind, region and strand, with counts of every kind", async () => {
    const world = await createWorld()
    const at = (regionCodes: string[], strands: Findable["strands"]) => ({ regionCodes, strands })
    await putAll(world.db, [
      { kind: "need", id: "1", findable: thing("Sampah satu", at(["33.71"], ["G"])) },
      { kind: "need", id: "2", findable: thing("Sampah dua", at(["32.73"], ["G"])) },
      { kind: "initiative", id: "3", findable: thing("Sampah tiga", at(["33.71"], ["A", "B"])) },
      { kind: "organisation", id: "4", findable: thing("Sampah empat", at(["33.08"], ["B"])) },
    ])
    const all = await ask(world, { q: "sampah" })
    expect(all.kinds).toEqual({
      agreement: 0,
      initiative: 1,
      need: 2,
      programme: 0,
      organisation: 1,
      region: 0,
      page: 0,
    })
    const needs = await ask(world, { q: "sampah", jenis: kindNames.need })
    expect([needs.count, needs.kinds?.initiative]).toEqual([2, 1])
    expect((await ask(world, { q: "sampah", wilayah: "33.71" })).count).toBe(2)
    expect((await ask(world, { q: "sampah", wilayah: "33" })).count).toBe(3)
    expect((await ask(world, { q: "sampah", unsur: "B" })).count).toBe(2)
    expect(titles(await ask(world, { q: "sampah", unsur: "B", wilayah: "33.08" }))).toEqual(["Sampah empat"])
    expect((await ask(world, { q: "sampah", jenis: "sulap", wilayah: "x", unsur: "Z", setelah: "%%" })).count).toBe(4)
  })

  it.each<Record<string, string>>([{}, { jenis: "kebutuhan" }])(
    "come in pages without a hole or a repetition (%j)",
    async (narrowed) => {
      const world = await withNeeds(
        ...Array.from({ length: 67 }, (_, n) => `Sampah nomor ${n} ${n % 3 === 0 ? "sampah" : "bersih"}`),
      )
      const seen: string[] = []
      let cursor = ""
      for (let pages = 0; pages < 10; pages += 1) {
        const answer = await ask(world, { q: "sampah", ...narrowed, ...(cursor ? { setelah: cursor } : {}) })
        expect(answer.count).toBe(67)
        seen.push(...titles(answer))
        if (answer.next === null) break
        expect(answer.results).toHaveLength(searchPage)
        cursor = answer.next
      }
      expect(seen).toHaveLength(67)
      expect(new Set(seen).size).toBe(67)
    },
  )

  it("of a very broad word are the newest first, in whole pages, and say so", async () => {
    const world = await createWorld()
    const many = mostRanked + 30
    await putAll(
      world.db,
      Array.from({ length: many }, (_, n) => ({
        kind: n < 10 ? ("initiative" as const) : ("need" as const),
        id: String(n),
        findable: thing(`Sampah ${n}`, { at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString() }),
      })),
    )
    const first = await ask(world, { q: "sampah" })
    expect(first).toMatchObject({ broad: true, count: null, kinds: null })
    expect(titles(first)[0]).toBe(`Sampah ${many - 1}`)
    const second = await ask(world, { q: "sampah", setelah: first.next ?? "" })
    expect(titles(second)[0]).toBe(`Sampah ${many - 1 - searchPage}`)
    const few = await ask(world, { q: "sampah", jenis: "inisiatif" })
    expect(few).toMatchObject({ broad: false, count: 10, kinds: null })
  }, 120_000)
})

describe("hostile input", () => {
  const hostile = [
    `"`,
    `'); drop table search_entry; --`,
    `sampah" OR 1 NEAR/3 *`,
    "sampah:* & !air | (kota) <-> \\",
    "title : sampah ^ {a b} + -",
    "\0\0sampah\0",
    "😀🗑️ sampah 👩‍👩‍👧",
    "a".repeat(10_000),
    `${"sampah ".repeat(2_000)}`,
    "%_%",
    "\ud800 \udfff",
    "\u202e\u200b sampah",
    "AND OR NOT NEAR",
    "null undefined __proto__ constructor",
    "ß İ ﬀ ẞ Ǆ",
  ]
  it.each(hostile.map((q) => [q]))("%j is a search like another", async (q) => {
    const world = await withNeeds("Sampah kota")
    const answer = await ask(world, { q })
    expect(answer.results.length).toBeLessThanOrEqual(1)
    if (q.includes("sampah")) expect(titles(answer)).toEqual(["Sampah kota"])
    for (const setelah of [q, "WyIxIiwiMSIsIjEiXQ", "WyJ4Il0"]) await ask(world, { q: "sampah", setelah })
  })
  it("in what is indexed is text like another", async () => {
    const world = await withNeeds(
      ...hostile.map((title, n) => thing(`${title} penanda`, { key: `k-${n}`, body: title })),
    )
    expect((await ask(world, { q: "penanda" })).count).toBe(hostile.length)
  })
})

/** Readers that answer from a map: what is not in it is not public. */
const readersOf = (things: Map<string, Findable>, faults = new Set<string>()): FindableReaders => ({
  ...findable,
  need: {
    async read(_ctx, id) {
      if (faults.has(id)) throw new Error("cannot be read")
      return things.get(id) ?? null
    },
    async ids(_ctx, after, limit) {
      return [...things.keys()]
        .filter((id) => id > after)
        .sort()
        .slice(0, limit)
    },
  },
})

const note = (world: World, ...ids: string[]) =>
  inTransaction(world.db, (trx) => queueSubjects(trx, world.clock.now(), "need", ids))

describe("the index follows what is public", () => {
  it("in titles, words, vocabulary and suggestions, down to nothing", async () => {
    const world = await createWorld()
    const things = new Map([["a", thing("Jembatan gantung")]])
    const readers = readersOf(things)
    await note(world, "a")
    await indexAll(world.services, readers)
    expect((await ask(world, { q: "jembatan" })).count).toBe(1)
    things.set("a", thing("Titian bambu"))
    await note(world, "a", "a", "a")
    expect(await indexAll(world.services, readers)).toBe(1)
    expect(await ask(world, { q: "jembatan" })).toMatchObject({ count: 0, suggestion: null })
    expect((await ask(world, { q: "titian" })).count).toBe(1)
    things.delete("a")
    await note(world, "a")
    await indexAll(world.services, readers)
    expect(await ask(world, { q: "titiann" })).toMatchObject({ count: 0, suggestion: null })
    for (const table of ["searchEntry", "searchWord", "searchVariant", "searchQueue"] as const)
      expect(await world.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  })

  it("when what names an organisation must carry its new name", async () => {
    const world = await createWorld()
    await renewIndex(world.services, readersOf(new Map()))
    const organisation = await world.create.organisation({ name: "Kolintang Lama" })
    const things = new Map([
      ["a", thing("Tari topeng", { context: ["Kolintang Lama"], organisationIds: [organisation.id] })],
    ])
    const readers = readersOf(things)
    await inTransaction(world.db, async (trx) => {
      await queueSubjects(trx, world.clock.now(), "need", ["a"])
      await queueSubjects(trx, world.clock.now(), "organisation", [organisation.id])
    })
    await indexAll(world.services, readers)
    expect((await ask(world, { q: "kolintang" })).count).toBe(2)
    await world.db.updateTable("organisation").set({ name: "Sasando Baru" }).where("id", "=", organisation.id).execute()
    things.set("a", thing("Tari topeng", { context: ["Sasando Baru"], organisationIds: [organisation.id] }))
    await inTransaction(world.db, (trx) => queueSubjects(trx, world.clock.now(), "organisation", [organisation.id]))
    await indexAll(world.services, readers)
    expect(titles(await ask(world, { q: "sasando" })).sort()).toEqual(["Sasando Baru", "Tari topeng"])
    expect((await ask(world, { q: "kolintang" })).count).toBe(0)
  })

  it("and loses what cannot be read, keeps its reason, goes on with the others, and tries again", async () => {
    const world = await createWorld()
    const things = new Map(["a", "b", "c"].map((id) => [id, thing(`Barang ${id} umum`)]))
    const faults = new Set<string>()
    const readers = readersOf(things, faults)
    await note(world, "a", "b", "c")
    await indexAll(world.services, readers)
    faults.add("b")
    await note(world, "a", "b", "c")
    await indexAll(world.services, readers)
    expect((await ask(world, { q: "barang" })).count).toBe(2)
    expect(await world.db.selectFrom("searchQueue").select(["subjectId", "attempts", "lastError"]).execute()).toEqual([
      { subjectId: "b", attempts: 1, lastError: "cannot be read" },
    ])
    faults.clear()
    expect(await indexQueued(world.services, readers)).toBe(0)
    world.clock.turn(61_000)
    await indexAll(world.services, readers)
    expect((await ask(world, { q: "barang" })).count).toBe(3)
  })

  it("when a change is rolled back, and then there is nothing to read", async () => {
    const world = await createWorld()
    await expect(
      inTransaction(world.db, async (trx) => {
        await queueSubjects(trx, world.clock.now(), "need", ["a"])
        throw new Error("rolled back")
      }),
    ).rejects.toThrow("rolled back")
    expect(await indexQueued(world.services, readersOf(new Map([["a", thing("Apa saja")]])))).toBe(0)
  })

  it("whoever reads: two indexers at once write every entry once and count every word right", async () => {
    const world = await createWorld()
    const things = new Map(Array.from({ length: 60 }, (_, n) => [`n${n}`, thing(`Sumur bor ${n}`)]))
    const readers = readersOf(things)
    await note(world, ...things.keys())
    await Promise.all([1, 2].map(() => indexAll(world.services, readers)))
    for (const id of things.keys()) things.set(id, thing(`Sumur gali ${id}`))
    await note(world, ...things.keys())
    await note(world, ...[...things.keys()].reverse())
    await Promise.all([1, 2].map(() => indexAll(world.services, readers)))
    expect((await ask(world, { q: "sumur gali" })).count).toBe(60)
    expect((await ask(world, { q: "bor" })).count).toBe(0)
    expect(await world.db.selectFrom("searchQueue").selectAll().execute()).toEqual([])
    const counted = await world.db
      .selectFrom("searchWord")
      .selectAll()
      .where("word", "in", ["psumur", "pgali"])
      .execute()
    expect(counted.map(({ documents }) => documents)).toEqual([60, 60])
  })
})

describe("making the index anew", () => {
  it("happens where it is of another version, and fills it with what is public: regions from the start", async () => {
    const world = await createWorld()
    expect(await renewIndex(world.services, findable)).toBe(true)
    await indexNow(world.services)
    expect(await renewIndex(world.services, findable)).toBe(false)
    const answer = await ask(world, { q: "magelang", jenis: "wilayah" })
    expect(titles(answer).slice(0, 2).sort()).toEqual(["Kabupaten Magelang", "Kota Magelang"])
    expect(titles(await ask(world, { q: "magelang utara" }))[0]).toBe("Kota Magelang")
    expect((await ask(world, { q: "provinsi", jenis: "wilayah" })).count).toBeGreaterThanOrEqual(38)
    await world.db
      .updateTable("searchState")
      .set({ version: indexVersion - 1 })
      .where("key", "=", "index")
      .execute()
    expect(await renewIndex(world.services, findable)).toBe(true)
  })

  it("drops what should not be in it", async () => {
    const world = await createWorld()
    await inTransaction(world.db, (trx) => writeEntry(trx, "need", newId(), thing("Sisa yang tertinggal")))
    await rebuildIndex(world.services, findable)
    await indexNow(world.services)
    expect((await ask(world, { q: "tertinggal", jenis: "kebutuhan" })).count).toBe(0)
    await indexFromTheStart(world.services)
    const kept = await world.db.selectFrom("searchEntry").select("kind").execute()
    expect(kept.filter(({ kind }) => kind === "region")).toHaveLength(552)
    expect(kept.filter(({ kind }) => kind === "page")).toHaveLength(everyText().length)
    expect(kept).toHaveLength(552 + everyText().length)
  })
})

describe("pages of words", () => {
  /** Pages as the program brings them: by name and language, with a title. */
  const bringing = (edition: number, pages: Readonly<Record<string, string>>): FindableReaders => ({
    ...findable,
    page: {
      read: async (_, id) => {
        const language = id.startsWith("en:") ? "en" : "id"
        const title = pages[id]
        return title === undefined ? null : thing(title, { key: id.slice(3), status: language, language, at: null })
      },
      ids: async () => Object.keys(pages).sort(),
      edition: () => edition,
    },
  })

  it("are found by readers of their language alone, and say where they are", async () => {
    const world = await createWorld()
    await keepIndex(
      world.services,
      bringing(1, { "id:pages/privacy": "Privasi talenta", "en:pages/privacy": "Privacy of talenta" }),
    )
    await putAll(world.db, [{ kind: "need", id: "1", findable: thing("Kebutuhan talenta") }])
    const visitor = world.visitor()
    for (const [locale, title] of [
      ["id", "Privasi talenta"],
      ["en", "Privacy of talenta"],
    ] as const) {
      const answer = await search({ ...visitor, locale }, readSearchFilter(new URLSearchParams({ q: "talenta" })))
      expect(titles(answer).sort()).toEqual(["Kebutuhan talenta", title].sort())
      expect(answer.results.find(({ kind }) => kind === "page")).toMatchObject({
        ...{ key: "pages/privacy", status: locale, at: null },
      })
      expect(answer.kinds).toMatchObject({ page: 1, need: 1 })
    }
    expect(titles(await ask(world, { q: "talenta", jenis: "halaman" }))).toEqual(["Privasi talenta"])
  })

  it("are read again when the program brings another edition of them, and only then", async () => {
    const world = await createWorld()
    const first = bringing(1, { "id:pages/a": "Halaman pertama", "id:pages/b": "Halaman yang dihapus" })
    await keepIndex(world.services, first)
    expect(await renewIndex(world.services, first)).toBe(false)
    const second = bringing(2, { "id:pages/a": "Halaman yang diubah", "id:pages/c": "Halaman yang ditambah" })
    expect(await renewIndex(world.services, second)).toBe(true)
    await indexAll(world.services, second)
    expect(titles(await ask(world, { q: "halaman", jenis: "halaman" })).sort()).toEqual([
      "Halaman yang ditambah",
      "Halaman yang diubah",
    ])
    expect(await renewIndex(world.services, second)).toBe(false)
  })

  it("are every text of the site, without their markup", async () => {
    const world = await createWorld()
    await indexFromTheStart(world.services)
    const { results } = await ask(world, { q: "kebijakan privasi", jenis: "halaman" })
    expect(results[0]).toMatchObject({ kind: "page", key: "pages/privacy", status: "id" })
    const bodies = await world.db
      .selectFrom("searchEntry")
      .select(["subjectId", "body"])
      .where("kind", "=", "page")
      .execute()
    expect(bodies.length).toBeGreaterThan(60)
    for (const { subjectId, body } of bodies) {
      expect(body.length, subjectId).toBeGreaterThan(100)
      // Developers read of markup in them.
      if (/developers|decisions/.test(subjectId)) continue
      expect(body, subjectId).not.toMatch(/<\/?(p|a|li|h2|td|strong)\b|&(amp|quot|#39);|\]\(/)
    }
  })
})
