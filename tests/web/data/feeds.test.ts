import { parseAtomFeed } from "feedsmith"
import ICAL from "ical.js"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { datasetKeys, datasets } from "#app/domain/publishing/datasets.ts"
import { type Published, publishedWorld } from "#tests/support/open-data.ts"

let published: Published
beforeAll(async () => {
  published = await publishedWorld()
}, 120_000)
afterAll(() => published.close())

const origin = "http://127.0.0.1:3000"
const feedAt = async (path: string) => {
  const answer = await published.read(path)
  expect([answer.status, answer.headers.get("Content-Type")], path).toEqual([
    200,
    "application/atom+xml; charset=utf-8",
  ])
  return parseAtomFeed(answer.text)
}
const linkOf = (links: readonly { rel?: string; href?: string }[] | undefined, rel: string) =>
  links?.find((link) => link.rel === rel)?.href

describe.each(datasetKeys)("the feed of %s", (key) => {
  const { listPath, apiPath } = datasets[key]

  test("is whole: what RFC 4287 asks of a feed and of each entry", async () => {
    for (const prefix of ["", "/en"]) {
      const feed = await feedAt(`${prefix}${listPath}.atom`)
      expect(feed.id).toMatch(/^tag:127\.0\.0\.1,\d{4}-\d\d-\d\d:/)
      expect(feed.authors).toEqual([{ name: "Simpul" }])
      expect(feed.rights?.value).toBe("CC BY 4.0")
      expect(linkOf(feed.links, "self")).toBe(`${origin}${prefix}${listPath}.atom`)
      expect(linkOf(feed.links, "alternate")).toBe(`${origin}${prefix}${listPath}`)
      expect(feed.entries!.length).toBeGreaterThan(0)
      for (const entry of feed.entries!) {
        expect(entry.id).toMatch(/^tag:127\.0\.0\.1,\d{4}-\d\d-\d\d:\w+\/[\w.-]+$/)
        for (const text of [entry.title, entry.summary]) expect(text?.value?.length).toBeGreaterThan(2)
        for (const instant of [entry.updated, feed.updated])
          expect(new Date(String(instant)).toISOString()).toBe(instant)
        expect(linkOf(entry.links, "alternate")).toMatch(new RegExp(`^${origin}${prefix}${listPath}/`))
      }
      expect(new Set(feed.entries!.map(({ id }) => id)).size).toBe(feed.entries!.length)
    }
  })

  test("tells of the same things in both languages, under the same names", async () => {
    const [indonesian, english] = [await feedAt(`${listPath}.atom`), await feedAt(`/en${listPath}.atom`)]
    expect(english.entries!.map(({ id }) => id)).toEqual(indonesian.entries!.map(({ id }) => id))
    expect(english.title?.value).not.toBe(indonesian.title?.value)
  })

  test("leads on until it has told of all", async () => {
    const { data } = JSON.parse((await published.read(`${apiPath}?limit=100`)).text)
    const size = data.length > 20 ? 50 : 1
    const ids: unknown[] = []
    const names = new Set<unknown>()
    let address: string | undefined = `${listPath}.atom?limit=${size}`
    for (let page = 0; address !== undefined && page < 30; page += 1) {
      const feed = await feedAt(address)
      ids.push(...feed.entries!.map(({ id }) => id))
      names.add(feed.id)
      if (page > 0) expect(linkOf(feed.links, "first")).toBe(`${origin}${listPath}.atom?limit=${size}`)
      address = linkOf(feed.links, "next")?.slice(origin.length)
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(data.length)
    expect(names.size).toBe(1)
  })
})

test("a feed tells only of what its filters let through", async () => {
  const feed = await feedAt("/kebutuhan.atom?state=closed")
  expect(feed.entries ?? []).toEqual([])
  expect(feed.id).toContain("state=closed")
})

test("organisations stand in the order in which they were verified, the last first", async () => {
  const { clock, create, db } = published.app.world
  const later = await create.organisation({ name: "Aaa yang terakhir", verifiedAt: "2026-12-31T00:00:00.000Z" })
  const instants = (await feedAt("/mitra.atom")).entries!.map((entry) => String(entry.published))
  expect(instants[0]).toBe("2026-12-31T00:00:00.000Z")
  expect([...instants].sort().reverse()).toEqual(instants)
  await db.updateTable("organisation").set({ verifiedAt: clock.now() }).where("id", "=", later.id).execute()
})

test("what people write cannot leave its place in the feed", async () => {
  const { db } = published.app.world
  const nasty = `</title><script>alert("x")</script> & ]]> \u0007`
  const { id, title } = await db
    .selectFrom("need")
    .select(["id", "title"])
    .where("status", "=", "open")
    .executeTakeFirstOrThrow()
  await db.updateTable("need").set({ title: nasty }).where("id", "=", id).execute()
  const { text } = await published.read("/kebutuhan.atom")
  const read = await feedAt("/kebutuhan.atom")
  await db.updateTable("need").set({ title }).where("id", "=", id).execute()
  expect(text).not.toContain("<script>")
  expect(read.entries!.some((entry) => entry.title?.value === nasty.replace("\u0007", "").trim())).toBe(true)
})

describe("calendars", () => {
  const eventsAt = async (path: string) => {
    const answer = await published.read(path)
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"])
    const calendar = new ICAL.Component(ICAL.parse(answer.text))
    return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event))
  }

  test("the last day of each open need stands on its day", async () => {
    const { data } = JSON.parse((await published.read("/api/v1/needs?state=open&limit=100")).text)
    for (const prefix of ["", "/en"]) {
      const events = await eventsAt(`${prefix}/kebutuhan.ics`)
      expect(events.map(({ startDate }) => [startDate.isDate, startDate.toString()])).toEqual(
        data.map(({ period }: { period: { until: string } }) => [true, period.until]),
      )
      expect(events[0]!.duration.toString()).toBe("P1D")
      expect(events[0]!.summary).toContain(data[0].title)
      expect(events[0]!.component.getFirstPropertyValue("url")).toBe(`${origin}${prefix}/kebutuhan/${data[0].slug}`)
    }
    expect(await eventsAt("/kebutuhan.ics?region=51")).toEqual([])
    expect((await published.read("/kebutuhan.ics?wilayah=51")).status).toBe(400)
  })

  test("sessions of open exchanges that are to come stand in one calendar", async () => {
    const { db, clock } = published.app.world
    const session = await db.selectFrom("learningSession").selectAll().executeTakeFirstOrThrow()
    const cohort = await db
      .selectFrom("cohort")
      .select(["id", "status"])
      .where("id", "=", session.cohortId)
      .executeTakeFirstOrThrow()
    const programme = await db.selectFrom("programme").select(["id", "status"]).executeTakeFirstOrThrow()
    const at = async (startsAt: string, status: "running" | "planned") => {
      await db.updateTable("learningSession").set({ startsAt, endsAt: startsAt }).where("id", "=", session.id).execute()
      await db.updateTable("cohort").set({ status }).where("id", "=", cohort.id).execute()
      return (await eventsAt("/belajar.ics")).filter(({ uid }) => uid.includes(session.id)).length
    }
    await db.updateTable("programme").set({ status: "open" }).where("id", "=", programme.id).execute()
    expect(await at(clock.now(), "running")).toBe(1)
    expect(await at(clock.now(), "planned")).toBe(0)
    expect(await at("2020-01-01T00:00:00.000Z", "running")).toBe(0)
    await db
      .updateTable("learningSession")
      .set({ startsAt: session.startsAt, endsAt: session.endsAt })
      .where("id", "=", session.id)
      .execute()
    await db.updateTable("cohort").set({ status: cohort.status }).where("id", "=", cohort.id).execute()
    await db.updateTable("programme").set({ status: programme.status }).where("id", "=", programme.id).execute()
  })
})
