import { beforeEach, describe, expect, test } from "vitest"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { governmentWithMandate, organisationIn } from "#tests/support/organisations.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
let examiner: Persona

beforeEach(async () => {
  app = await openApp()
  examiner = await app.as(await app.world.create.secretariat({ name: "Peninjau" }))
})

const reason = "Akta belum menyebut pengurus yang sekarang."
const status = async (table: "organisation" | "mandate", id: string) =>
  (await app.world.db.selectFrom(table).select("status").where("id", "=", id).executeTakeFirstOrThrow()).status

describe("an organisation's case", () => {
  test("shows all that was handed in, with contacts and the paper, in both languages", async () => {
    const { id } = await organisationIn(app.world, "submitted")
    for (const language of ["", "/en"]) {
      const page = await examiner.get(`${language}/admin/organisasi/${id}`)
      expect(page.status).toBe(200)
      const words = pageWords(page.text)
      for (const expected of ["Komunitas Sungai Progo", "Narahubung Rahasia", "0293 555 0101", "Jalan Tepi Sungai 1"])
        expect(words).toContain(expected)
      expect(page.text).toContain(`href="${language}/admin/organisasi/${id}/bukti"`)
      expect(page.text).toContain(`href="${language}/admin/organisasi/${id}/keputusan"`)
      expect(page.headers.get("Cache-Control")).toContain("no-store")
    }
    const paper = await examiner.get(`/admin/organisasi/${id}/bukti`)
    expect(paper.headers.get("Content-Disposition")).toContain('attachment; filename="akta.pdf"')
  })

  test("is refused with a reason that is required, then verified after it was corrected", async () => {
    const { id } = await organisationIn(app.world, "submitted")
    const path = `/admin/organisasi/${id}/keputusan`
    const silent = await examiner.post(path, { decision: "refuse", reason: "", lockVersion: "1" })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('href="#reason"')
    expect(silent.text).toContain('checked="" value="refuse"')
    const none = await examiner.post(path, { reason, lockVersion: "1" })
    expect(none.status).toBe(422)
    expect(none.text).toContain(`${reason}</textarea>`)
    const answer = await examiner.post(path, { decision: "refuse", reason, lockVersion: "1" })
    expect([answer.status, answer.location]).toEqual([303, `/admin/organisasi/${id}`])
    const words = pageWords((await examiner.follow(answer)).text)
    expect(words).toContain("Permintaan perbaikan dikirim")
    expect(words).toContain(reason)
    expect(words).toContain("oleh Peninjau")
    expect(pageWords((await examiner.get(path)).text)).toContain(
      "Tidak ada keputusan yang dapat diambil pada tahap ini",
    )
  })

  test("decided from an old page answers 409 with the newest state and what was typed", async () => {
    const { id } = await organisationIn(app.world, "submitted")
    const path = `/admin/organisasi/${id}/keputusan`
    await app.world.db
      .updateTable("organisation")
      .set({ lockVersion: 5, address: "Jalan yang baru 7" })
      .where("id", "=", id)
      .execute()
    const late = await examiner.post(path, { decision: "refuse", reason, lockVersion: "1" })
    expect(late.status).toBe(409)
    const words = pageWords(late.text)
    expect(words).toContain("Ada yang berubah sejak Anda membuka halaman ini")
    expect(words).toContain("Jalan yang baru 7")
    expect(late.text).toContain(`${reason}</textarea>`)
    expect(late.text).toContain('name="lockVersion" value="5"')
    expect(await status("organisation", id)).toBe("submitted")
    const first = await examiner.post(path, { decision: "verify", lockVersion: "5" })
    expect(first.status).toBe(303)
    const second = await examiner.post(path, { decision: "refuse", reason, lockVersion: "5" })
    expect(second.status).toBe(409)
    expect(pageWords(second.text)).toContain("Terverifikasi")
    expect(await status("organisation", id)).toBe("verified")
  })

  test("is suspended and restored from the same page, and the public page follows", async () => {
    const { id } = await organisationIn(app.world, "verified")
    const path = `/admin/organisasi/${id}/keputusan`
    const page = await examiner.get(path)
    expect(page.text).toContain('value="suspend"')
    expect(page.text).not.toContain('value="verify"')
    await examiner.post(path, { decision: "suspend", reason, lockVersion: "2" })
    expect((await app.visitor().get("/mitra/komunitas-sungai-progo")).status).toBe(404)
    await examiner.post(path, { decision: "restore", reason, lockVersion: "3" })
    expect((await app.visitor().get("/mitra/komunitas-sungai-progo")).status).toBe(200)
  })

  test("is another member's where one belongs to the organisation oneself: a notice, no form, and 403", async () => {
    const { id, admin } = await organisationIn(app.world, "submitted")
    await app.world.db
      .updateTable("account")
      .set({ secretariatSince: app.world.clock.now() })
      .where("id", "=", admin.id)
      .execute()
    const own = await app.as(admin)
    const page = await own.get(`/admin/organisasi/${id}`)
    expect(pageWords(page.text)).toContain("anggota sekretariat lain yang memutuskannya")
    expect(page.text).not.toContain("/keputusan")
    const decision = await own.get(`/admin/organisasi/${id}/keputusan`)
    expect(decision.text).not.toContain('name="decision"')
    const answer = await own.post(`/admin/organisasi/${id}/keputusan`, { decision: "verify", lockVersion: "1" })
    expect(answer.status).toBe(403)
    expect(pageWords(answer.text)).toContain("Anda anggota organisasi ini")
    expect(await status("organisation", id)).toBe("submitted")
  })

  test("is not there before it was handed in", async () => {
    const { id } = await organisationIn(app.world, "draft")
    for (const path of ["", "/keputusan", "/bukti"])
      expect((await examiner.get(`/admin/organisasi/${id}${path}`)).status).toBe(404)
    const answer = await examiner.post(`/admin/organisasi/${id}/keputusan`, { decision: "verify", lockVersion: "0" })
    expect(answer.status).toBe(404)
  })
})

describe("a mandate's case", () => {
  test("shows the mandate with its paper and the state of its organisation, and is decided with a reason", async () => {
    const { organisation, id } = await governmentWithMandate(app.world)
    for (const language of ["", "/en"]) {
      const page = await examiner.get(`${language}/admin/mandat/${id}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain(`href="${language}/ruang-kerja/mandat/${id}/dasar"`)
      expect(page.text).toContain(`href="${language}/admin/organisasi/${organisation.id}"`)
    }
    expect(pageWords((await examiner.get(`/admin/mandat/${id}`)).text)).toContain("Organisasi: Terverifikasi")
    const path = `/admin/mandat/${id}/keputusan`
    const silent = await examiner.post(path, { decision: "refuse", reason: "  ", lockVersion: "0" })
    expect(silent.status).toBe(422)
    const answer = await examiner.post(path, { decision: "verify", reason: "", lockVersion: "0" })
    expect([answer.status, answer.location]).toEqual([303, `/admin/mandat/${id}`])
    expect(pageWords((await examiner.follow(answer)).text)).toContain("Mandat diverifikasi.")
    const late = await examiner.post(path, { decision: "refuse", reason, lockVersion: "0" })
    expect(late.status).toBe(409)
    expect(pageWords(late.text)).toContain("Mandat ini sudah diputuskan")
    expect(await status("mandate", id)).toBe("verified")
  })

  test("from an old page keeps the typed reason and shows the newest version", async () => {
    const { id } = await governmentWithMandate(app.world)
    await app.world.db.updateTable("mandate").set({ lockVersion: 4 }).where("id", "=", id).execute()
    const late = await examiner.post(`/admin/mandat/${id}/keputusan`, { decision: "refuse", reason, lockVersion: "0" })
    expect(late.status).toBe(409)
    expect(late.text).toContain(`${reason}</textarea>`)
    expect(late.text).toContain('name="lockVersion" value="4"')
  })

  test("is another member's where one entered or holds it", async () => {
    const { admin, head, id } = await governmentWithMandate(app.world)
    for (const person of [admin, head]) {
      await app.world.db
        .updateTable("account")
        .set({ secretariatSince: app.world.clock.now() })
        .where("id", "=", person.id)
        .execute()
      const own = await app.as(person)
      expect(pageWords((await own.get(`/admin/mandat/${id}`)).text)).toContain("Anda mencatat atau memegang mandat ini")
      expect((await own.get(`/admin/mandat/${id}/keputusan`)).text).not.toContain('name="decision"')
      const answer = await own.post(`/admin/mandat/${id}/keputusan`, { decision: "verify", lockVersion: "0" })
      expect(answer.status).toBe(403)
    }
    expect(await status("mandate", id)).toBe("entered")
  })
})

describe("the secretariat's pages", () => {
  test("are for the secretariat alone", async () => {
    const { id, admin } = await organisationIn(app.world, "submitted")
    const person = await app.as(admin)
    for (const path of [
      "",
      "/organisasi",
      "/mandat",
      `/organisasi/${id}`,
      `/organisasi/${id}/bukti`,
      `/organisasi/${id}/keputusan`,
    ]) {
      expect([path, (await person.get(`/admin${path}`)).status]).toEqual([path, 403])
      expect((await app.visitor().get(`/admin${path}`)).location).toContain("/masuk?lanjut=")
    }
    const answer = await person.post(`/admin/organisasi/${id}/keputusan`, { decision: "verify", lockVersion: "1" })
    expect(answer.status).toBe(403)
    for (const path of ["/admin/organisasi/tidak-ada", "/admin/mandat/constructor", "/admin/organisasi/%00/keputusan"])
      expect((await examiner.get(path)).status).toBe(404)
  })

  test("start with what has waited longest, whether an organisation or a mandate", async () => {
    expect(pageWords((await examiner.get("/admin")).text)).toContain("Tidak ada yang menunggu keputusan")
    const { id: mandate } = await governmentWithMandate(app.world)
    app.world.clock.turn(60_000)
    const { id } = await organisationIn(app.world, "submitted")
    const page = await examiner.get("/admin")
    const words = pageWords(page.text)
    expect(words).toContain("Periksa mandat Wali Kota Magelang")
    expect(page.text).toContain(`href="/admin/mandat/${mandate}"`)
    expect(page.text).toContain(`href="/admin/organisasi/${id}"`)
    expect((await examiner.get("/en/admin")).status).toBe(200)
  })

  test("list what is in one state, found by word and strand, with what to do where there is nothing", async () => {
    await organisationIn(app.world, "submitted")
    const queue = pageWords((await examiner.get("/admin/organisasi")).text)
    expect(queue).toContain("Komunitas Sungai Progo")
    expect(queue).toContain("1 organisasi")
    const filtered = await examiner.get("/admin/organisasi?unsur=M&q=sungai")
    expect(pageWords(filtered.text)).toContain("Tidak ada organisasi yang cocok")
    expect(pageWords((await examiner.get("/admin/organisasi?keadaan=suspended")).text)).toContain(
      "Tidak ada organisasi dalam keadaan ini",
    )
    expect(pageWords((await examiner.get("/en/admin/mandat")).text)).toContain("No mandate is waiting")
    const { id } = await governmentWithMandate(app.world)
    expect((await examiner.get("/admin/mandat")).text).toContain(`href="/admin/mandat/${id}"`)
    expect((await examiner.get("/admin/mandat?keadaan=ended&setelah=zzz")).status).toBe(200)
  })
})
