import fc from "fast-check"
import ICAL from "ical.js"
import { describe, expect, it } from "vitest"
import { type CalendarEvent, icalendar } from "#app/domain/programme/calendar.ts"
import { cohortCalendar, programmeCalendar, sessionCalendar } from "#app/domain/programme/calendars.server.ts"
import { getProgramme } from "#app/domain/programme/queries.server.ts"
import { cancelSession, changeSession, getSession } from "#app/domain/programme/sessions.server.ts"
import { twoRegions } from "#tests/support/agreements.ts"
import { cohortIn, learnerIn, programmeIn, sessionIn } from "#tests/support/programmes.ts"
import { createWorld } from "#tests/support/world.ts"

const address = ({ slug }: { slug: string }) => `https://simpul.example/belajar/${slug}`

const event = (overrides: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: "0190a0a0-0000-7000-8000-000000000001",
  title: "Mengenal sembilan kotak",
  description: "Belajar manajemen talenta",
  place: "Aula BKD, Bandung; lantai 2",
  startsAt: "2026-03-09T01:00:00.000Z",
  endsAt: "2026-03-09T04:00:00.000Z",
  updatedAt: "2026-03-02T03:00:00.000Z",
  sequence: 0,
  cancelled: false,
  url: "https://simpul.example/belajar/x",
  ...overrides,
})

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return {
    calendar,
    events: calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component)),
  }
}

describe("a calendar file", () => {
  it("reads back word for word in another reader, whatever the words", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 200 }).filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text))
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 4 }), (title, place, lines) => {
        const description = lines.join("\n")
        const text = icalendar(title, [event({ title, place, description })])
        const { events } = read(text)
        expect(events).toHaveLength(1)
        expect(events[0]!.summary ?? "").toBe(title)
        expect(events[0]!.location ?? "").toBe(place)
        expect(events[0]!.description ?? "").toBe(description)
        expect(events[0]!.startDate.toJSDate().toISOString()).toBe("2026-03-09T01:00:00.000Z")
      }),
      { numRuns: 500 },
    )
  })

  it("ends lines in CRLF, breaks them before the 76th octet and never within a character", () => {
    const text = icalendar("Kalender", [event({ title: "ꦲ".repeat(60) + "😀".repeat(40) })])
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true)
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain("\ufffd")
    }
    expect(read(text).events[0]!.summary).toBe("ꦲ".repeat(60) + "😀".repeat(40))
  })

  it("lets nothing that was typed begin a line of its own", () => {
    const text = icalendar("K", [event({ title: "x\r\nATTENDEE:mailto:a@b.example", place: "y\nEND:VCALENDAR\u0000" })])
    expect(text.split("\r\n").filter((line) => /^(ATTENDEE|END:VCALENDAR)/.test(line))).toEqual(["END:VCALENDAR"])
    expect(read(text).events).toHaveLength(1)
  })
})

describe("sessions in calendars", () => {
  it("keep their name over changes, count them, and are called off by their status", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    const programme = await programmeIn(world, sides, "open")
    const cohort = await cohortIn(world, sides, programme, "running")
    const { id } = await sessionIn(world, sides, cohort)
    const host = await world.as(sides.jabar.drafter)
    const of = async () => read((await sessionCalendar(host, id, address)).text).events[0]!
    const first = await of()
    expect(first.uid).toBe(`sesi-${id}@simpul`)
    expect([first.sequence, first.component.getFirstPropertyValue("status")]).toEqual([0, "CONFIRMED"])
    // 08.00 WIB
    expect(first.startDate.toJSDate().toISOString()).toBe("2026-03-09T01:00:00.000Z")

    const session = await getSession(host, id)
    await changeSession(host, id, {
      lockVersion: session.lockVersion,
      ...{ moduleId: session.moduleId, form: session.form, title: session.title, place: "Gedung Sate" },
      ...{ startsAt: "2026-03-10T08:00", endsAt: "2026-03-10T10:00" },
    })
    const second = await of()
    expect([second.uid, second.sequence, second.location]).toEqual([first.uid, 1, "Gedung Sate"])
    await cancelSession(host, id, {
      lockVersion: (await getSession(host, id)).lockVersion,
      reason: "Narasumber berhalangan.",
    })
    const third = await of()
    expect([third.uid, third.sequence, third.component.getFirstPropertyValue("status")]).toEqual([
      first.uid,
      2,
      "CANCELLED",
    ])
  })

  it("are for those who take part; the public one names no learner and no planned cohort", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    const programme = await programmeIn(world, sides, "open")
    const running = await cohortIn(world, sides, programme, "open", { seats: 5 })
    const planned = await cohortIn(world, sides, programme, "planned", { name: "Angkatan II" })
    const place = await learnerIn(world, sides, running, "confirmed", { name: "Nama Rahasia" })
    const nominated = await world.create.member(sides.magelang.organisation.id)
    const { id, code } = await sessionIn(world, sides, running)
    await sessionIn(world, sides, planned, { title: "Sesi yang belum diumumkan" })
    for (const person of [place.learner, place.supervisor, sides.jabar.head, sides.magelang.drafter])
      expect((await cohortCalendar(await world.as(person), running, address)).text).toContain(id)
    const outsiders = [
      world.visitor(),
      await world.as(nominated, null),
      await world.as(await world.create.member((await world.create.pemda("33.08")).id, "admin")),
      await world.as(await world.create.secretariat()),
    ]
    for (const ctx of outsiders) {
      const code = ctx.actor ? "not_found" : "forbidden"
      await expect(cohortCalendar(ctx, running, address)).rejects.toMatchObject({ code })
      await expect(sessionCalendar(ctx, id, address)).rejects.toMatchObject({ code })
    }
    const { slug } = await getProgramme(world.visitor(), programme)
    const open = await programmeCalendar(world.visitor(), slug, address)
    expect(read(open.text).events.map(({ summary }) => summary)).toEqual(["Mengenal sembilan kotak"])
    const everything = open.text.replaceAll("\r\n ", "")
    expect(everything).not.toMatch(/Rahasia|Peserta|Atasan|ATTENDEE|ORGANIZER/)
    expect(everything).not.toContain(code)
  })
})
