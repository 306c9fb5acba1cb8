import { describe, expect, it } from "vitest"
import { cleanName, sniffType, storeEvidence } from "#app/domain/organisation/evidence.server.ts"
import { evidenceLimit } from "#app/domain/organisation/evidence-limit.ts"
import { examineEvidence, readEvidence } from "#app/domain/organisation/evidence-reading.server.ts"
import { organisationIn, paper } from "#tests/support/organisations.ts"
import { createWorld } from "#tests/support/world.ts"

const bytes = (...start: number[]) => Uint8Array.from([...start, ...new Array(20).fill(0)])
const text = (words: string) => new TextEncoder().encode(words)

describe("what a file is", () => {
  it.each([
    ["a PDF", text("%PDF-1.7\n"), "application/pdf"],
    ["a PNG", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "image/png"],
    ["a JPEG", bytes(0xff, 0xd8, 0xff, 0xe0), "image/jpeg"],
    ["HTML", text("<html><script>alert(1)</script>"), null],
    ["SVG", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), null],
    ["a PDF with something before it", text("x%PDF-1.7"), null],
    ["a GIF", text("GIF89a"), null],
    ["half a signature", bytes(0x89, 0x50), null],
    ["nothing", new Uint8Array(), null],
  ])("%s is told by its first bytes", (_what, content, type) => {
    expect(sniffType(content)?.type ?? null).toBe(type)
  })

  it.each([
    ["akta.pdf", "akta.pdf"],
    ["akta.html", "akta.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\saya\\akta.docx", "akta.pdf"],
    ['akta"; filename="x.exe', "akta; filename=x.pdf"],
    ["a\r\nSet-Cookie: x", "aSet-Cookie x.pdf"],
    ["\u202Efdp.exe", "fdp.pdf"],
    ["...", "berkas.pdf"],
    ["", "berkas.pdf"],
    [".htaccess", "berkas.pdf"],
    ["surat tugas – Ñandú.PDF", "surat tugas – Ñandú.pdf"],
    [`${"a".repeat(300)}.pdf`, `${"a".repeat(100)}.pdf`],
  ])("%j is kept as %j", (name, kept) => {
    expect(cleanName(name, "pdf")).toBe(kept)
  })
})

describe("storing", () => {
  it("refuses an empty file, one that is too large, and one of another type, on the field that it came from", async () => {
    const world = await createWorld()
    const ctx = await world.as(await world.create.account())
    const store = (content: Uint8Array) => storeEvidence(ctx, { name: "akta.pdf", bytes: content }, "basis")
    const large = new Uint8Array(evidenceLimit + 1)
    large.set(text("%PDF-"))
    for (const [content, key] of [
      [new Uint8Array(), "field.fileEmpty"],
      [large, "field.fileLarge"],
      [text("MZ\u0090 this is a program"), "field.fileType"],
    ] as const)
      await expect(store(content)).rejects.toMatchObject({ code: "invalid", key: "form", fields: { basis: [key] } })
    expect(await store(large.subarray(0, evidenceLimit))).toMatchObject({ size: evidenceLimit, name: "akta.pdf" })
  })
})

describe("reading", () => {
  it("is for admins of the organisation and for the secretariat", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "submitted")
    const own = await readEvidence(await world.as(admin), id)
    expect(own).toEqual({ name: "akta.pdf", mediaType: "application/pdf", bytes: paper().bytes })
    expect(await examineEvidence(await world.as(await world.create.secretariat(), null), id)).toEqual(own)
    for (const role of ["drafter", "approver", "member"] as const)
      await expect(readEvidence(await world.as(await world.create.member(id, role)), id)).rejects.toMatchObject({
        code: "forbidden",
      })
    const stranger = await world.as((await organisationIn(world, "draft")).admin)
    await expect(readEvidence(stranger, id)).rejects.toMatchObject({ code: "not_found" })
    await expect(examineEvidence(stranger, id)).rejects.toMatchObject({ code: "forbidden" })
    await expect(examineEvidence(world.visitor(), id)).rejects.toMatchObject({ key: "signInFirst" })
  })

  it("finds nothing where nothing was handed in, or before it was", async () => {
    const world = await createWorld()
    const secretariat = await world.as(await world.create.secretariat(), null)
    const without = await world.create.organisation()
    await expect(examineEvidence(secretariat, without.id)).rejects.toMatchObject({ code: "not_found" })
    const { id } = await organisationIn(world, "draft")
    await expect(examineEvidence(secretariat, id)).rejects.toMatchObject({ code: "not_found" })
  })
})
