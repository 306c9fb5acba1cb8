import { beforeEach, describe, expect, test } from "vitest"
import { twoRegions } from "#tests/support/agreements.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import {
  cohortIn,
  type Exchange,
  learnerIn,
  type Place,
  planFields,
  programmeIn,
  sessionIn,
} from "#tests/support/programmes.ts"
import { formFields } from "../agreement-desk/form-fields.ts"

const desk = "/ruang-kerja/belajar"
const first = { name: "Sri Wahyuni, S.STP.", number: "19860926 201505 1 007" }
const second = { name: "Bambang Hartono, S.E.", number: "19870317 201604 2 011" }

let app: TestApp
let sides: Exchange
let programme: string
let cohort: string
let place: Place
let nominee: Place
let session: { id: string; code: string }
let people: Record<
  "host" | "sender" | "learner" | "supervisor" | "nominee" | "member" | "stranger" | "visitor",
  Persona
>

/** Everybody signs in anew: a session does not outlive the days that tests turn the clock by. */
async function signIn(): Promise<void> {
  const { create } = app.world
  people = {
    host: await app.as(sides.jabar.drafter),
    sender: await app.as(sides.magelang.drafter),
    learner: await app.as(place.learner),
    supervisor: await app.as(place.supervisor),
    nominee: await app.as(nominee.learner),
    member: await app.as(await create.member(sides.magelang.organisation.id)),
    stranger: await app.as(await create.member((await create.pemda("33.08")).id, "admin")),
    visitor: app.visitor(),
  }
}

beforeEach(async () => {
  app = await openApp()
  sides = await twoRegions(app.world)
  programme = await programmeIn(app.world, sides, "open")
  cohort = await cohortIn(app.world, sides, programme, "open", { seats: 3 })
  place = await learnerIn(app.world, sides, cohort, "confirmed", first)
  nominee = await learnerIn(app.world, sides, cohort, "nominated", second)
  session = await sessionIn(app.world, sides, cohort)
  app.world.clock.set("2026-03-09T01:30:00.000Z")
  await signIn()
})

/** What each of those who are named is answered: a status, "sign in", or the words that he reads. */
async function answers(path: string): Promise<Record<keyof typeof people, string>> {
  const found = {} as Record<keyof typeof people, string>
  for (const [who, person] of Object.entries(people) as [keyof typeof people, Persona][]) {
    const answer = await person.get(path)
    // Of a number nobody reads more than the last three digits, wherever it stands.
    for (const { number } of [first, second])
      for (const digits of [number, number.replaceAll(" ", ""), number.slice(0, 8)])
        expect(answer.text, `${who} ${path}`).not.toContain(digits)
    found[who] =
      answer.status === 200
        ? pageWords(answer.text)
        : answer.location === `/masuk?lanjut=${encodeURIComponent(path)}`
          ? "sign in"
          : String(answer.status)
  }
  return found
}

describe("who sees what", () => {
  test("of a cohort: names and masked numbers the coordinators of both sides, the frame all others in it", async () => {
    const seen = await answers(`${desk}/angkatan/${cohort}`)
    for (const who of ["host", "sender"] as const)
      for (const expected of [first.name, second.name, "NIP •••••••• •••••• • 007", "NIP •••••••• •••••• • 011"])
        expect(seen[who], who).toContain(expected)
    for (const who of ["learner", "supervisor", "nominee", "member"] as const) {
      expect(seen[who]).toContain("Daftar peserta hanya untuk koordinator kedua daerah.")
      for (const secret of ["Bambang", "Sri Wahyuni", "• 007", "• 011"]) expect(seen[who], who).not.toContain(secret)
    }
    // The programme is public, so its cohort is known to be there.
    expect([seen.stranger, seen.visitor]).toEqual(["403", "sign in"])
  })

  test("of a learner: his superior, the coordinators and he himself, nobody else even that he is one", async () => {
    const seen = await answers(`${desk}/peserta/${place.id}`)
    for (const who of ["host", "sender", "learner", "supervisor"] as const) {
      expect(seen[who], who).toContain("NIP •••••••• •••••• • 007")
      expect(seen[who], who).toContain("Sri Wahyuni, S.STP.")
      expect(seen[who], who).not.toContain("Bambang")
    }
    const others = { nominee: "404", member: "404", stranger: "404", visitor: "sign in" }
    expect(seen).toMatchObject(others)
    expect(await answers(`${desk}/peserta/${nominee.id}`)).toMatchObject({
      ...others,
      nominee: expect.any(String),
      learner: "404",
      supervisor: "404",
    })
  })

  test("of a session: the code the host alone, the presence the coordinators, nothing the learners", async () => {
    const seen = await answers(`${desk}/sesi/${session.id}`)
    expect(seen.host.replaceAll(" ", "")).toContain(session.code)
    expect(seen.host).toContain("Catat kehadiran")
    expect(seen.sender).toContain("0 dari 1 hadir")
    expect(seen.sender.replaceAll(" ", "")).not.toContain(session.code)
    expect(seen.sender).not.toContain("Catat kehadiran")
    // Who has no seat is on no list of presence.
    for (const who of ["host", "sender"] as const) expect(seen[who]).not.toContain("Bambang")
    expect(seen).toMatchObject({ learner: "403", supervisor: "403", nominee: "403", member: "403", stranger: "403" })
    expect(seen.visitor).toBe("sign in")
    expect((await people.host.post(`${desk}/sesi/${session.id}`, { learnerIds: place.id })).status).toBe(303)
    const marked = await answers(`${desk}/sesi/${session.id}`)
    for (const who of ["host", "sender"] as const)
      expect(marked[who]).toMatch(/1 dari 1 hadir .*Sri Wahyuni, S\.STP\. dicatat penyelenggara/)
    for (const path of [`${desk}/angkatan/${cohort}`, `${desk}/peserta/${place.id}`])
      for (const words of Object.values(await answers(path))) expect(words).not.toContain(session.code)
  })

  test("of the whole number: the agency that sends, once it asks, and that it asked is on record", async () => {
    const path = `${desk}/peserta/${place.id}/nomor`
    expect(await answers(path)).toMatchObject({
      ...{ host: "403", learner: "403", supervisor: "403", nominee: "404", member: "404", stranger: "404" },
      visitor: "sign in",
    })
    const shown = () =>
      app.world.db.selectFrom("auditEvent").select("subjectId").where("type", "=", "learner.number_shown").execute()
    expect(await shown()).toEqual([])
    const answer = await people.sender.post(path)
    expect(answer.status).toBe(200)
    expect(pageWords(answer.text)).toContain(first.number)
    expect(answer.headers.get("Cache-Control")).toContain("no-store")
    expect(await shown()).toEqual([{ subjectId: place.id }])
    for (const who of ["host", "learner", "supervisor"] as const)
      expect((await people[who].post(path)).status).toBe(403)
    for (const who of ["nominee", "member", "stranger"] as const)
      expect((await people[who].post(path)).status).toBe(404)
    expect(await shown()).toHaveLength(1)
    expect(JSON.stringify(app.logged)).not.toContain("19860926")
  })

  test("of a draft and of a cohort that is only planned: no stranger even that it is there", async () => {
    const draft = await programmeIn(app.world, sides, "draft", { fields: { title: "Rancangan yang tertutup" } })
    const planned = await cohortIn(app.world, sides, programme, "planned", {
      ...{ name: "Angkatan II", nominateUntil: "2026-04-05", startsOn: "2026-04-09", endsOn: "2026-04-20" },
    })
    const ofDraft = await answers(`${desk}/program/${draft}`)
    expect(ofDraft).toMatchObject({ sender: "404", learner: "404", member: "404", stranger: "404", visitor: "sign in" })
    expect(ofDraft.host).toContain("Rancangan yang tertutup")
    const ofPlanned = await answers(`${desk}/angkatan/${planned}`)
    expect([ofPlanned.stranger, ofPlanned.visitor]).toEqual(["404", "sign in"])
    for (const who of ["host", "sender", "learner"] as const) expect(ofPlanned[who]).toContain("Angkatan II")
    for (const page of ["ubah", "sesi/baru", "pembukaan", "pencalonan"])
      expect((await people.stranger.get(`${desk}/angkatan/${planned}/${page}`)).status, page).toBe(404)
  })

  test("of one's own: where one learns, whom one is the superior of, and the programmes one coordinates", async () => {
    const seen = await answers(desk)
    expect(seen.learner).toContain("Anda belajar di")
    expect(seen.learner).toContain("Buka untuk isi kode hadir")
    expect(seen.supervisor).toContain("Anda atasan peserta")
    expect(seen.supervisor).toContain("Sri Wahyuni, S.STP.")
    expect(seen.host).toContain("Penyelenggara")
    expect(seen.sender).toContain("Pengirim")
    for (const who of ["host", "sender", "member", "stranger", "learner"] as const)
      expect(seen[who], who).not.toContain("Bambang")
    expect(seen.stranger).not.toContain("Belajar manajemen talenta")
    expect(seen.visitor).toBe("sign in")
  })

  test("ends when one leaves: a superior who is no longer with the agency knows nothing more", async () => {
    const path = `${desk}/peserta/${place.id}`
    expect((await people.supervisor.get(path)).status).toBe(200)
    await app.world.db
      .updateTable("membership")
      .set({ endedAt: app.world.clock.now() })
      .where("accountId", "=", place.supervisor.id)
      .execute()
    for (const page of ["", "/rencana/persetujuan", "/rencana/pengembalian"])
      expect((await people.supervisor.get(path + page)).status, page).toBe(404)
    expect((await people.supervisor.get(`${desk}/angkatan/${cohort}/jadwal.ics`)).status).toBe(404)
    expect((await people.learner.get(path)).status).toBe(200)
  })
})

describe("every page", () => {
  test("stands in both languages, without script, with one heading, and is kept by no cache", async () => {
    const module = await app.world.db
      .selectFrom("programmeModule")
      .select("id")
      .where("programmeId", "=", programme)
      .where("ordinal", "=", 2)
      .executeTakeFirstOrThrow()
    const pages: readonly (readonly [keyof typeof people, readonly string[]])[] = [
      [
        "host",
        [
          "",
          "/program/baru",
          ...["", "/ubah", "/modul", "/penerbitan", "/penyelesaian", "/pembatalan", "/angkatan/baru"].map(
            (page) => `/program/${programme}${page}`,
          ),
          ...["kenaikan", "penghapusan"].map((page) => `/program/${programme}/modul/${module.id}/${page}`),
          ...["", "/ubah", "/pembukaan", "/mulai", "/penyelesaian", "/pembatalan", "/sesi/baru"].map(
            (page) => `/angkatan/${cohort}${page}`,
          ),
          ...["", "/ubah", "/pembatalan"].map((page) => `/sesi/${session.id}${page}`),
          ...["konfirmasi", "penolakan", "kelulusan"].map((page) => `/peserta/${nominee.id}/${page}`),
        ],
      ],
      [
        "sender",
        [
          `/angkatan/${cohort}/pencalonan`,
          ...["", "/penarikan", "/atasan", "/nomor"].map((page) => `/peserta/${place.id}${page}`),
        ],
      ],
      ["learner", ["", "/kehadiran", "/rencana", "/rencana/pengajuan"].map((page) => `/peserta/${place.id}${page}`)],
      [
        "supervisor",
        ["", "/rencana/persetujuan", "/rencana/pengembalian"].map((page) => `/peserta/${place.id}${page}`),
      ],
    ]
    for (const [who, paths] of pages)
      for (const path of paths) {
        const texts: string[] = []
        for (const prefix of ["", "/en"]) {
          const answer = await people[who].get(`${prefix}${desk}${path}`)
          expect(answer.status, `${who} ${prefix}${path}`).toBe(200)
          expect(answer.text).not.toContain("<script")
          expect(answer.text.match(/<h1/g), path).toHaveLength(1)
          expect(answer.text).toContain(`<html lang="${prefix === "" ? "id" : "en"}"`)
          expect(answer.headers.get("Cache-Control")).toContain("no-store")
          texts.push(pageWords(answer.text))
        }
        expect(texts[0], path).not.toBe(texts[1])
      }
  })

  test("is sent back to after signing in, and never with a form of another site", async () => {
    const path = `${desk}/peserta/${nominee.id}/konfirmasi`
    expect((await people.visitor.get(path)).location).toBe(`/masuk?lanjut=${encodeURIComponent(path)}`)
    const fields = formFields((await people.host.get(path)).text)
    expect((await people.host.post(path, fields, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403)
    const { status } = await app.world.db
      .selectFrom("learner")
      .select("status")
      .where("id", "=", nominee.id)
      .executeTakeFirstOrThrow()
    expect(status).toBe("nominated")
  })
})

test("from the confirmation to the completion: each page leads on, and every double submission counts once", async () => {
  /** Opens a page and sends its last form twice at once, as a double click does. */
  const twice = async (person: Persona, path: string, change: Record<string, string | string[]> = {}) => {
    const fields = { ...formFields((await person.get(path)).text), ...change }
    const sent = await Promise.all([person.post(path, fields), person.post(path, fields)])
    return sent.map(({ status }) => status).sort()
  }
  const at = (id: string) => `${desk}/peserta/${id}`
  expect(await twice(people.host, `${at(nominee.id)}/konfirmasi`)).toEqual([303, 409])
  expect(await twice(people.host, `${desk}/angkatan/${cohort}/mulai`)).toEqual([303, 409])

  expect(await twice(people.host, `${desk}/sesi/${session.id}`, { learnerIds: [place.id, nominee.id] })).toEqual([
    303, 303,
  ])
  expect(await twice(people.learner, `${at(place.id)}/kehadiran`, { code: session.code })).toEqual([303, 303])
  expect(await app.world.db.selectFrom("attendance").select("means").execute()).toEqual([
    { means: "host" },
    { means: "host" },
  ])

  expect(await twice(people.learner, `${at(place.id)}/rencana`, planFields)).toEqual([303, 409])
  expect(await twice(people.learner, `${at(place.id)}/rencana/pengajuan`)).toEqual([303, 409])
  expect((await people.host.get(`${at(place.id)}/kelulusan`)).text).not.toContain("Semua syarat kelulusan terpenuhi.")
  const early = await people.host.post(
    `${at(place.id)}/kelulusan`,
    formFields((await people.host.get(`${at(place.id)}/konfirmasi`)).text),
  )
  expect(early.status).toBe(409)
  expect(
    await twice(people.supervisor, `${at(place.id)}/rencana/pengembalian`, { remark: "Tambahkan jadwal." }),
  ).toEqual([303, 409])
  expect(pageWords((await people.learner.get(at(place.id))).text)).toContain("Tambahkan jadwal.")
  expect(await twice(people.learner, `${at(place.id)}/rencana`, planFields)).toEqual([303, 409])
  expect(await twice(people.learner, `${at(place.id)}/rencana/pengajuan`)).toEqual([303, 409])
  expect(await twice(people.supervisor, `${at(place.id)}/rencana/persetujuan`)).toEqual([303, 409])
  expect(await twice(people.host, `${at(place.id)}/kelulusan`)).toEqual([303, 409])

  const done = pageWords((await people.learner.get(at(place.id))).text)
  expect(done).toContain("Lulus")
  expect(done).toContain("8 JP")
  const events = await app.world.db
    .selectFrom("auditEvent")
    .select("type")
    .where("subjectId", "=", place.id)
    .orderBy("seq")
    .execute()
  expect(events.map(({ type }) => type)).toEqual([
    "learner.nominated",
    "learner.confirmed",
    "attendance.marked",
    "plan.saved",
    "plan.submitted",
    "plan.returned",
    "plan.saved",
    "plan.submitted",
    "plan.approved",
    "learner.completed",
  ])
})

test("a mark that was wrong is struck with a reason, stays on the page, and the hours go with it", async () => {
  const path = `${desk}/sesi/${session.id}`
  expect((await people.host.post(path, { learnerIds: place.id })).status).toBe(303)
  const { id } = await app.world.db.selectFrom("attendance").select("id").executeTakeFirstOrThrow()
  const strike = `${path}/kehadiran/${id}/pencoretan`
  for (const who of ["sender", "learner", "supervisor", "stranger"] as const)
    expect((await people[who].post(strike, { reason: "x" })).status, who).toBe(403)
  const short = await people.host.post(strike, { reason: "x" })
  expect([short.status, formFields(short.text).reason]).toEqual([422, "x"])
  expect((await people.host.post(`${path}/kehadiran/tidak-ada/pencoretan`, { reason: "x" })).status).toBe(404)
  expect(pageWords((await people.learner.get(`${desk}/peserta/${place.id}`)).text)).toContain("8 JP")
  expect((await people.host.post(strike, { reason: "Peserta ini ternyata sakit." })).status).toBe(303)
  expect((await people.host.post(strike, { reason: "Peserta ini ternyata sakit." })).status).toBe(409)
  for (const who of ["host", "sender"] as const)
    expect(pageWords((await people[who].get(path)).text)).toContain("Dicoret: Peserta ini ternyata sakit.")
  expect(pageWords((await people.learner.get(`${desk}/peserta/${place.id}`)).text)).toContain(
    "Belum ada JP yang dihitung",
  )
})
