import { deflateSync } from "node:zlib"
import { PDF } from "@libpdf/core"
import { beforeAll, describe, expect, test } from "vitest"
import type { VerificationReason } from "#app/domain/signature/engine/verification/reasons.ts"
import { appendUpdate, handmadePdf, lastStart, type Objects, PART, replaceText } from "./handmade-pdf.ts"
import { seal, twoSigners, verify } from "./signers.ts"

let signers: Awaited<ReturnType<typeof twoSigners>>

beforeAll(async () => {
  signers = await twoSigners()
})

const check = (pdf: Uint8Array) => verify(pdf, signers.authority)

function expectUnreadable(pdf: Uint8Array, reason: string) {
  const begun = performance.now()
  const report = check(pdf)
  expect(report).toMatchObject({ verdict: "unreadable", signatures: [] })
  expect(report.reasons).toEqual([`verification.reason.${reason}` as VerificationReason])
  // Generous: what is bounded by work takes well under a second here.
  expect(performance.now() - begun).toBeLessThan(5000)
}

/** A file whose only cross-reference section is a stream with the given rows of type (1), offset (4) and generation (1). */
function streamPdf(objects: Objects, rows: (offsets: Map<number, number>) => number[][], extra = ""): Buffer {
  let body = "%PDF-1.7\n"
  const offsets = new Map<number, number>()
  for (const [number, text] of Object.entries(objects)) {
    offsets.set(Number(number), body.length)
    body += `${number} 0 obj\n${text}\nendobj\n`
  }
  offsets.set(99, body.length)
  const data = Buffer.concat(
    rows(offsets).map(([number, type, second, third]) => {
      const row = Buffer.alloc(10)
      row.writeUInt32BE(number!, 0)
      row.writeUInt8(type!, 4)
      row.writeUInt32BE(second!, 5)
      row.writeUInt8(third!, 9)
      return row
    }),
  )
  const index = rows(offsets).map(([number]) => `${number} 1`)
  const cells = Buffer.concat(
    Array.from({ length: data.length / 10 }, (_, row) => data.subarray(row * 10 + 4, row * 10 + 10)),
  )
  const dictionary = `/Type /XRef /Size 200 /W [1 4 1] /Index [${index.join(" ")}] /Root 1 0 R ${extra}`
  return Buffer.concat([
    Buffer.from(`${body}99 0 obj\n<< ${dictionary} /Length ${cells.length} >>\nstream\n`, "latin1"),
    cells,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`),
  ])
}

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
const PAGES = "<< /Type /Pages /Kids [] /Count 0 >>"

/** A catalog and pages, with object 10 inside the object stream 5. */
const packedPdf = (container: Buffer, count: number, first: number, filter = "") =>
  streamPdf(
    {
      1: CATALOG.replace("/Pages", "/Extra 10 0 R /Pages"),
      2: PAGES,
      5: `<< /Type /ObjStm /N ${count} /First ${first} ${filter} /Length ${container.length} >>\nstream\n${container.toString("latin1")}\nendstream`,
    },
    (offsets) => [
      [1, 1, offsets.get(1)!, 0],
      [2, 1, offsets.get(2)!, 0],
      [5, 1, offsets.get(5)!, 0],
      [10, 2, 5, 0],
      [99, 1, offsets.get(99)!, 0],
    ],
  )

describe("what is no readable PDF", () => {
  test("nothing, text, an image, a PDF header alone", () => {
    expectUnreadable(new Uint8Array(), "empty")
    expectUnreadable(Buffer.from("Kesepakatan Bersama"), "notPdf")
    expectUnreadable(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "notPdf")
    expectUnreadable(Buffer.from("%PDF-1.7\n"), "damaged")
    expectUnreadable(Buffer.concat([Buffer.from("<html>"), handmadePdf()]), "notPdf")
  })

  test("more bytes than allowed, before anything is read", () => {
    expectUnreadable(new Uint8Array(25 * 1024 * 1024 + 1), "tooLarge")
    expect(verify(handmadePdf(), signers.authority, { limits: { bytes: 100 } }).reasons).toEqual([
      "verification.reason.tooLarge",
    ])
  })

  test("an encrypted file, also one that opens without a password", async () => {
    const pdf = await PDF.load(handmadePdf())
    pdf.setProtection({ ownerPassword: "pemilik" })
    expectUnreadable(await pdf.save(), "encrypted")
  })

  test("a file cut off at any place", () => {
    const pdf = handmadePdf()
    for (const length of [20, 400, 900, pdf.length - 30, pdf.length - 7])
      expectUnreadable(pdf.subarray(0, length), "damaged")
  })

  test("an unsigned file is unsigned, a file that only a repairing reader opens is not", () => {
    const pdf = handmadePdf()
    expect(check(pdf)).toMatchObject({ verdict: "unsigned", signatures: [], reasons: [] })
    expectUnreadable(replaceText(pdf, "startxref\n", "startxrex\n"), "damaged")
    expectUnreadable(replaceText(pdf, `startxref\n${lastStart(pdf)}`, `startxref\n${lastStart(pdf) - 3}`), "damaged")
    expectUnreadable(replaceText(pdf, "\n5 0 obj", "\n6 0 obj"), "damaged")
    expectUnreadable(replaceText(pdf, "/Length 8", "/Length 7"), "damaged")
    expectUnreadable(replaceText(pdf, "/Count 2", "/Kids 2 "), "damaged")
  })
})

describe("files made to exhaust the reader", () => {
  test("cross-reference sections in a circle", () => {
    const pdf = handmadePdf()
    const itself = appendUpdate(pdf, {}, { trailer: `/Root 1 0 R /Prev ${String(pdf.length).padStart(1)}` })
    expect(lastStart(itself)).toBe(pdf.length)
    // The first revision stands, but the file goes on in a circle.
    expectUnreadable(itself, "damaged")
  })

  test("a stream whose length is itself, and a packed object in a container that is packed", () => {
    expectUnreadable(handmadePdf({ [PART.content1]: "<< /Length 5 0 R >>\nstream\nx\nendstream" }), "damaged")
    const nested = streamPdf({ 1: CATALOG.replace("/Pages", "/Extra 10 0 R /Pages"), 2: PAGES }, (offsets) => [
      [1, 1, offsets.get(1)!, 0],
      [2, 1, offsets.get(2)!, 0],
      [5, 2, 10, 0],
      [10, 2, 5, 0],
      [99, 1, offsets.get(99)!, 0],
    ])
    expectUnreadable(nested, "damaged")
  })

  test("fields and pages in a circle end", () => {
    const circle = { 60: "<< /T (a) /Kids [61 0 R] >>", 61: "<< /T (b) /Parent 60 0 R /Kids [60 0 R] >>" }
    expect(check(handmadePdf(circle, "/AcroForm << /Fields [60 0 R 61 0 R] >>")).verdict).toBe("unsigned")
    expect(check(handmadePdf({ [PART.pages]: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>" })).verdict).toBe("unsigned")
    expect(check(handmadePdf({ [PART.info]: "8 0 R" })).verdict).toBe("unsigned")
  })

  test("a packed object reads; a bomb in an object stream does not", () => {
    expect(check(packedPdf(Buffer.from("10 0 <</A 1>>"), 1, 5)).verdict).toBe("unsigned")
    const honest = deflateSync(Buffer.from("10 0 <</A 1>>"))
    expect(check(packedPdf(honest, 1, 5, "/Filter /FlateDecode")).verdict).toBe("unsigned")
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024, 32))
    expect(bomb.length).toBeLessThan(100_000)
    expectUnreadable(packedPdf(bomb, 1, 5, "/Filter /FlateDecode"), "tooComplex")
    expectUnreadable(packedPdf(Buffer.from("10 0 "), 99_999_999, 5), "tooComplex")
    expectUnreadable(packedPdf(Buffer.from("10 0 <</A 1>>"), 1, 5, "/Filter /LZWDecode"), "damaged")
  })

  test("nesting without end, in arrays, dictionaries and form fields", () => {
    expectUnreadable(handmadePdf({ [PART.info]: `${"[".repeat(100_000)}${"]".repeat(100_000)}` }), "damaged")
    expectUnreadable(handmadePdf({ [PART.info]: `${"<</A".repeat(50_000)} 1${">>".repeat(50_000)}` }), "damaged")
    const deep: Objects = {}
    for (let number = 100; number < 20_100; number += 1) deep[number] = `<< /T (a) /Kids [${number + 1} 0 R] >>`
    expect(check(handmadePdf(deep, "/AcroForm << /Fields [100 0 R] >>")).verdict).toBe("unsigned")
  })

  test("a table that promises more objects than there are bytes", () => {
    const pdf = handmadePdf().toString("latin1").replace("xref\n0 1", "xref\n0 9999999999")
    expectUnreadable(Buffer.from(pdf, "latin1"), "tooComplex")
  })

  test("many entries that all point at one large object", () => {
    const large = `[${"1 ".repeat(200_000)}]`
    const pdf = streamPdf(
      {
        1: CATALOG.replace(
          "/Pages",
          `/X [${Array.from({ length: 60_000 }, (_, n) => `${n + 100} 0 R`).join(" ")}] /Pages`,
        ),
        2: PAGES,
        5: large,
      },
      (offsets) => [
        [1, 1, offsets.get(1)!, 0],
        [2, 1, offsets.get(2)!, 0],
        ...Array.from({ length: 90 }, (_, n) => [n + 100, 1, offsets.get(5)!, 0]),
      ],
    )
    expectUnreadable(pdf, "damaged")
  })

  test("revisions without end", () => {
    const pdf = Buffer.concat([handmadePdf(), Buffer.from("%%EOF\n".repeat(200))])
    expectUnreadable(pdf, "tooComplex")
  })

  test("the purse for work is one for the whole file", async () => {
    const pdf = await seal(handmadePdf(), signers.governor)
    expect(check(pdf).verdict).toBe("valid")
    const report = verify(pdf, signers.authority, { limits: { work: 2000 } })
    expect(report).toMatchObject({ verdict: "unreadable", reasons: ["verification.reason.tooComplex"] })
  })
})
