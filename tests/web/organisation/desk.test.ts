import { beforeEach, describe, expect, test } from "vitest"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { detailsOf, organisationIn, paper } from "#tests/support/organisations.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
beforeEach(async () => {
  app = await openApp()
})

const { strand: _strand, ...fields } = detailsOf()
const file = (name = "akta.pdf", bytes = paper().bytes, type = "application/pdf") =>
  new File([new Uint8Array(bytes)], name, { type })
const stored = () => app.world.db.selectFrom("organisation").selectAll().execute()

describe("registering an organisation", () => {
  test("stores it with its paper, makes the author its admin, and lets him act for it at once", async () => {
    const person = await app.as(await app.world.create.account())
    expect((await person.get("/ruang-kerja/organisasi/baru")).status).toBe(200)
    const answer = await person.post("/ruang-kerja/organisasi/baru", { ...fields, evidence: file() })
    const [row] = await stored()
    expect([answer.status, answer.location]).toEqual([303, `/ruang-kerja/organisasi/${row?.id}`])
    expect(row).toMatchObject({ name: "Komunitas Sungai Progo", strand: "C", status: "draft" })
    const desk = await person.follow(answer)
    const words = pageWords(desk.text)
    expect(words).toContain("Organisasi dicatat. Anda admin pertamanya")
    expect(words).toContain("Ajukan untuk diverifikasi")
    expect(words).not.toContain("Anda tidak sedang bertindak")
    expect(desk.text).toContain(`href="/ruang-kerja/organisasi/${row?.id}/pengajuan"`)
  })

  test("takes the strand from the form of organisation, whatever strand is sent beside it", async () => {
    const person = await app.as(await app.world.create.account())
    await person.post("/ruang-kerja/organisasi/baru", { ...fields, legalForm: "universitas", strand: "G" })
    expect((await stored())[0]).toMatchObject({ strand: "A", legalForm: "universitas" })
  })

  test("keeps what was typed when it refuses, names each field, and asks for the file again", async () => {
    const person = await app.as(await app.world.create.account())
    const typed = { ...fields, name: "x", contactEmail: "bukan surel", description: "Terlalu <pendek>" }
    for (const [path, sentence] of [
      ["/ruang-kerja/organisasi/baru", "Terlalu pendek."],
      ["/en/ruang-kerja/organisasi/baru", "Too short."],
    ] as const) {
      const answer = await person.post(path, { ...typed, evidence: file() })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('value="x"')
      expect(answer.text).toContain("bukan surel")
      expect(answer.text).toContain("Terlalu &lt;pendek&gt;")
      expect(answer.text).toContain('href="#name"')
      expect(pageWords(answer.text)).toContain(sentence)
    }
    expect(pageWords((await person.post("/ruang-kerja/organisasi/baru", typed)).text)).toContain("pilih lagi")
    expect(await stored()).toEqual([])
  })

  test("refuses a file that is not what it says", async () => {
    const person = await app.as(await app.world.create.account())
    const page = new TextEncoder().encode("<html><script>alert(1)</script>")
    const answer = await person.post("/ruang-kerja/organisasi/baru", { ...fields, evidence: file("akta.pdf", page) })
    expect(answer.status).toBe(422)
    expect(pageWords(answer.text)).toContain(
      "Berkas ini bukan PDF, PNG, atau JPEG. Simpan dalam salah satu bentuk itu, lalu pilih lagi.",
    )
    expect(await stored()).toEqual([])
  })

  test("waits for a proved address, and sends visitors to sign in and back", async () => {
    const unproved = await app.as(await app.world.create.account({ emailVerifiedAt: null }))
    const page = await unproved.get("/ruang-kerja/organisasi/baru")
    expect(pageWords(page.text)).toContain("Pastikan dahulu alamat surel Anda")
    expect(page.text).not.toContain('name="legalForm"')
    expect((await unproved.post("/ruang-kerja/organisasi/baru", fields)).status).toBe(403)
    expect((await app.visitor().get("/ruang-kerja/organisasi/baru")).location).toBe(
      "/masuk?lanjut=%2Fruang-kerja%2Forganisasi%2Fbaru",
    )
  })
})

describe("the desk", () => {
  const pages = [
    "",
    "/ubah",
    "/pengajuan",
    "/riwayat",
    "/anggota",
    "/undangan",
    "/serah-terima",
    "/keluar",
    "/mandat",
    "/mandat/baru",
  ]

  test("renders every page in both languages for its admin, never to be kept by a cache", async () => {
    const { id, admin } = await organisationIn(app.world, "verified")
    const person = await acting(admin, id)
    for (const page of pages)
      for (const language of ["", "/en"]) {
        const answer = await person.get(`${language}/ruang-kerja/organisasi/${id}${page}`)
        expect([page, answer.status]).toEqual([page, 200])
        expect(answer.text.match(/<h1/g)?.length).toBe(1)
        expect(answer.headers.get("Cache-Control")).toContain("no-store")
      }
  })

  test("is not there for strangers; its steps are refused to other roles", async () => {
    const { id } = await organisationIn(app.world, "draft")
    const stranger = await app.as((await organisationIn(app.world, "draft")).admin)
    const member = await app.as(await app.world.create.member(id, "member"))
    for (const page of pages) expect((await stranger.get(`/ruang-kerja/organisasi/${id}${page}`)).status).toBe(404)
    for (const page of ["/ubah", "/pengajuan", "/undangan", "/serah-terima", "/mandat/baru"])
      expect([page, (await member.get(`/ruang-kerja/organisasi/${id}${page}`)).status]).toEqual([page, 403])
    for (const page of ["", "/riwayat", "/anggota", "/mandat", "/keluar"])
      expect((await member.get(`/ruang-kerja/organisasi/${id}${page}`)).status).toBe(200)
    expect((await stranger.post(`/ruang-kerja/organisasi/${id}/pengajuan`, { lockVersion: "0" })).status).toBe(404)
    expect((await member.post(`/ruang-kerja/organisasi/${id}/pengajuan`, { lockVersion: "0" })).status).toBe(403)
  })

  test("says in which organisation's name somebody acts, and offers the switch instead of a form", async () => {
    const one = await organisationIn(app.world, "draft")
    const other = await organisationIn(app.world, "verified", detailsOf({ name: "Yang lain" }))
    await app.world.create.membership(one.admin.id, other.id, "admin")
    const person = await acting(one.admin, other.id)
    const page = await person.get(`/ruang-kerja/organisasi/${one.id}/ubah`)
    expect(page.status).toBe(200)
    expect(pageWords(page.text)).toContain("Anda sekarang bertindak untuk Yang lain.")
    expect(page.text).not.toContain('name="contactPhone"')
    const refused = await person.post(`/ruang-kerja/organisasi/${one.id}/ubah`, { ...fields, lockVersion: "0" })
    expect(refused.status).toBe(403)
    const switched = await person.post("/ruang-kerja/bertindak", {
      organisation: one.id,
      lanjut: `/ruang-kerja/organisasi/${one.id}/ubah`,
    })
    expect(switched.location).toBe(`/ruang-kerja/organisasi/${one.id}/ubah`)
    expect((await person.follow(switched)).text).toContain('name="contactPhone"')
  })

  test("switching leads nowhere else, and not to an organisation that one does not belong to", async () => {
    const { id, admin } = await organisationIn(app.world, "draft")
    const person = await app.as(admin)
    for (const lanjut of [
      "https://jahat.example/",
      "//jahat.example",
      "/\\jahat.example",
      "javascript:alert(1)",
      "\t//x",
    ])
      expect((await person.post("/ruang-kerja/bertindak", { organisation: id, lanjut })).location).toBe("/ruang-kerja")
    const foreign = await app.world.create.organisation()
    const answer = await person.post("/ruang-kerja/bertindak", { organisation: foreign.id })
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })
})

describe("editing", () => {
  test("from an old page is answered with what is stored now and keeps what was typed", async () => {
    const { id, admin } = await organisationIn(app.world, "draft")
    const person = await acting(admin, id)
    const path = `/ruang-kerja/organisasi/${id}/ubah`
    const first = await person.post(path, { ...fields, address: "Jalan Pertama 1", lockVersion: "0" })
    expect([first.status, first.location]).toEqual([303, `/ruang-kerja/organisasi/${id}`])
    const late = await person.post(path, { ...fields, address: "Jalan Kedua 2", lockVersion: "0" })
    expect(late.status).toBe(409)
    const words = pageWords(late.text)
    expect(words).toContain("Data ini sudah diubah orang lain")
    expect(words).toContain("Jalan Pertama 1")
    expect(late.text).toContain('value="Jalan Kedua 2"')
    expect(late.text).toContain('name="lockVersion" value="1"')
    const again = await person.post(path, { ...fields, address: "Jalan Kedua 2", lockVersion: "1" })
    expect(again.status).toBe(303)
  })

  test("of a verified organisation leaves what was verified", async () => {
    const { id, admin } = await organisationIn(app.world, "verified")
    const person = await acting(admin, id)
    const page = await person.get(`/ruang-kerja/organisasi/${id}/ubah`)
    expect(page.text).not.toContain('name="legalForm"')
    await person.post(`/ruang-kerja/organisasi/${id}/ubah`, {
      ...fields,
      name: "Nama lain",
      address: "Jalan Baru 9",
      lockVersion: "2",
    })
    expect((await stored())[0]).toMatchObject({ name: "Komunitas Sungai Progo", address: "Jalan Baru 9" })
  })

  test("a paper can be read by the admin as a download and by nobody else", async () => {
    const { id, admin } = await organisationIn(app.world, "submitted")
    const answer = await (await acting(admin, id)).get(`/ruang-kerja/organisasi/${id}/bukti`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get("Content-Disposition")).toContain('attachment; filename="akta.pdf"')
    expect(answer.headers.get("Content-Type")).toBe("application/pdf")
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff")
    expect(answer.headers.get("Cache-Control")).toBe("no-store")
    const member = await app.as(await app.world.create.member(id, "drafter"))
    expect((await member.get(`/ruang-kerja/organisasi/${id}/bukti`)).status).toBe(403)
    const stranger = await app.as(await app.world.create.account())
    expect((await stranger.get(`/ruang-kerja/organisasi/${id}/bukti`)).status).toBe(404)
    expect((await app.visitor().get(`/ruang-kerja/organisasi/${id}/bukti`)).location).toContain("/masuk?lanjut=")
  })
})

describe("submitting", () => {
  test("closes the details until there is a decision; a second click is told where it stands", async () => {
    const { id, admin } = await organisationIn(app.world, "draft")
    const person = await acting(admin, id)
    const path = `/ruang-kerja/organisasi/${id}/pengajuan`
    const answer = await person.post(path, { lockVersion: "0" })
    expect(pageWords((await person.follow(answer)).text)).toContain("Menunggu sekretariat")
    const again = await person.post(path, { lockVersion: "0" })
    expect(again.status).toBe(409)
    expect(pageWords(again.text)).toContain("Menunggu verifikasi")
    const edit = await person.get(`/ruang-kerja/organisasi/${id}/ubah`)
    expect(pageWords(edit.text)).toContain("Data tidak dapat diubah pada tahap ini")
    expect(edit.text).not.toContain('name="contactPhone"')
  })

  test("after a refusal the desk shows the reason and asks to correct, then to submit again", async () => {
    const { id, admin } = await organisationIn(app.world, "refused")
    const person = await acting(admin, id)
    const desk = pageWords((await person.get(`/ruang-kerja/organisasi/${id}`)).text)
    expect(desk).toContain("Akta belum menyebut pengurus yang sekarang.")
    expect(desk).toContain("Perbaiki data, lalu ajukan kembali")
    app.world.clock.turn(60_000)
    await person.post(`/ruang-kerja/organisasi/${id}/ubah`, {
      ...fields,
      lockVersion: "2",
      evidence: file("akta lengkap.pdf"),
    })
    expect(pageWords((await person.get(`/ruang-kerja/organisasi/${id}`)).text)).toContain(
      "Data sudah Anda ubah sejak ditolak",
    )
    expect((await person.post(`/ruang-kerja/organisasi/${id}/pengajuan`, { lockVersion: "3" })).status).toBe(303)
  })
})

/** Somebody signed in who has chosen to act for this organisation. */
async function acting(account: { id: string }, id: string): Promise<Persona> {
  const person = await app.as(account)
  await person.post("/ruang-kerja/bertindak", { organisation: id })
  return person
}
