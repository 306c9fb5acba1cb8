import { PDF, rgb } from "@libpdf/core"
import { beforeAll, describe, expect, test } from "vitest"
import { judgeAgainstRegister, standingInRegister } from "#app/domain/signature/engine/verification/register.ts"
import {
  appendUpdate,
  bodyOf,
  handmadePdf,
  holes,
  lastStart,
  PART,
  replaceText,
  rootOf,
  stream,
  TEXT_ON_PAGE_1,
  withBytes,
} from "./handmade-pdf.ts"
import { changeKinds, newAuthority, newSigner, reasonsOf, type Signer, seal, twoSigners, verify } from "./signers.ts"

let signers: Awaited<ReturnType<typeof twoSigners>>
let base: Buffer
let once: Uint8Array
let twice: Uint8Array

const check = (pdf: Uint8Array) => verify(pdf, signers.authority)

beforeAll(async () => {
  signers = await twoSigners()
  base = handmadePdf()
  once = await seal(base, signers.governor)
  twice = await seal(once, signers.mayor)
})

describe("two seals", () => {
  test("are valid, the second over the first, and each begins with the bytes before it", () => {
    const report = check(twice)
    expect(report.verdict).toBe("valid")
    expect(report.signatures).toMatchObject([
      {
        signer: "Gubernur Jawa Barat (peraga)",
        signedAt: "2025-06-02T03:04:05.000Z",
        intact: true,
        coversWholeFile: false,
        changesAfter: "permitted",
        trusted: true,
        reasons: [],
        details: { additions: ["verification.addition.signature"], revision: { bytes: once.length } },
      },
      { signer: "Wali Kota Magelang (peraga)", coversWholeFile: true, changesAfter: "none", reasons: [] },
    ])
    expect(Buffer.from(twice.subarray(0, once.length)).equals(Buffer.from(once))).toBe(true)
    expect(Buffer.from(once.subarray(0, base.length)).equals(base)).toBe(true)
  })

  test("one seal alone is valid and covers the whole file", () => {
    expect(check(once)).toMatchObject({
      verdict: "valid",
      signatures: [{ coversWholeFile: true, changesAfter: "none" }],
    })
  })

  test("a line end after the last byte changes nothing, but the file is no longer covered whole", () => {
    const report = check(Buffer.concat([twice, Buffer.from("\n")]))
    expect(report).toMatchObject({ verdict: "valid" })
    expect(report.signatures[1]).toMatchObject({ coversWholeFile: false, changesAfter: "none" })
  })
})

describe("bytes flipped in place", () => {
  test("in the text: both seals say that the content changed", () => {
    const report = check(replaceText(twice, TEXT_ON_PAGE_1, TEXT_ON_PAGE_1.replace("sepakat", "sepakit")))
    expect(report.verdict).toBe("changed")
    expect(report.signatures.map(({ intact }) => intact)).toEqual([false, false])
    expect(reasonsOf(report, 0)).toEqual(["contentChanged"])
    expect(reasonsOf(report, 1)).toEqual(["contentChanged"])
  })

  test("in the update of the second seal: the first stays intact", () => {
    const report = check(replaceText(twice, "/Location <42", "/Location <43", once.length))
    expect(report.verdict).toBe("changed")
    expect(report.signatures.map(({ intact }) => intact)).toEqual([true, false])
    expect(reasonsOf(report, 1)).toEqual(["contentChanged"])
  })

  test("in the signature value: invalid, not changed", () => {
    const hole = holes(twice)[1]!
    const cms = Buffer.from(twice.subarray(hole.start + 1, hole.end - 1)).toString("latin1")
    const last = cms.replace(/0+$/, "").length - 20
    const flipped = cms[last] === "a" ? "b" : "a"
    const report = check(withBytes(twice, hole.start + 1 + last, flipped))
    expect(report.verdict).toBe("invalid")
    expect(reasonsOf(report, 1)).toContain("signatureWrong")
    expect(report.signatures[1]).toMatchObject({ intact: false, trusted: false })
    expect(report.signatures[0]!.intact).toBe(true)
  })

  test("in the CMS of the first seal: the second seal covers it and sees it too", () => {
    const hole = holes(twice)[0]!
    const at = hole.start + 1 + 600
    const flipped = String.fromCharCode(twice[at]!) === "a" ? "b" : "a"
    const report = check(withBytes(twice, at, flipped))
    expect(report.verdict).toBe("changed")
    expect(report.signatures.map(({ intact }) => intact)).toEqual([false, false])
    expect(reasonsOf(report, 1)).toEqual(["contentChanged"])
  })

  test("in the padding behind the CMS, which no digest covers", () => {
    const hole = holes(twice)[1]!
    const report = check(withBytes(twice, hole.end - 11, "1"))
    expect(report.verdict).toBe("changed")
    expect(reasonsOf(report, 1)).toEqual(["paddingNotZero"])
    expect(report.signatures[1]!.intact).toBe(false)
  })

  test("in the case of one hex digit, which stands for the same value", () => {
    const hole = holes(twice)[1]!
    const at = Buffer.from(twice).indexOf("a", hole.start)
    const report = check(withBytes(twice, at, "A"))
    expect(report.verdict).toBe("invalid")
    expect(reasonsOf(report, 1)).toContain("contentsNotHex")
  })

  test("in parts of the CMS that nothing signs and that a lenient reader passes over", () => {
    const hole = holes(twice)[1]!
    const at = (hex: string, from = hole.start) => Buffer.from(twice).indexOf(hex, from, "latin1")
    const afterData = at("06092a864886f70d010701")
    const places: [position: number, digits: string, what: string][] = [
      [hole.start + 3, "81", "the form of the outer length"],
      [hole.start + 5, "1c", "the outer length, into the padding"],
      [at("020101") + 4, "03", "the version"],
      [at("a0820", afterData) + 8, "a0", "the kind of the first certificate"],
      [at("06092a864886f70d01010b0500", at("06092a864886f70d010934") + 80) + 22, "04", "parameters of the algorithm"],
    ]
    for (const [position, digits, what] of places) {
      expect(Buffer.from(twice.subarray(position, position + 2)).toString("latin1"), what).not.toBe(digits)
      const report = check(withBytes(twice, position, digits))
      expect(report.verdict, what).toBe("invalid")
      expect(report.signatures[1]!.intact, what).toBe(false)
    }
  })

  test("a byte range with a gap", () => {
    const [, hole] = holes(twice)
    const report = check(replaceText(twice, `${hole!.start} `, `${hole!.start - 1} `, once.length))
    expect(report.verdict).toBe("invalid")
    expect(reasonsOf(report, 1)).toContain("byteRangeGap")
    expect(report.signatures[1]).toMatchObject({ intact: false, coversWholeFile: false })
  })

  test("a byte range that ends before the end of its revision", () => {
    const text = Buffer.from(twice).toString("latin1")
    const range = /\/ByteRange \[0 \d+ +\d+ +(\d+)/.exec(text.slice(once.length))!
    const shorter = String(Number(range[1]) - 10)
    const report = check(replaceText(twice, range[0], range[0].slice(0, -range[1]!.length) + shorter, once.length))
    expect(report.verdict).not.toBe("valid")
    expect(reasonsOf(report, 1)).toContain("revisionUnreadable")
  })
})

describe("later updates", () => {
  const appended = (objects: Record<number, string>, options?: Parameters<typeof appendUpdate>[2]) =>
    check(appendUpdate(twice, objects, options))

  const expectForbidden = (report: ReturnType<typeof check>, kinds: string[]) => {
    expect(report.verdict).toBe("changed")
    for (const [index, signature] of report.signatures.entries()) {
      expect(signature).toMatchObject({ intact: true, changesAfter: "forbidden", coversWholeFile: false })
      expect(reasonsOf(report, index)).toEqual(["changedAfter"])
      expect(changeKinds(report, index)).toEqual(kinds)
    }
  }

  test("text drawn over page 1", () => {
    const drawn = { [PART.content1]: stream("BT /F1 12 Tf 72 770 Td (Sesuatu yang lain) Tj ET") }
    expectForbidden(appended(drawn), ["pageContent 1"])
  })

  test("text drawn over page 1 by a PDF library", async () => {
    const pdf = await PDF.load(twice)
    pdf.getPage(0)!.drawText("Rp999.000.000", { x: 80, y: 700, size: 40, color: rgb(1, 0, 0) })
    const report = check(await pdf.save({ incremental: true }))
    expect(report.verdict).toBe("changed")
    expect(report.signatures.map(({ intact }) => intact)).toEqual([true, true])
    expect(changeKinds(report)).toEqual(["pageContent 1"])
  })

  test("content added to a page beside the old one", () => {
    const page = bodyOf(twice, PART.page1).replace("/Contents 5 0 R", "/Contents [5 0 R 900 0 R]")
    expectForbidden(appended({ 900: stream("0 0 500 500 re f"), [PART.page1]: page }), ["pageContent 1"])
  })

  test("a page whose content was replaced", () => {
    const page = bodyOf(twice, PART.page2).replace("/Contents 6 0 R", "/Contents 900 0 R")
    expectForbidden(appended({ 900: stream("0 0 500 500 re f"), [PART.page2]: page }), ["pageReplaced 2"])
  })

  test("a page replaced by another one", () => {
    const page = bodyOf(twice, PART.page2).replace("/Contents 6 0 R", "/Contents 901 0 R")
    const objects = {
      [PART.pages]: "<< /Type /Pages /Kids [3 0 R 900 0 R] /Count 2 >>",
      900: page,
      901: stream("0 0 500 500 re f"),
    }
    expectForbidden(appended(objects), ["pageReplaced 2"])
  })

  test("a page added, a page taken away", () => {
    const page = bodyOf(twice, PART.page2)
    const added = { [PART.pages]: "<< /Type /Pages /Kids [3 0 R 4 0 R 900 0 R] /Count 3 >>", 900: page }
    expectForbidden(appended(added), ["pageAdded"])
    expectForbidden(appended({ [PART.pages]: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>" }), ["pageRemoved"])
  })

  test("an annotation added, also behind the widgets of the seals", () => {
    const note = "<< /Type /Annot /Subtype /FreeText /Rect [100 100 400 400] /Contents (Batal) /DA (/F1 12 Tf) >>"
    const page2 = bodyOf(twice, PART.page2).replace(">> >> >>", ">> >> /Annots [900 0 R] >>")
    expectForbidden(appended({ 900: note, [PART.page2]: page2 }), ["annotation 2"])
    const page1 = bodyOf(twice, PART.page1).replace(/(\/Annots \[[^\]]*)\]/, "$1 900 0 R]")
    expectForbidden(appended({ 900: note, [PART.page1]: page1 }), ["annotation 1"])
  })

  test("the annotations of a page in another order", () => {
    const page = bodyOf(twice, PART.page1)
    const turned = page.replace(/\/Annots \[(\d+ 0 R) (\d+ 0 R)\]/, "/Annots [$2 $1]")
    expect(turned).not.toBe(page)
    expectForbidden(appended({ [PART.page1]: turned }), ["annotation 1"])
  })

  test("a font, the metadata and the document information changed", () => {
    expectForbidden(appended({ [PART.font]: bodyOf(twice, PART.font).replace("Helvetica", "Courier") }), [
      "pageContent 1",
    ])
    expectForbidden(appended({ [PART.metadata]: stream("<other/>", "/Type /Metadata /Subtype /XML") }), ["metadata"])
    expectForbidden(appended({ [PART.info]: "<< /Title (Lain) >>" }), ["metadata"])
  })

  test("the catalog pointed elsewhere, or given something to do", () => {
    const catalog = bodyOf(twice, PART.catalog)
    expectForbidden(appended({ 900: catalog }, { root: 900 }), ["catalog"])
    const action = catalog.replace("/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert) >>")
    expectForbidden(appended({ [PART.catalog]: action }), ["catalog"])
  })

  test("an object freed", () => {
    const table = `xref\n${PART.font} 1\n0000000000 00001 f \ntrailer\n<< /Size 1000 /Root 1 0 R /Info 8 0 R /Prev ${lastStart(twice)} >>`
    const freed = Buffer.from(`${table}\nstartxref\n${twice.length}\n%%EOF\n`)
    expectForbidden(check(Buffer.concat([twice, freed])), ["pageContent 1"])
  })

  test("the second seal dropped from the form, and its value removed", () => {
    const formNumber = Number(/\/AcroForm (\d+) 0 R/.exec(bodyOf(twice, PART.catalog))![1])
    const form = bodyOf(twice, formNumber)
    const first = /\/Fields \[(\d+ 0 R) (\d+ 0 R)\]/.exec(form)!
    const dropped = appended({ [formNumber]: form.replace(first[0], `/Fields [${first[1]}]`) })
    expect(dropped.signatures).toHaveLength(2)
    expectForbidden(dropped, ["signatureRemoved"])
    const field = Number.parseInt(first[2]!, 10)
    const emptied = appended({ [field]: bodyOf(twice, field).replace(/\/V \d+ 0 R/, "") })
    expect(emptied.signatures).toHaveLength(2)
    expectForbidden(emptied, ["form"])
  })

  test("a whole new body without the seals: their revisions are still in the file and are reported", () => {
    const objects = {
      [PART.catalog]: "<< /Type /Catalog /Pages 2 0 R >>",
      [PART.pages]: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      [PART.page1]: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    }
    const report = check(appendUpdate(twice, objects, { trailer: "/Root 1 0 R" }))
    expect(report.verdict).toBe("changed")
    expect(report.signatures).toHaveLength(2)
    expect(changeKinds(report)).toContain("history")
    expect(changeKinds(report)).toContain("signatureRemoved")
  })

  test("bytes that no cross-reference section names", () => {
    const hidden = Buffer.concat([twice, Buffer.from("5 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n")])
    expectForbidden(check(appendUpdate(hidden, {}, { trailer: trailerAfter(twice) })), ["hiddenBytes"])
    expectForbidden(check(Buffer.concat([twice, Buffer.from("%PDF-1.7 and more")])), ["hiddenBytes"])
  })

  test("an entry that points back at older bytes", () => {
    const at = Buffer.from(twice).indexOf("6 0 obj")
    const table = `xref\n900 1\n${String(at).padStart(10, "0")} 00000 n \ntrailer\n<< /Size 1000 ${trailerAfter(twice)} >>`
    const report = check(Buffer.concat([twice, Buffer.from(`${table}\nstartxref\n${twice.length}\n%%EOF\n`)]))
    expectForbidden(report, ["history"])
  })

  test("a hybrid section, which old and new readers see differently", () => {
    const at = twice.length
    const hidden = `950 0 obj\n<< /Type /XRef /Size 1000 /W [1 1 1] /Index [951 0] /Root 1 0 R /Length 0 >>\nstream\n\nendstream\nendobj\n`
    const start = at + hidden.length
    const table = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1000 ${trailerAfter(twice)} /XRefStm ${at} >>`
    const update = Buffer.from(`${hidden}${table}\nstartxref\n${start}\n%%EOF\n`)
    expectForbidden(check(Buffer.concat([twice, update])), ["history"])
  })

  test("an update that rewrites objects as they are is no change", () => {
    const report = appended({ [PART.font]: bodyOf(twice, PART.font) })
    expect(report.verdict).toBe("valid")
    expect(report.signatures[1]).toMatchObject({ changesAfter: "none", coversWholeFile: false })
  })

  test("validation data in the catalog is permitted", () => {
    const catalog = bodyOf(twice, PART.catalog).replace("/Type /Catalog", "/Type /Catalog /DSS 900 0 R")
    const report = appended({ [PART.catalog]: catalog, 900: "<< /Type /DSS /Certs [901 0 R] >>", 901: stream("x") })
    expect(report.verdict).toBe("valid")
    expect(report.signatures[1]).toMatchObject({
      changesAfter: "permitted",
      details: { additions: ["verification.addition.validationData"], changes: [] },
    })
  })

  test("a file that goes on with something unreadable", () => {
    const report = check(Buffer.concat([twice, Buffer.from("\nxref\nnonsense\nstartxref\n1\n%%EOF\n")]))
    expect(report.verdict).toBe("changed")
    expect(report.reasons).toEqual(["verification.reason.unreadableTail"])
    expectForbidden(report, ["hiddenBytes"])
  })
})

const trailerAfter = (pdf: Uint8Array) => `/Root ${rootOf(pdf)} 0 R /Info 8 0 R /Prev ${lastStart(pdf)}`

describe("content prepared before the seal and shown after it", () => {
  test("a reference to nothing that is filled later", async () => {
    const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [5 0 R 60 0 R] >>"
    const sealed = await seal(handmadePdf({ [PART.page1]: page, 70: "null" }), signers.governor)
    expect(check(sealed).verdict).toBe("valid")
    const report = check(appendUpdate(sealed, { 60: stream("0 0 500 500 re f") }))
    expect(report.verdict).toBe("changed")
    expect(changeKinds(report)).toEqual(["pageContent 1"])
  })

  test("a second, hidden page that an update puts in the place of the first", async () => {
    const hidden = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 61 0 R >>"
    const sealed = await seal(handmadePdf({ 60: hidden, 61: stream("0 0 9 9 re f") }), signers.governor)
    const report = check(appendUpdate(sealed, { [PART.pages]: "<< /Type /Pages /Kids [60 0 R 4 0 R] /Count 2 >>" }))
    expect(report.verdict).toBe("changed")
    expect(changeKinds(report)).toEqual(["pageReplaced 1"])
  })

  test("a form field over the text whose value is filled later", async () => {
    const field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (jumlah) /Rect [0 0 300 300] /P 3 0 R >>"
    const pdf = handmadePdf({ 60: field }, "/AcroForm << /Fields [60 0 R] >>")
    const sealed = await seal(pdf, signers.governor)
    expect(check(sealed).verdict).toBe("valid")
    const report = check(appendUpdate(sealed, { 60: field.replace("/FT", "/V (lain) /FT") }))
    expect(report.verdict).toBe("changed")
    expect(changeKinds(report)).toEqual(["form"])
  })
})

describe("one object in two roles", () => {
  test("the form's fields that are also a page's annotations: taken over by the form, then changed for the page", async () => {
    const page = bodyOf(base, PART.page1).replace("/Type /Page", "/Type /Page /Annots 60 0 R")
    const pdf = handmadePdf({ [PART.page1]: page, 60: "[]", 61: "<< /Fields 60 0 R >>" }, "/AcroForm 61 0 R")
    const sealed = await seal(pdf, signers.governor)
    expect(check(sealed).verdict).toBe("valid")
    const list = bodyOf(sealed, 60)
    const report = check(
      appendUpdate(sealed, {
        60: list.replace("]", " 900 0 R]"),
        61: bodyOf(sealed, 61).replace("60 0 R", "901 0 R"),
        900: "<< /Type /Annot /Subtype /FreeText /Rect [100 100 400 400] /Contents (Batal) >>",
        901: list,
      }),
    )
    expect(report.verdict).toBe("changed")
    expect(changeKinds(report)).toEqual(["form"])
  })
})

describe("signatures that are more or less than a seal", () => {
  let stranger: Signer

  beforeAll(async () => {
    stranger = await newSigner(await newAuthority("Simpul Uji CA"), { commonName: "Gubernur Jawa Barat (peraga)" })
  })

  test("the second seal cut off: good by itself, but not the registered document", async () => {
    const report = check(twice.subarray(0, once.length))
    expect(report.verdict).toBe("valid")
    expect(report.signatures).toHaveLength(1)
    const revisions = [check(once).sha256, check(twice).sha256]
    expect(standingInRegister(report, revisions)).toBe("sealsMissing")
    expect(judgeAgainstRegister(report, revisions)).toMatchObject({
      verdict: "changed",
      reasons: ["verification.reason.sealsMissing"],
    })
    expect(judgeAgainstRegister(check(twice), revisions)).toMatchObject({ verdict: "valid", reasons: [] })
    const continued = await seal(twice, stranger)
    expect(judgeAgainstRegister(check(continued), revisions).reasons).toEqual(["verification.reason.notAsRegistered"])
    expect(standingInRegister(check(await seal(base, stranger)), revisions)).toBe("unrelated")
  })

  test("a seal cut in the middle", () => {
    const report = check(twice.subarray(0, twice.length - 300))
    expect(report.verdict).toBe("changed")
    expect(report.signatures).toHaveLength(1)
    expect(changeKinds(report)).toEqual(["hiddenBytes"])
  })

  test("a stranger with the same name and an authority of the same name", async () => {
    const report = check(await seal(once, stranger))
    expect(report.verdict).toBe("invalid")
    expect(report.signatures[1]).toMatchObject({ signer: "Gubernur Jawa Barat (peraga)", intact: true, trusted: false })
    expect(reasonsOf(report, 1)).toEqual(["certificateUntrusted"])
  })

  test("a name in the PDF that is not the certificate's", async () => {
    const report = check(await seal(base, signers.mayor, { name: "Presiden Republik Indonesia" }))
    expect(report.signatures[0]!.signer).toBe("Wali Kota Magelang (peraga)")
    expect(JSON.stringify(report)).not.toContain("Presiden")
  })

  test("a field that has an area, an action, or the name of another", async () => {
    // The update of the second seal, with one thing more, signed by the same key.
    const field = Number(
      /(\d+) 0 obj\n<<\n\/Type \/Annot/.exec(Buffer.from(twice.subarray(once.length)).toString("latin1"))![1],
    )
    const body = bodyOf(twice, field)
    const kinds = (changed: string) => changeKinds(check(appendUpdate(twice, { [field]: changed })), 0)
    expect(kinds(body.replace("/Rect [0 0 0 0]", "/Rect [0 0 90 90]"))).toContain("form")
    expect(kinds(body.replace("/FT /Sig", "/AA << /E << /S /JavaScript /JS (x) >> >> /FT /Sig"))).toContain("form")
    expect(kinds(body.replace(/\/T <[0-9A-F]+>/, "/T (Simpul1)"))).toContain("form")
    expect(kinds(body)).toEqual([])
  })

  test("two signatures with the same byte range: the one whose value is not in the hole covers nothing", () => {
    const text = Buffer.from(twice).toString("latin1")
    const range = [...text.matchAll(/\/ByteRange \[[^\]]*\]/g)].at(-1)![0]
    const hole = holes(twice)[1]!
    const value = text.slice(hole.start, hole.end)
    const formNumber = Number(/\/AcroForm (\d+) 0 R/.exec(bodyOf(twice, PART.catalog))![1])
    const form = bodyOf(twice, formNumber).replace(/(\/Fields \[[^\]]*)\]/, "$1 901 0 R]")
    const report = check(
      appendUpdate(twice, {
        900: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${range} /Contents ${value} >>`,
        901: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ketiga) /V 900 0 R /Rect [0 0 0 0] >>",
        [formNumber]: form,
      }),
    )
    expect(report.verdict).toBe("invalid")
    expect(report.signatures.map(({ intact }) => intact)).toEqual([true, true, false])
    expect(reasonsOf(report, 2)).toContain("byteRangeGap")
  })

  test("a signature value that no field leads to", () => {
    const hole = holes(once)[0]!
    const value = Buffer.from(once.subarray(hole.start, hole.end)).toString("latin1")
    const loose = `<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents ${value} >>`
    const report = check(handmadePdf({ 60: loose }))
    expect(report.verdict).toBe("invalid")
    expect(report.signatures).toHaveLength(1)
    expect(report.signatures[0]).toMatchObject({ intact: false })
  })
})
