import { expect, it } from "vitest"
import { readSearchFilter } from "#app/domain/search/filter.ts"
import { search } from "#app/domain/search/find.server.ts"
import { testDialect } from "#tests/support/database.ts"
import { papers } from "#tests/support/search/corpus.ts"
import { indexFromTheStart, putAll } from "#tests/support/search/index-of.ts"
import { grade, type Judged, judged, type Labels, topicOfPage } from "#tests/support/search/judged.ts"
import { topics } from "#tests/support/search/topics.ts"
import { createWorld } from "#tests/support/world.ts"

const goal = 0.85

const gain = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, value, index) => sum + (2 ** value - 1) / Math.log2(index + 2), 0)

const nameOf = (kind: string, key: string): string => `${kind} ${key}`

it(`ranks as people judged: nDCG@10 of at least ${goal} over ${judged.length} searches`, async () => {
  expect(judged.length).toBeGreaterThanOrEqual(100)
  expect(new Set(judged.map(({ q }) => q)).size).toBe(judged.length)
  const world = await createWorld()
  await indexFromTheStart(world.services)
  const all = papers()
  expect(all.length).toBeGreaterThan(200)
  await putAll(world.db, all)
  const regions = await world.db.selectFrom("region").select(["code", "name"]).execute()
  const labels = new Map<string, Labels>([
    ...all.map((paper) => [nameOf(paper.kind, paper.findable.key), { ...paper, title: paper.findable.title }] as const),
    ...regions.map(
      ({ code, name }) =>
        [nameOf("region", code), { kind: "region" as const, topic: null, region: code, title: name }] as const,
    ),
  ])
  const pages = await world.db
    .selectFrom("searchEntry")
    .select(["urlKey", "title"])
    .where("kind", "=", "page")
    .execute()
  for (const { urlKey, title } of pages)
    labels.set(nameOf("page", urlKey), { kind: "page", topic: topicOfPage[urlKey] ?? null, region: "", title })
  const worth = (asked: Judged, entry: Labels) => grade(asked, entry, topics[asked.topic ?? ""]?.near ?? [])
  const titles = new Set([...labels.values()].map(({ title }) => title))
  expect(judged.flatMap(({ meant = [] }) => meant).filter((title) => !titles.has(title))).toEqual([])
  const figures: { q: string; figure: number; count: number | null }[] = []
  for (const asked of judged) {
    const best = gain([...labels.values()].map((entry) => worth(asked, entry)).sort((a, b) => b - a))
    expect(best, `${asked.q} has something to find`).toBeGreaterThan(0)
    const answer = await search(world.visitor(), readSearchFilter(new URLSearchParams({ q: asked.q })))
    const grades = answer.results.map(({ kind, key }) => worth(asked, labels.get(nameOf(kind, key))!))
    figures.push({ q: asked.q, figure: gain(grades) / best, count: answer.count })
  }
  const mean = figures.reduce((sum, { figure }) => sum + figure, 0) / figures.length
  const weakest = [...figures].sort((a, b) => a.figure - b.figure).slice(0, 16)
  process.stdout.write(
    `nDCG@10 ${testDialect}: ${mean.toFixed(3)} over ${figures.length} searches; weakest: ${weakest
      .map(({ q, figure }) => `${q} ${figure.toFixed(2)}`)
      .join(", ")}\n`,
  )
  expect(mean).toBeGreaterThanOrEqual(goal)
}, 120_000)
