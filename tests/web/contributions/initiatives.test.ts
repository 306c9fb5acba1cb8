import { beforeEach, expect, test } from "vitest"
import { translator } from "#app/i18n/messages.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { initiativeIn, milestoneIn, outcomeIn } from "#tests/support/initiatives.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { photograph } from "#tests/support/pictures.ts"
import { proposalSides, type Sides } from "#tests/support/proposals.ts"
import { formFields } from "../agreement-desk/form-fields.ts"

const says = translator("id")

let app: TestApp
let sides: Sides
let lead: Persona
let firm: Persona
let stranger: Persona

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
  lead = await app.as(sides.region.approver)
  firm = await app.as(sides.firm.drafter)
  stranger = await app.as(sides.stranger.approver)
})

const slugOf = async (id: string): Promise<string> => {
  const row = await app.world.db.selectFrom("initiative").select("slug").where("id", "=", id).executeTakeFirstOrThrow()
  return row.slug
}

test("before it is published nobody but those who take part knows of it; then everybody reads organisations, no people", async () => {
  const id = await initiativeIn(app.world, sides, "running")
  await milestoneIn(app.world, sides, id)
  await outcomeIn(app.world, sides, id)
  const address = `/inisiatif/${await slugOf(id)}`
  const desk = `/ruang-kerja/inisiatif/${id}`
  expect((await app.visitor().get(address)).status).toBe(404)
  expect((await lead.get(address)).status).toBe(404)
  expect((await stranger.get(desk)).status).toBe(404)
  expect((await firm.get(desk)).status).toBe(200)
  const form = await lead.get(`${desk}/penerbitan`)
  expect((await lead.post(`${desk}/penerbitan`, formFields(form.text))).status).toBe(303)
  for (const prefix of ["", "/en"]) {
    const page = await app.visitor().get(`${prefix}${address}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain("PT Contoh Karya")
    for (const person of [sides.region.approver, sides.region.drafter, sides.campus.drafter, sides.firm.drafter])
      expect(page.text).not.toContain(person.name)
  }
  expect((await stranger.get(desk)).status).toBe(403)
  expect(pageWords((await app.visitor().get("/inisiatif?strand=B")).text)).toContain("Kelas talenta kelurahan")
  expect(pageWords((await app.visitor().get("/inisiatif?strand=M")).text)).toContain(says("initiative.list.nothing"))
})

test("what somebody else stored meanwhile stands beside what was typed, and nothing is overwritten unseen", async () => {
  const id = await initiativeIn(app.world, sides, "running")
  const page = `/ruang-kerja/inisiatif/${id}/ubah`
  const mine = { ...formFields((await lead.get(page)).text), affair: "education", regionCode: "33.71" }
  const other = await app.as(sides.region.drafter)
  expect((await other.post(page, { ...mine, place: "Aula kecamatan" })).status).toBe(303)
  const short = await lead.post(page, { ...mine, title: "A" })
  expect(short.status).toBe(422)
  // A refused form keeps the version that it was made at, so mending a field does not pass over the other's save.
  const mended = { ...formFields(short.text), affair: "education", regionCode: "33.71", title: "Judul yang baru" }
  const late = await lead.post(page, mended)
  expect(late.status).toBe(409)
  expect(pageWords(late.text)).toContain("Aula kecamatan")
  expect(formFields(late.text).title).toBe("Judul yang baru")
  const seen = { ...formFields(late.text), affair: "education", regionCode: "33.71" }
  expect((await lead.post(page, seen)).status).toBe(303)
})

test("figures that can be read in two ways are refused with everything else kept", async () => {
  const id = await initiativeIn(app.world, sides, "running")
  const page = `/ruang-kerja/inisiatif/${id}/capaian`
  const { lockVersion = "" } = formFields((await lead.get(page)).text)
  const outcome = {
    lockVersion,
    indicator: "Warga yang ikut",
    unit: "orang",
    baseline: "1.250",
    source: "Daftar hadir",
  }
  const refused = await lead.post(page, { ...outcome, target: "2,500" })
  expect(refused.status).toBe(422)
  expect(pageWords(refused.text)).toContain(says("errors.initiative.number"))
  expect(formFields(refused.text)).toMatchObject({ indicator: "Warga yang ikut", target: "2,500" })
  expect((await lead.post(page, { ...outcome, target: "2.500,5" })).status).toBe(303)
  const row = await app.world.db.selectFrom("outcome").select(["baseline", "target"]).executeTakeFirstOrThrow()
  expect(row).toEqual({ baseline: "1250", target: "2500.5" })
})

test("a picture is drawn anew without what its camera wrote, needs words, and goes with its update", async () => {
  const id = await initiativeIn(app.world, sides, "running")
  const page = `/ruang-kerja/inisiatif/${id}/kabar`
  const { id: key = "" } = formFields((await firm.get(page)).text)
  const words = { id: key, title: "Hari pertama", body: "Dua puluh orang datang dan belajar bersama." }
  const picture = new File([new Uint8Array(await photograph())], "foto.jpg")
  const silent = await firm.post(page, { ...words, picture })
  expect(silent.status).toBe(422)
  expect(pageWords(silent.text)).toContain(says("errors.initiative.altRequired"))
  expect(formFields(silent.text).body).toBe(words.body)
  const told = { ...words, alt: "Peserta di dalam aula." }
  expect((await firm.post(page, { ...told, picture })).status).toBe(303)
  expect((await firm.post(page, { ...told, picture })).status).toBe(303)
  const updates = await app.world.db.selectFrom("initiativeUpdate").select(["id", "pictureSha256"]).execute()
  expect(updates).toHaveLength(1)
  const address = `/inisiatif/gambar/${updates[0]!.pictureSha256}`
  expect((await app.visitor().get(address)).status).toBe(404)
  expect((await stranger.get(address)).status).toBe(404)
  const own = await firm.get(address)
  expect(own.headers.get("Cache-Control")).toBe("private, no-store")
  expect(own.headers.get("Content-Type")).toBe("image/webp")
  expect(own.text).not.toContain("Rahasia")

  const gone = `/ruang-kerja/inisiatif/${id}/kabar/${updates[0]!.id}/penarikan`
  const { lockVersion = "" } = formFields((await firm.get(gone)).text)
  expect((await firm.post(gone, { lockVersion })).status).toBe(303)
  expect((await firm.get(address)).status).toBe(404)
})

test("a milestone is noted as reached, taken back, and can only then be removed", async () => {
  const id = await initiativeIn(app.world, sides, "running")
  const milestone = await milestoneIn(app.world, sides, id)
  const base = `/ruang-kerja/inisiatif/${id}/tonggak/${milestone}`
  const reach = formFields((await lead.get(`${base}/ketercapaian`)).text)
  expect((await lead.post(`${base}/ketercapaian`, { ...reach, reachedOn: "2099-01-01" })).status).toBe(422)
  expect((await lead.post(`${base}/ketercapaian`, reach)).status).toBe(303)
  const drop = formFields((await lead.get(`${base}/penghapusan`)).text)
  expect((await lead.post(`${base}/penghapusan`, drop)).status).toBe(409)
  const undo = formFields((await lead.get(`${base}/ketercapaian`)).text)
  expect((await lead.post(`${base}/ketercapaian`, undo)).status).toBe(303)
  const again = formFields((await lead.get(`${base}/penghapusan`)).text)
  expect((await lead.post(`${base}/penghapusan`, again)).status).toBe(303)
  expect((await lead.get(`${base}/penghapusan`)).status).toBe(404)
})

test("a partner leaves by itself and then knows only what everybody knows", async () => {
  const id = await initiativeIn(app.world, sides, "running")
  const { id: partner } = await app.world.db
    .selectFrom("initiativePartner")
    .select("id")
    .where("organisationId", "=", sides.firm.organisation.id)
    .executeTakeFirstOrThrow()
  const page = `/ruang-kerja/inisiatif/${id}/mitra/${partner}/pengakhiran`
  const form = await firm.get(page)
  expect(pageWords(form.text)).toContain(says("initiative.partner.leavingLede", { name: "PT Contoh Karya" }))
  expect(await firm.post(page, formFields(form.text))).toMatchObject({
    status: 303,
    location: "/ruang-kerja/inisiatif",
  })
  expect((await firm.get(`/ruang-kerja/inisiatif/${id}`)).status).toBe(404)
})
