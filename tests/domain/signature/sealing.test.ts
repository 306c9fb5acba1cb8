import { createHash } from "node:crypto"
import { PDF } from "@libpdf/core"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { beforeAll, describe, expect, test } from "vitest"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { sealPdf } from "#app/domain/signature/engine/sealing.server.ts"
import { appendUpdate, bodyOf, handmadePdf, holes, PART } from "./handmade-pdf.ts"
import { SIGNED_AT, seal, twoSigners, verify } from "./signers.ts"

let signers: Awaited<ReturnType<typeof twoSigners>>

beforeAll(async () => {
  signers = await twoSigners()
})

const refusal = (pdf: Uint8Array) =>
  seal(pdf, signers.governor).then(
    () => "sealed",
    (error: unknown) => (isDomainError(error) ? `${error.code} ${error.key}` : String(error)),
  )

const check = (pdf: Uint8Array) => verify(pdf, signers.authority)

/** A PDF/A-2b as the portal renders them. */
function typstPdf(pages: number): Uint8Array {
  const body = Array.from({ length: pages }, (_, page) => `= Pasal ${page + 1}\n#lorem(300)`).join("\n#pagebreak()\n")
  const source = `#set document(title: [Kesepakatan], date: datetime(year: 2025, month: 6, day: 2))\n#set page(numbering: "1")\n${body}`
  return NodeCompiler.create().pdf({ mainFileContent: source }, { pdfStandard: "a-2b" as never })
}

describe("sealing", () => {
  test("a Typst PDF/A takes two seals, each revision a prefix of the next", async () => {
    const base = typstPdf(3)
    const once = await seal(base, signers.governor)
    const twice = await seal(once, signers.mayor)
    expect(Buffer.from(twice.subarray(0, base.length)).equals(Buffer.from(base))).toBe(true)
    expect(Buffer.from(twice.subarray(0, once.length)).equals(Buffer.from(once))).toBe(true)
    const report = check(twice)
    expect(report.verdict).toBe("valid")
    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
    expect(report.signatures.map(({ details }) => details.revision!.sha256)).toEqual([sha256(once), sha256(twice)])
    expect(report.sha256).toBe(sha256(twice))
    expect(report.signatures[0]!.details.certificate).toMatchObject({
      commonName: "Gubernur Jawa Barat (peraga)",
      office: "Gubernur Jawa Barat",
      organisation: "Pemerintah Daerah",
      issuer: "Simpul Uji CA",
      serial: signers.governor.serial,
    })
  })

  test("the update holds the seal and what leads to it, and no more", async () => {
    const base = handmadePdf()
    const once = await seal(base, signers.governor)
    const update = Buffer.from(once.subarray(base.length)).toString("latin1")
    const numbers = [...update.matchAll(/(\d+) 0 obj/g)].map((match) => Number(match[1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual([PART.catalog, PART.page1, 10, 11, 12])
    expect(update).toContain("/SubFilter /ETSI.CAdES.detached")
    expect(update).toContain("/Rect [0 0 0 0]")
    for (const key of ["/DR", "/DA", "/NeedAppearances", "/AP "]) expect(update.includes(key), key).toBe(false)
  })

  test("text with signs that mean something in PDF, or that look like the places to fill, comes out as it went in", async () => {
    for (const reason of [
      "Menyetujui (peraga) \\ dan ) lagi (",
      "/ByteRange [0 9999999999 9999999999 9999999999] /Contents <00>",
      "Ngarsa ꦔ 漢 😀 é",
      "",
    ]) {
      const sealed = await seal(handmadePdf(), signers.governor, { reason })
      const report = check(sealed)
      expect(report.verdict).toBe("valid")
      expect(report.signatures[0]!.details.purpose).toBe(reason === "" ? null : reason)
    }
  })

  test("field names do not collide with those that are there", async () => {
    const form = "/AcroForm << /Fields [60 0 R] >>"
    const field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Simpul1) /Rect [0 0 10 10] /P 3 0 R >>"
    const sealed = await seal(await seal(handmadePdf({ 60: field }, form), signers.governor), signers.mayor)
    expect(check(sealed).verdict).toBe("valid")
    const pdf = await PDF.load(sealed)
    expect(pdf.getForm()!.getFieldNames()).toEqual(["Simpul1", "Simpul2", "Simpul3"])
  })

  test("lists that are objects of their own, of the form and of the page, are extended in place", async () => {
    const page = bodyOf(handmadePdf(), PART.page1).replace("/Type /Page", "/Type /Page /Annots 61 0 R")
    const pdf = handmadePdf({ [PART.page1]: page, 60: "[]", 61: "[]", 62: "<< /Fields 60 0 R >>" }, "/AcroForm 62 0 R")
    const sealed = await seal(await seal(pdf, signers.governor), signers.mayor)
    const report = check(sealed)
    expect(report.signatures.map(({ changesAfter }) => changesAfter)).toEqual(["permitted", "none"])
    expect(report.verdict).toBe("valid")
    expect(bodyOf(sealed, 61).match(/\d+ 0 R/g)).toHaveLength(2)
  })

  test("a file written with cross-reference streams is sealed with one", async () => {
    const made = PDF.create()
    made.addPage().drawText("Kesepakatan", { x: 72, y: 700 })
    const base = await made.save({ useXRefStream: true })
    expect(Buffer.from(base).includes("\nxref\n")).toBe(false)
    const sealed = await seal(await seal(base, signers.governor), signers.mayor)
    expect(Buffer.from(sealed).includes("\nxref\n")).toBe(false)
    expect(check(sealed).verdict).toBe("valid")
  })

  test("seals over a file that goes on after the last revision only by permitted updates", async () => {
    const once = await seal(handmadePdf(), signers.governor)
    const rewritten = appendUpdate(once, { [PART.font]: bodyOf(once, PART.font) })
    expect(check(await seal(rewritten, signers.mayor)).verdict).toBe("valid")
  })

  test("the signature leaves room for a time stamp and is padded with zeros", async () => {
    const sealed = await seal(handmadePdf(), signers.governor)
    const [hole] = holes(sealed)
    const value = Buffer.from(sealed.subarray(hole!.start + 1, hole!.end - 1)).toString("latin1")
    expect(/0*$/.exec(value)![0].length / 2).toBeGreaterThan(8192)
  })
})

describe("what is not sealed", () => {
  test("no PDF, an encrypted one, a damaged one", async () => {
    expect(await refusal(new Uint8Array())).toBe("invalid signature.notPdf")
    expect(await refusal(Buffer.from("PK\u0003\u0004"))).toBe("invalid signature.notPdf")
    const pdf = await PDF.load(handmadePdf())
    pdf.setProtection({ ownerPassword: "pemilik" })
    expect(await refusal(await pdf.save())).toBe("invalid signature.encrypted")
    expect(await refusal(handmadePdf().subarray(0, 900))).toBe("invalid signature.damaged")
    expect(await refusal(Buffer.concat([handmadePdf(), Buffer.from("lebih")]))).toBe("invalid signature.damaged")
    expect(await refusal(handmadePdf({ [PART.pages]: "<< /Type /Pages /Kids [] /Count 0 >>" }))).toBe(
      "invalid signature.damaged",
    )
  })

  test("with a key that is not the certificate's", async () => {
    const order = {
      pdf: handmadePdf(),
      certificate: signers.governor.certificate,
      chain: [],
      privateKey: signers.mayor.privateKey,
      reason: "",
      location: "",
      name: "",
      signedAt: SIGNED_AT,
    }
    await expect(sealPdf(order)).rejects.toThrow(/does not belong/)
  })
})
