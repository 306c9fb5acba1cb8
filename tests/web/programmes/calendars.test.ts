import ICAL from "ical.js"
import { beforeEach, describe, expect, test } from "vitest"
import { cancelCohort } from "#app/domain/programme/cohorts.server.ts"
import { getCohort } from "#app/domain/programme/queries.server.ts"
import { getSession } from "#app/domain/programme/sessions.server.ts"
import { twoRegions } from "#tests/support/agreements.ts"
import { type Answer, openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { cohortIn, type Exchange, learnerIn, type Place, programmeIn, sessionIn } from "#tests/support/programmes.ts"

let app: TestApp
let sides: Exchange
let host: Persona
let slug: string
let cohort: string
let place: Place
let session: { id: string; code: string }
/** The three addresses at which one session stands. */
let files: { session: string; cohort: string; programme: string }

const title = `Mengenal sembilan kotak; bersama, ${"ꦧꦊꦗꦂ ".repeat(12)}dan seterusnya`
const names = { name: "Sri Wahyuni, S.STP.", office: "Kepala Seksi Pemerintahan" }

beforeEach(async () => {
  app = await openApp()
  sides = await twoRegions(app.world)
  const programme = await programmeIn(app.world, sides, "open")
  cohort = await cohortIn(app.world, sides, programme, "open", { seats: 5 })
  place = await learnerIn(app.world, sides, cohort, "confirmed", names)
  session = await sessionIn(app.world, sides, cohort, { title })
  host = await app.as(sides.jabar.drafter)
  slug = (await app.world.db.selectFrom("programme").select("slug").executeTakeFirstOrThrow()).slug
  files = {
    session: `/ruang-kerja/belajar/sesi/${session.id}/jadwal.ics`,
    cohort: `/ruang-kerja/belajar/angkatan/${cohort}/jadwal.ics`,
    programme: `/belajar/${slug}/kalender.ics`,
  }
})

const eventsIn = ({ text }: Answer) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => ({
    uid: component.getFirstPropertyValue("uid"),
    status: component.getFirstPropertyValue("status"),
    sequence: component.getFirstPropertyValue("sequence"),
    summary: component.getFirstPropertyValue("summary"),
    location: component.getFirstPropertyValue("location"),
    start: component.getFirstPropertyValue("dtstart")?.toString(),
    stamp: component.getFirstPropertyValue("dtstamp")?.toString(),
  }))

/** The same session in all three files, as the host's coordinator downloads them. */
async function everywhere() {
  const found = []
  for (const path of Object.values(files)) found.push(...eventsIn(await host.get(path)))
  expect(found).toHaveLength(3)
  expect(found[1]).toEqual(found[0])
  expect(found[2]).toEqual(found[0])
  return found[0]!
}

describe("a calendar over HTTP", () => {
  test("keeps to RFC 5545: CRLF, 75 octets a line, UTC, what is typed escaped", async () => {
    for (const [kind, path] of Object.entries(files)) {
      const answer = await host.get(path)
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8")
      expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[a-z0-9-]+\.ics";/)
      expect(answer.headers.get("Cache-Control")).toContain(kind === "programme" ? "no-cache" : "no-store")
      expect(answer.text.endsWith("END:VCALENDAR\r\n")).toBe(true)
      expect(answer.text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
      const lines = answer.text.split("\r\n")
      for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
      expect(lines.some((line) => line.startsWith(" "))).toBe(true)
      const unfolded = answer.text.replaceAll("\r\n ", "").split("\r\n")
      const times = unfolded.filter((line) => /^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED)/.test(line))
      expect(times).toEqual([
        "DTSTAMP:20260302T030000Z",
        "LAST-MODIFIED:20260302T030000Z",
        "DTSTART:20260309T010000Z",
        "DTEND:20260309T040000Z",
      ])
      expect(unfolded).toContain("LOCATION:Aula BKD\\, Bandung")
      expect(unfolded).toContain(`UID:sesi-${session.id}@simpul`)
      expect(eventsIn(answer).map(({ summary }) => summary)).toEqual([title.trim()])
    }
  })

  test("follows an edit with a higher sequence under the same name, and a cancellation as CANCELLED", async () => {
    const first = await everywhere()
    expect(first).toMatchObject({ sequence: 0, status: "CONFIRMED", location: "Aula BKD, Bandung" })
    app.world.clock.turn(60_000)
    const { moduleId, form, lockVersion } = await getSession(await app.world.as(sides.jabar.drafter), session.id)
    const edit = {
      ...{ lockVersion: String(lockVersion), moduleId, form, title, place: "Gedung Sate" },
      ...{ startsAt: "2026-03-10T13:00", endsAt: "2026-03-10T15:00" },
    }
    expect((await host.post(`/ruang-kerja/belajar/sesi/${session.id}/ubah`, edit)).status).toBe(303)
    const second = await everywhere()
    expect(second).toMatchObject({ uid: first.uid, sequence: 1, status: "CONFIRMED", location: "Gedung Sate" })
    expect(second.start).toBe("2026-03-10T06:00:00Z")
    expect(second.stamp! > first.stamp!).toBe(true)

    const ending = { lockVersion: String(lockVersion + 1), reason: "Narasumber berhalangan hadir." }
    expect((await host.post(`/ruang-kerja/belajar/sesi/${session.id}/pembatalan`, ending)).status).toBe(303)
    expect(await everywhere()).toMatchObject({ uid: first.uid, sequence: 2, status: "CANCELLED" })
  })

  test("of a cohort that is cancelled calls off what was still to come, and leaves what has been", async () => {
    const later = await sessionIn(app.world, sides, cohort, {
      title: "Sesi kedua",
      startsAt: "2026-03-11T08:00",
      endsAt: "2026-03-11T10:00",
    })
    app.world.clock.set("2026-03-10T05:00:00.000Z")
    host = await app.as(sides.jabar.drafter)
    const ctx = await app.world.as(sides.jabar.drafter)
    const { lockVersion } = await getCohort(ctx, cohort)
    await cancelCohort(ctx, cohort, { lockVersion, reason: "Anggaran dialihkan." })
    for (const path of [files.cohort, files.programme]) {
      const found = eventsIn(await host.get(path))
      expect(found.map(({ uid, status, sequence }) => [uid, status, sequence])).toEqual([
        [`sesi-${session.id}@simpul`, "CONFIRMED", 0],
        [`sesi-${later.id}@simpul`, "CANCELLED", 1],
      ])
      expect(found[1]!.stamp).toBe("2026-03-10T05:00:00Z")
    }
  })

  test("is for those who take part; the public one is everybody's and names nobody", async () => {
    const { create } = app.world
    const nominee = await learnerIn(app.world, sides, cohort, "nominated")
    for (const person of [place.learner, place.supervisor, sides.magelang.drafter, sides.jabar.head]) {
      const reader = await app.as(person)
      for (const path of [files.session, files.cohort]) expect((await reader.get(path)).status, path).toBe(200)
    }
    const stranger = await app.as(await create.member((await create.pemda("33.08")).id, "admin"))
    const alone = await app.as(await create.account())
    for (const person of [stranger, alone])
      for (const path of [files.session, files.cohort]) expect((await person.get(path)).status, path).toBe(404)
    for (const path of [files.session, files.cohort])
      expect((await app.visitor().get(path)).location).toBe(`/masuk?lanjut=${encodeURIComponent(path)}`)
    // A nominee's own agency takes part anyway; no file says who is nominated or confirmed.
    const everybody = [place.learner, place.supervisor, nominee.learner, nominee.supervisor].map(({ email }) => email)
    for (const path of Object.values(files)) {
      const said = (await host.get(path)).text.replaceAll("\r\n ", "")
      for (const secret of [...everybody, names.name, "Sri Wahyuni", "Peserta", "Atasan", "ATTENDEE", "ORGANIZER"])
        expect(said).not.toContain(secret)
      expect(said).not.toContain(session.code)
    }
    expect((await app.visitor().get(files.programme)).status).toBe(200)
  })

  test("of a draft, of a planned cohort and of nothing is nobody's to find", async () => {
    const draft = await programmeIn(app.world, sides, "draft")
    const { slug: hidden } = await app.world.db
      .selectFrom("programme")
      .select("slug")
      .where("id", "=", draft)
      .executeTakeFirstOrThrow()
    const programme = (await app.world.db
      .selectFrom("programme")
      .select("id")
      .where("slug", "=", slug)
      .executeTakeFirst())!
    const planned = await cohortIn(app.world, sides, programme.id, "planned", { name: "Angkatan II" })
    const secret = await sessionIn(app.world, sides, planned, { title: "Sesi yang belum diumumkan" })
    for (const person of [app.visitor(), host]) {
      expect((await person.get(`/belajar/${hidden}/kalender.ics`)).status).toBe(404)
      expect((await person.get("/belajar/tidak-ada/kalender.ics")).status).toBe(404)
      expect((await person.get(files.programme)).text).not.toContain(secret.id)
    }
    for (const id of ["x", "00000000-0000-7000-8000-000000000000"]) {
      expect((await host.get(`/ruang-kerja/belajar/sesi/${id}/jadwal.ics`)).status).toBe(404)
      expect((await host.get(`/ruang-kerja/belajar/angkatan/${id}/jadwal.ics`)).status).toBe(404)
    }
  })
})
