import { beforeEach, describe, expect, test } from "vitest"
import { protectNumber } from "#app/domain/programme/number-protection.server.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { type Exchange, exchangeOf, type Learner, prepare, sealAs } from "#tests/support/certificates.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
let exchange: Exchange
let learners: Learner[]
let slug: string
let verifyCode: string

const person = {
  name: "Dyah Ayu Kusumaningrum, S.STP.",
  office: "Lurah Rejowinangun",
  unitName: "Kelurahan Rejowinangun Utara",
  rank: "Penata Tingkat I (III/d)",
  number: "198811172012032005",
}

beforeEach(async () => {
  app = await openApp()
  exchange = await exchangeOf(app.world)
  learners = [
    await exchange.learner({ name: person.name }),
    await exchange.learner({ name: "Bagus Prakoso Wicaksono", status: "confirmed" }),
    await exchange.learner({ name: "Citra Larasati Handayani", status: "nominated", attended: false }),
  ]
  const { id } = learners[0]!
  await app.world.db
    .updateTable("learner")
    .set({
      ...{ office: person.office, unitName: person.unitName, rank: person.rank },
      ...protectNumber(app.world.services.settings.secrets, id, person.number),
    })
    .where("id", "=", id)
    .execute()
  await prepare(app.world, exchange, id)
  await sealAs(app.world, exchange.officer, id)
  slug = (await app.world.db.selectFrom("programme").select("slug").executeTakeFirstOrThrow()).slug
  verifyCode = (await app.world.db.selectFrom("learningCertificate").select("verifyCode").executeTakeFirstOrThrow())
    .verifyCode
})

/** Whatever would tell the public who learns: names, numbers in any spelling, units, offices, addresses, ids, codes. */
const secrets = async (): Promise<string[]> => {
  const { db } = app.world
  const rows = await db.selectFrom("learner").select(["id", "accountId", "supervisorId", "name"]).execute()
  const accounts = await db
    .selectFrom("account")
    .select(["email", "name"])
    .where(
      "id",
      "in",
      rows.flatMap(({ accountId, supervisorId }) => [accountId, supervisorId]),
    )
    .execute()
  const codes = await db.selectFrom("learningSession").select("code").execute()
  return [
    ...rows.flatMap(({ id, accountId, supervisorId, name }) => [id, accountId, supervisorId, name]),
    ...rows.flatMap(({ name }) => name.replace(/,.*/, "").split(" ")),
    ...accounts.flatMap(({ email, name }) => [email, name]),
    ...codes.map(({ code }) => code),
    ...["198811172012032005", "19881117", "201203", "19881117 201203 2 005", "• 005", "•••"],
    ...["19860926", "198609262015051"],
    ...["Rejowinangun", "Kramat Selatan", "Lurah", "Penata Tingkat"],
  ]
}

const pages = () => [
  "/belajar",
  "/belajar?status=open",
  `/belajar/${slug}`,
  `/belajar/${slug}/kalender.ics`,
  "/belajar/praktik/talent-management",
  `/v/${verifyCode}`,
]

describe("what is public of learning", () => {
  test("never names a learner, his number, his unit or his office, in either language, whoever asks", async () => {
    const hidden = await secrets()
    expect(hidden.length).toBeGreaterThan(25)
    const readers = {
      visitor: app.visitor(),
      // Public pages are the same page for those who would know more elsewhere.
      sender: await app.as(exchange.sender.drafter),
      host: await app.as(exchange.host.drafter),
    }
    for (const [who, reader] of Object.entries(readers))
      for (const path of pages())
        for (const prefix of path.endsWith(".ics") ? [""] : ["", "/en"]) {
          const answer = await reader.get(prefix + path)
          expect(answer.status, prefix + path).toBe(200)
          const said = answer.text.replaceAll("\r\n ", "")
          for (const secret of hidden) expect(said.includes(secret), `${who} ${prefix}${path}: ${secret}`).toBe(false)
        }
  })

  test("is not found by what is not public either", async () => {
    const found = pageWords((await app.visitor().get("/belajar?q=Talenta")).text)
    expect(found).toContain("Belajar Manajemen Talenta")
    for (const typed of [
      "Dyah",
      "Kusumaningrum",
      person.number,
      "Rejowinangun",
      person.office,
      (await secrets())[0]!,
    ]) {
      const answer = await app.visitor().get(`/belajar?q=${encodeURIComponent(typed)}`)
      expect(pageWords(answer.text), typed).toContain("Tidak ada program yang cocok")
    }
  })

  test("is there for everybody: counts, modules, cohorts, and a way to the agreement", async () => {
    const shown = {
      "": ["Belajar Manajemen Talenta", "Pemerintah Provinsi Jawa Barat", "2 dari 20 terisi", "Angkatan I"],
      "/en": ["Belajar Manajemen Talenta", "Angkatan I"],
    }
    for (const [prefix, words] of Object.entries(shown)) {
      const answer = await app.visitor().get(`${prefix}/belajar/${slug}`)
      for (const expected of words) expect(pageWords(answer.text)).toContain(expected)
      expect(answer.text).toContain(`lang="${prefix === "" ? "id" : "en"}"`)
      expect(answer.text).toContain(`href="${prefix}/kesepakatan/${exchange.agreementCode}"`)
      expect(answer.text.match(/<h1/g)).toHaveLength(1)
      expect(answer.text).not.toContain("/ruang-kerja/belajar/peserta")
    }
    const listed = await app.visitor().get("/belajar")
    expect(listed.text).toContain(`href="/belajar/${slug}"`)
    expect(pageWords((await app.visitor().get("/belajar?q=tidak+ada+begini")).text)).toContain(
      "Tidak ada program yang cocok",
    )
    expect((await app.visitor().get("/belajar/tidak-ada")).status).toBe(404)
    expect((await app.visitor().get("/belajar/praktik/tidak-ada")).status).toBe(404)
  })

  test("of a certificate is its programme, its hours and initials", async () => {
    for (const prefix of ["", "/en"]) {
      const said = pageWords((await app.visitor().get(`${prefix}/v/${verifyCode}`)).text)
      for (const expected of ["D. A. K.", "Belajar Manajemen Talenta", "Pemerintah Provinsi Jawa Barat"])
        expect(said).toContain(expected)
    }
  })

  test("of a draft or a planned cohort is nothing", async () => {
    await app.world.db.updateTable("cohort").set({ status: "planned", name: "Angkatan rahasia" }).execute()
    expect((await app.visitor().get(`/belajar/${slug}`)).text).not.toContain("Angkatan rahasia")
    await app.world.db.updateTable("programme").set({ status: "draft", publishedAt: null }).execute()
    for (const prefix of ["", "/en"]) {
      expect((await app.visitor().get(`${prefix}/belajar/${slug}`)).status).toBe(404)
      expect((await app.visitor().get(`${prefix}/belajar`)).text).not.toContain(slug)
    }
  })
})
