import { beforeEach, describe, expect, test } from "vitest"
import { minutes } from "#app/domain/kernel/clock.ts"
import { twoRegions } from "#tests/support/agreements.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import {
  cohortFields,
  cohortIn,
  type Exchange,
  freshNumber,
  learnerIn,
  nominationFields,
  type Place,
  planFields,
  programmeFields,
  programmeIn,
  sessionIn,
} from "#tests/support/programmes.ts"
import { formFields } from "../agreement-desk/form-fields.ts"

let app: TestApp
let sides: Exchange
let host: Persona
let sender: Persona
let programme: string
let cohort: string

const desk = "/ruang-kerja/belajar"

beforeEach(async () => {
  app = await openApp()
  sides = await twoRegions(app.world)
  programme = await programmeIn(app.world, sides, "open")
  cohort = await cohortIn(app.world, sides, programme, "open", { seats: 3 })
  host = await app.as(sides.jabar.drafter)
  sender = await app.as(sides.magelang.drafter)
})

/** Values of the chosen options on a page, in their order. */
const chosen = (html: string): string[] =>
  [...html.matchAll(/<option\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\bselected\b/.test(tag))
    .map((tag) => tag.match(/value="([^"]*)"/)?.[1] ?? "")

const sessionFields = async (change: Record<string, string> = {}) => {
  const module = await app.world.db
    .selectFrom("programmeModule")
    .select(["id", "form"])
    .where("programmeId", "=", programme)
    .where("ordinal", "=", 2)
    .executeTakeFirstOrThrow()
  return {
    moduleId: module.id,
    form: module.form,
    title: "Kunjungan ke Gedung Sate",
    startsAt: "2026-03-09T08:00",
    endsAt: "2026-03-09T11:00",
    place: "Jalan Diponegoro 22, Bandung",
    ...change,
  }
}

describe("a refused form keeps what was typed and says what is wrong beside its field", () => {
  test("a session that ends before it begins, is too long, or lies outside its cohort", async () => {
    const path = `${desk}/angkatan/${cohort}/sesi/baru`
    const { lockVersion = "" } = formFields((await host.get(path)).text)
    const wrong: readonly (readonly [Record<string, string>, string])[] = [
      [{ endsAt: "2026-03-09T07:00" }, "Sesi harus berakhir setelah dimulai."],
      [{ endsAt: "2026-03-09T08:00" }, "Sesi harus berakhir setelah dimulai."],
      [{ endsAt: "2026-03-10T08:00" }, "Satu sesi paling lama 16 jam."],
      [
        { startsAt: "2026-03-08T08:00", endsAt: "2026-03-08T09:00" },
        "di antara hari pertama dan hari terakhir angkatan",
      ],
      [
        { startsAt: "2026-03-21T08:00", endsAt: "2026-03-21T09:00" },
        "di antara hari pertama dan hari terakhir angkatan",
      ],
    ]
    for (const [change, message] of wrong) {
      const fields = await sessionFields(change)
      const answer = await host.post(path, { ...fields, lockVersion })
      expect([answer.status, message], message).toEqual([422, message])
      expect(pageWords(answer.text)).toContain(message)
      const { title, place, startsAt, endsAt } = fields
      expect(formFields(answer.text)).toMatchObject({ title, place, startsAt, endsAt, lockVersion })
      expect(chosen(answer.text)).toEqual([fields.moduleId, fields.form])
    }
    expect(await app.world.db.selectFrom("learningSession").select("id").execute()).toEqual([])
    const mended = await host.post(path, { ...(await sessionFields()), lockVersion })
    expect(mended.status).toBe(303)
    expect(pageWords((await host.follow(mended)).text)).toContain("Kunjungan ke Gedung Sate")
  })

  test("fewer seats than are taken, and days that leave a session outside", async () => {
    for (let count = 0; count < 2; count += 1) await learnerIn(app.world, sides, cohort, "confirmed")
    await sessionIn(app.world, sides, cohort)
    const path = `${desk}/angkatan/${cohort}/ubah`
    const opened = formFields((await host.get(path)).text)
    const few = await host.post(path, { ...opened, seats: "1", name: "Angkatan Pertama" })
    expect(few.status).toBe(422)
    expect(pageWords(few.text)).toContain("Sudah ada 2 peserta yang mendapat tempat.")
    expect(formFields(few.text)).toMatchObject({ seats: "1", name: "Angkatan Pertama" })
    const outside = await host.post(path, { ...opened, startsOn: "2026-03-10" })
    expect(outside.status).toBe(422)
    expect(pageWords(outside.text)).toContain("Ada sesi di luar tanggal ini.")
    expect(formFields(outside.text).startsOn).toBe("2026-03-10")
    const backwards = await host.post(path, { ...opened, endsOn: "2026-03-01" })
    expect(pageWords(backwards.text)).toContain("Hari terakhir tidak boleh sebelum hari pertama.")
    expect((await host.post(path, { ...opened, seats: "2" })).status).toBe(303)
    const { seats } = await app.world.db.selectFrom("cohort").select("seats").executeTakeFirstOrThrow()
    expect(seats).toBe(2)
  })

  test("a NIP that cannot be right, part by part, and one that somebody else has", async () => {
    const { create } = app.world
    const learner = await create.member(sides.magelang.organisation.id, "member", { name: "Peserta" })
    const supervisor = await create.member(sides.magelang.organisation.id, "member", { name: "Atasan" })
    const taken = freshNumber()
    await learnerIn(app.world, sides, cohort, "nominated", { number: taken })
    const path = `${desk}/angkatan/${cohort}/pencalonan`
    const office = "Lurah Kramat Selatan, Magelang Utara"
    const wrong: readonly (readonly [string, string])[] = [
      ["19860926 201505 1 01", "Nomor pegawai terdiri atas 18 angka."],
      ["19860926-201505-1-001", "Nomor pegawai terdiri atas 18 angka."],
      ["19860230 201505 1 001", "Delapan angka pertama bukan tanggal lahir yang benar."],
      ["19860926 201513 1 001", "Angka ke-9 sampai ke-14 bukan masa pengangkatan yang benar."],
      ["19860926 203005 1 001", "Angka ke-9 sampai ke-14 bukan masa pengangkatan yang benar."],
      ["19860926 201505 3 001", "Angka ke-15 harus 1 atau 2."],
      ["19860926 201505 1 000", "Tiga angka terakhir tidak boleh 000."],
      [taken, "Nomor ini sudah tercatat untuk orang lain di angkatan ini."],
      [taken.replaceAll(" ", ""), "Nomor ini sudah tercatat untuk orang lain di angkatan ini."],
    ]
    for (const [number, message] of wrong) {
      const fields = nominationFields(learner.id, supervisor.id, { number, office })
      const answer = await sender.post(path, fields)
      expect([number, answer.status]).toEqual([number, 422])
      expect(pageWords(answer.text)).toContain(message)
      expect(formFields(answer.text)).toMatchObject({ number, office, name: fields.name })
      expect(chosen(answer.text)).toEqual([learner.id, supervisor.id, fields.rank, fields.unitCode])
    }
    expect(await app.world.db.selectFrom("learner").select("id").execute()).toHaveLength(1)
    // The thirteenth and fourteenth digit of an NI PPPK are no month.
    const contract = { number: "19860926 201513 1 001", numberKind: "ni_pppk", rank: "Golongan IX", office }
    const right = nominationFields(learner.id, supervisor.id, contract)
    const rank = await sender.post(path, { ...right, rank: "Penata Muda (III/a)" })
    expect(rank.status).toBe(422)
    expect(pageWords(rank.text)).toContain("Pangkat ini tidak sesuai dengan jenis nomor pegawai.")
    expect((await sender.post(path, right)).status).toBe(303)
  })

  test("a plan that is not complete can be saved but not submitted", async () => {
    const place = await learnerIn(app.world, sides, cohort, "confirmed")
    const learner = await app.as(place.learner)
    const path = `${desk}/peserta/${place.id}/rencana`
    expect((await learner.post(path, { planVersion: "", title: "Ab", body: "Baru mulai.", dueOn: "" })).status).toBe(
      303,
    )
    const early = await learner.post(`${path}/pengajuan`, { planVersion: "0" })
    expect(early.status).toBe(422)
    expect(pageWords(early.text)).toContain("Rencana aksi belum lengkap.")
    const date = await learner.post(path, { planVersion: "0", ...planFields, dueOn: "30-06-2026" })
    expect(date.status).toBe(422)
    expect(formFields(date.text)).toMatchObject({ body: planFields.body, planVersion: "0" })
    expect((await learner.post(path, { planVersion: "0", ...planFields })).status).toBe(303)
    expect((await learner.post(`${path}/pengajuan`, { planVersion: "1" })).status).toBe(303)
  })
})

describe("a code that is typed", () => {
  let place: Place
  let learner: Persona
  let path: string
  let session: { id: string; code: string }
  const wrong = (code: string) => (code.startsWith("A") ? `B${code.slice(1)}` : `A${code.slice(1)}`)

  beforeEach(async () => {
    place = await learnerIn(app.world, sides, cohort, "confirmed")
    session = await sessionIn(app.world, sides, cohort)
    path = `${desk}/peserta/${place.id}/kehadiran`
    app.world.clock.set("2026-03-09T01:30:00.000Z")
    learner = await app.as(place.learner)
  })
  const marks = () => app.world.db.selectFrom("attendance").select("means").execute()

  test("wrongly is refused with what was typed, and too often for a while altogether", async () => {
    for (let tries = 1; tries <= 12; tries += 1) {
      const answer = await learner.post(path, { code: wrong(session.code) })
      expect([tries, answer.status]).toEqual([tries, 422])
      expect(pageWords(answer.text)).toContain("Kode ini tidak cocok.")
      expect(formFields(answer.text).code).toBe(wrong(session.code))
    }
    const shut = await learner.post(path, { code: session.code })
    expect([shut.status, shut.headers.get("Retry-After")]).toEqual([429, String(minutes(15) / 1000)])
    expect(pageWords(shut.text)).toContain("Terlalu banyak percobaan. Tunggu 900 detik")
    expect(await marks()).toEqual([])
    app.world.clock.turn(minutes(15) + 1)
    const open = await learner.post(path, { code: session.code.toLowerCase() })
    expect(open.status).toBe(303)
    expect(pageWords((await learner.follow(open)).text)).toContain("Hadir")
    expect(await marks()).toEqual([{ means: "code" }])
    // Once more, as a telephone on a slow line does.
    expect((await learner.post(path, { code: ` ${session.code} ` })).status).toBe(303)
    expect(await marks()).toHaveLength(1)
  })

  test("at the wrong hour says when it counts, to the minute", async () => {
    const at = async (instant: string) => {
      app.world.clock.set(instant)
      return (await learner.post(path, { code: session.code })).status
    }
    expect(await at("2026-03-09T00:44:59.999Z")).toBe(422)
    expect(await at("2026-03-09T04:30:00.001Z")).toBe(422)
    const late = await learner.post(path, { code: session.code })
    expect(pageWords(late.text)).toContain("Kode ini berlaku dari 15 menit sebelum sesi sampai 30 menit sesudahnya.")
    expect(await at("2026-03-09T04:30:00.000Z")).toBe(303)
  })

  test("counts for nobody whose place it is not, and not after the session was called off", async () => {
    for (const person of [place.supervisor, sides.magelang.drafter, sides.jabar.drafter])
      expect((await (await app.as(person)).post(path, { code: session.code })).status).toBe(403)
    const other = await app.as(await app.world.create.member(sides.magelang.organisation.id))
    expect((await other.post(path, { code: session.code })).status).toBe(404)
    const coordinator = await app.as(sides.jabar.drafter)
    const ending = { lockVersion: "0", reason: "Narasumber berhalangan hadir." }
    expect((await coordinator.post(`${desk}/sesi/${session.id}/pembatalan`, ending)).status).toBe(303)
    const answer = await learner.post(path, { code: session.code })
    expect(answer.status).toBe(422)
    expect(await marks()).toEqual([])
  })
})

describe("of two who change the same at once the later one is shown both texts and overwrites nothing unseen", () => {
  /**
   * Opens the page at `path` twice, saves `theirs` from one, then `mine` with a mistake and without one from the other:
   * the mistake does not make the form forget what it has not seen.
   */
  async function collide(
    path: string,
    people: readonly [Persona, Persona],
    given: { base: Record<string, string>; theirs: Record<string, string>; mine: Record<string, string> },
    options: { version?: string; mistake: Record<string, string>; shown: string },
  ): Promise<void> {
    const { version = "lockVersion", mistake, shown } = options
    const opened = { ...given.base, [version]: formFields((await people[1].get(path)).text)[version] ?? "" }
    expect((await people[0].post(path, { ...opened, ...given.theirs })).status).toBe(303)
    const mistaken = await people[1].post(path, { ...opened, ...given.mine, ...mistake })
    expect(mistaken.status).toBe(422)
    expect(formFields(mistaken.text)[version]).toBe(opened[version])

    const answer = await people[1].post(path, {
      ...opened,
      ...given.mine,
      [version]: formFields(mistaken.text)[version]!,
    })
    expect(answer.status).toBe(409)
    expect(pageWords(answer.text)).toContain(shown)
    expect(formFields(answer.text)).toMatchObject(given.mine)
    const seen = formFields(answer.text)[version]!
    expect(seen).not.toBe(opened[version])
    expect((await people[1].post(path, { ...opened, ...given.mine, [version]: seen })).status).toBe(303)
  }

  test("a programme's words", async () => {
    const { agreement: _, clauseKey: __, ...base } = programmeFields("")
    await collide(
      `${desk}/program/${programme}/ubah`,
      [await app.as(sides.jabar.approver), host],
      { base, theirs: { title: "Judul dari rekan" }, mine: { title: "Judul dari saya" } },
      { mistake: { summary: "Pendek" }, shown: "Judul program Judul dari rekan" },
    )
    const { title } = await app.world.db.selectFrom("programme").select("title").executeTakeFirstOrThrow()
    expect(title).toBe("Judul dari saya")
  })

  test("a programme's aims: what a browser sends with its own line ends is the same text", async () => {
    const path = `${desk}/program/${programme}/ubah`
    const { agreement: _, clauseKey: __, ...base } = programmeFields("")
    const colleague = await app.as(sides.jabar.approver)
    const mine = { ...base, aims: base.aims.replaceAll("\n", "\r\n") }
    const save = async (change: Record<string, string>) => {
      const lockVersion = formFields((await host.get(path)).text).lockVersion ?? ""
      expect((await colleague.post(path, { ...base, ...change, lockVersion })).status).toBe(303)
      const late = await host.post(path, { ...mine, lockVersion })
      expect(late.status).toBe(409)
      return pageWords(late.text)
    }
    expect(await save({ title: "Judul dari rekan" })).not.toContain("Tujuan belajar Memahami")
    expect(await save({ aims: "Memahami tujuan yang lain" })).toContain("Tujuan belajar Memahami tujuan yang lain")
  })

  test("a cohort's seats and days", async () => {
    const base = Object.fromEntries(
      Object.entries(cohortFields({ seats: 3 })).map(([name, value]) => [name, String(value)]),
    )
    await collide(
      `${desk}/angkatan/${cohort}/ubah`,
      [await app.as(sides.jabar.approver), host],
      { base, theirs: { seats: "9", endsOn: "2026-03-25" }, mine: { name: "Angkatan Pertama" } },
      { mistake: { seats: "0" }, shown: "Jumlah tempat 9 Hari terakhir 25 Maret 2026" },
    )
  })

  test("a session's place and time", async () => {
    const { id } = await sessionIn(app.world, sides, cohort)
    await collide(
      `${desk}/sesi/${id}/ubah`,
      [await app.as(sides.jabar.approver), host],
      {
        base: await sessionFields(),
        theirs: { place: "Gedung Pakuan", startsAt: "2026-03-09T09:00" },
        mine: { place: "Gedung Sate" },
      },
      {
        mistake: { title: "x" },
        shown: "Tempat atau tautan pertemuan Gedung Pakuan Mulai 9 Maret 2026, 09:00 WIB",
      },
    )
  })

  test("an action plan, on two telephones of one learner", async () => {
    const place = await learnerIn(app.world, sides, cohort, "confirmed")
    await collide(
      `${desk}/peserta/${place.id}/rencana`,
      [await app.as(place.learner), await app.as(place.learner)],
      { base: planFields, theirs: { title: "Rencana dari telepon" }, mine: { title: "Rencana dari komputer" } },
      { version: "planVersion", mistake: { dueOn: "besok" }, shown: "Rencana dari telepon" },
    )
  })

  test("a decision on a page that has gone by is refused, and the page shows the state of now", async () => {
    const place = await learnerIn(app.world, sides, cohort, "nominated")
    const path = `${desk}/peserta/${place.id}`
    const opened = formFields((await host.get(`${path}/konfirmasi`)).text)
    expect((await sender.post(`${path}/penarikan`, { ...opened, reason: "Pegawai ini pindah tugas." })).status).toBe(
      303,
    )
    const late = await host.post(`${path}/konfirmasi`, opened)
    expect(late.status).toBe(409)
    expect(pageWords(late.text)).toContain("Ditarik")
    const { status } = await app.world.db.selectFrom("learner").select("status").executeTakeFirstOrThrow()
    expect(status).toBe("withdrawn")
  })
})
