import { createHash } from "node:crypto"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { getInitiativeDesk } from "#app/domain/initiative/desk.server.ts"
import { endPartner } from "#app/domain/initiative/partners.server.ts"
import { drawPicture, readPicture, sniffPicture } from "#app/domain/initiative/picture.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { updateForm } from "#app/domain/initiative/schema.ts"
import { publishInitiative } from "#app/domain/initiative/steps.server.ts"
import { getUpdate, postUpdate, withdrawUpdate } from "#app/domain/initiative/updates.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { initiativeArena, initiativeIn, seenAt } from "#tests/support/initiatives.ts"
import { boastful, bomb, photograph, png, tiff, webp } from "#tests/support/pictures.ts"

const words = (overrides: Record<string, unknown> = {}) =>
  updateForm.parse({ title: "Kelas pertama", body: "Dua puluh lurah **hadir**.", ...overrides })

async function arena(options: { published?: boolean } = {}) {
  const { world, sides } = await initiativeArena()
  const id = await initiativeIn(world, sides, "running", options)
  const lead = await world.as(sides.region.drafter)
  const firm = await world.as(sides.firm.drafter)
  const post = async (ctx: Ctx, picture: Uint8Array | null = null, overrides: Record<string, unknown> = {}) =>
    postUpdate(ctx, id, { ...words(picture ? { alt: "Lurah duduk melingkar", ...overrides } : overrides), picture })
  const shown = async () => (await getInitiativeDesk(lead, id)).updates
  return { world, sides, id, lead, firm, post, shown }
}

describe("updates", () => {
  it("stand newest first under their organisation's name, and the lead is told of a partner's", async () => {
    const { world, sides, lead, firm, post, shown, id } = await arena()
    await post(lead)
    expect((await world.mails()).filter(({ kind }) => kind === "initiative-update")).toEqual([])
    world.clock.turn(60_000)
    await post(await world.as(sides.firm.drafter), null, { title: "Ruang latihan siap" })
    expect((await shown()).map(({ title, organisationName, picture }) => [title, organisationName, picture])).toEqual([
      ["Ruang latihan siap", "PT Contoh Karya", null],
      ["Kelas pertama", sides.region.organisation.name, null],
    ])
    const mails = (await world.mails()).filter(({ kind }) => kind === "initiative-update")
    expect(mails.map(({ to }) => to).sort()).toEqual([sides.region.approver.email, sides.region.drafter.email].sort())
    expect(mails[0]?.values).toMatchObject({ update: "Ruang latihan siap", organisation: "PT Contoh Karya", id })
    expect(JSON.stringify(await getInitiativeDesk(firm, id))).not.toContain("authorId")
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  it("sent twice by one form are one, and a key that stands for another is refused", async () => {
    const { sides, world, id, firm, lead, post, shown } = await arena()
    const key = newId()
    expect(await post(firm, null, { id: key })).toBe(key)
    expect(await post(firm, null, { id: key })).toBe(key)
    expect(await shown()).toHaveLength(1)
    await expect(post(lead, null, { id: key })).rejects.toMatchObject({ code: "invalid", key: "form" })
    const second = await initiativeIn(world, sides, "running")
    await expect(postUpdate(firm, second, { ...words({ id: key }), picture: null })).rejects.toMatchObject({
      code: "invalid",
    })
    expect((await seenAt(lead, id)).lockVersion).toBe(2)
  })

  it("are taken back by their own organisation or the lead, once; the rows stay", async () => {
    const { world, sides, id, lead, firm, post, shown } = await arena({ published: true })
    const [ofFirm, another, ofLead] = [await post(firm), await post(firm), await post(lead)]
    const seen = () => seenAt(lead, id)
    for (const person of [sides.campus.approver, sides.firm.member, sides.stranger.approver]) {
      const ctx = await world.as(person)
      await expect(withdrawUpdate(ctx, id, ofFirm, await seen())).rejects.toMatchObject({ code: "forbidden" })
      await expect(getUpdate(ctx, await getInitiative(ctx, id), ofFirm)).rejects.toMatchObject({ code: "forbidden" })
    }
    await expect(withdrawUpdate(firm, id, ofLead, await seen())).rejects.toMatchObject({ code: "forbidden" })
    expect((await getInitiativeDesk(firm, id)).updates.map(({ id: one, mayWithdraw }) => [one, mayWithdraw])).toEqual([
      [ofLead, false] as const,
      [another, true] as const,
      [ofFirm, true] as const,
    ])
    await withdrawUpdate(firm, id, ofFirm, await seen())
    await expect(withdrawUpdate(firm, id, ofFirm, await seen())).rejects.toMatchObject({
      key: "initiative.updateWithdrawn",
    })
    // Who has left can still take back what stands under its name.
    const own = (await getInitiative(firm, id)).partners.find(({ name }) => name === "PT Contoh Karya")!
    await endPartner(firm, id, own.id, await seen())
    await expect(post(firm)).rejects.toMatchObject({ code: "forbidden" })
    await withdrawUpdate(firm, id, another, await seen())
    await withdrawUpdate(lead, id, ofLead, await seen())
    expect(await shown()).toEqual([])
    expect(await world.db.selectFrom("initiativeUpdate").select("id").execute()).toHaveLength(3)
    await expect(withdrawUpdate(lead, id, "bukan-id", await seen())).rejects.toMatchObject({ code: "not_found" })
  })

  it("need a text for their picture, and keep none without one", async () => {
    const { world, firm, post } = await arena()
    const picture = await png()
    for (const [alt, key] of [
      [undefined, "initiative.altRequired"],
      ["ab", "field.tooShort"],
    ])
      await expect(post(firm, picture, { alt })).rejects.toMatchObject({ fields: { alt: [key] } })
    await post(firm, null, { alt: "Tanpa gambar" })
    expect(await world.db.selectFrom("initiativeUpdate").select(["pictureAlt", "pictureSha256"]).execute()).toEqual([
      { pictureAlt: "", pictureSha256: null },
    ])
    expect(updateForm.safeParse({ title: "Kabar", body: "Pendek" }).error?.issues[0]?.message).toBe("field.tooShort")
  })
})

describe("a picture", () => {
  it("is drawn anew: upright, at most 1600 pixels, WebP, without place, camera, owner or profile", async () => {
    const taken = await photograph()
    const before = await sharp(taken).metadata()
    expect([before.orientation, before.exif !== undefined, before.icc !== undefined]).toEqual([6, true, true])
    // The tag under which EXIF keeps where a picture was taken, in either order of bytes.
    expect(["2588", "8825"].some((tag) => before.exif?.toString("hex").includes(tag))).toBe(true)
    const raw = Buffer.from(taken).toString("latin1")
    expect(raw).toContain("Rahasia")
    const { bytes, width, height } = await drawPicture(taken)
    expect(sniffPicture(bytes)).toBe("webp")
    // Lying on its side it was 2400 by 1200.
    expect([width, height]).toEqual([800, 1_600])
    const after = await sharp(bytes).metadata()
    expect([after.width, after.height, after.format]).toEqual([800, 1_600, "webp"])
    expect([after.exif, after.icc, after.iptc, after.xmp, after.orientation]).toEqual(Array(5).fill(undefined))
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Rahasia|EXIF|ICCP|XMP/)
    // The light half was on the left; turned by a quarter it is above.
    const pixel = async (top: number) => {
      const [red = 0] = await sharp(bytes).extract({ left: 400, top, width: 1, height: 1 }).raw().toBuffer()
      return red
    }
    expect(await pixel(100)).toBeGreaterThan(220)
    expect(await pixel(1_500)).toBeLessThan(160)
  })

  it.each([
    ["PNG", png],
    ["WebP", webp],
    ["JPEG", () => photograph(300, 200)],
  ])("that is a small %s keeps its size", async (_format, make) => {
    const { width, height } = await drawPicture(await make())
    expect([width, height].sort()).toEqual([200, 300])
  })

  it.each([
    ["an empty file", async () => new Uint8Array(), "initiative.pictureType"],
    ["a PDF", async () => new TextEncoder().encode("%PDF-1.7\n%%EOF\n"), "initiative.pictureType"],
    ["a drawing with script", async () => new TextEncoder().encode("<svg onload='x()'/>"), "initiative.pictureType"],
    ["a TIFF", tiff, "initiative.pictureType"],
    ["more than 10 MB", async () => new Uint8Array(10_000_001).fill(0xff), "initiative.pictureTooLarge"],
    ["a PNG that unpacks to 400 megapixels", bomb, "initiative.pictureTooLarge"],
    ["a header that promises ten gigapixels", boastful, "initiative.pictureTooLarge"],
    ["three right bytes and no more", async () => new Uint8Array([0xff, 0xd8, 0xff]), "initiative.pictureBroken"],
    ["half a JPEG", async () => (await photograph(900, 600)).slice(0, 2_500), "initiative.pictureBroken"],
    ["half a PNG", async () => (await png(900, 600)).slice(0, 700), "initiative.pictureBroken"],
    ["half a WebP", async () => (await webp(900, 600)).slice(0, 300), "initiative.pictureBroken"],
  ])("is refused when it is %s, and leaves nothing behind", async (_what, make, key) => {
    const { world, firm, post } = await arena()
    await expect(post(firm, await make())).rejects.toMatchObject({ code: "invalid", fields: { picture: [key] } })
    expect(await world.db.selectFrom("initiativeUpdate").select("id").execute()).toEqual([])
  })

  it("is stored under the hash of what is shown, never of what was handed in", async () => {
    const { world, firm, post, shown } = await arena()
    const taken = await photograph(800, 400)
    await post(firm, taken)
    const { picture } = (await shown())[0]!
    const { bytes } = await readPicture(firm, picture!.sha256)
    expect(picture).toMatchObject({ width: 400, height: 800, alt: "Lurah duduk melingkar" })
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(picture!.sha256)
    expect(await world.services.files.has(createHash("sha256").update(taken).digest("hex"))).toBe(false)
  })

  it("is shown to whoever may know of its initiative, until its update is withdrawn", async () => {
    const { world, sides, id, lead, firm, post, shown } = await arena()
    const update = await post(firm, await png())
    const sha256 = (await shown())[0]!.picture!.sha256
    const unknown = { code: "not_found" }
    const stranger = await world.as(sides.stranger.approver)
    for (const ctx of [stranger, world.visitor()]) await expect(readPicture(ctx, sha256)).rejects.toMatchObject(unknown)
    expect(await readPicture(await world.as(sides.campus.member), sha256)).toMatchObject({ published: false })
    const approver = await world.as(sides.region.approver)
    await publishInitiative(approver, id, await seenAt(approver, id))
    expect(await readPicture(world.visitor(), sha256)).toMatchObject({ published: true, mediaType: "image/webp" })
    await withdrawUpdate(firm, id, update, await seenAt(lead, id))
    for (const ctx of [lead, firm, stranger, world.visitor()])
      await expect(readPicture(ctx, sha256)).rejects.toMatchObject(unknown)
    const foreign = await world.services.files.put(new TextEncoder().encode("naskah rahasia"))
    for (const hash of ["x", "../etc/passwd", sha256.toUpperCase(), "0".repeat(64), foreign])
      await expect(readPicture(lead, hash)).rejects.toMatchObject(unknown)
  })
})
