import { createHash, type KeyObject } from "node:crypto"
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString } from "@libpdf/core"
import type { Instant } from "../../kernel/clock.ts"
import { invalid } from "../../kernel/errors.ts"
import { signCms } from "./cms-signing.server.ts"
import { readPrivateKey } from "./key-pair.server.ts"
import { PdfDocument } from "./pdf/document.server.ts"
import { checkHeader } from "./pdf/file-frame.server.ts"
import { Meter, READING_LIMITS, UnreadablePdf } from "./pdf/limits.server.ts"
import { dateText, textBytes } from "./pdf/text-string.server.ts"

export interface SealOrder {
  /** The revision to seal: a PDF that is complete, not encrypted, and may carry earlier seals. */
  pdf: Uint8Array
  /** The signer's certificate and the ones above it, DER. */
  certificate: Uint8Array
  chain: readonly Uint8Array[]
  /** PKCS#8, DER; the caller wipes it. */
  privateKey: Uint8Array
  reason: string
  location: string
  /** The signer's name as it stands in the certificate. */
  name: string
  /** Stands in the signature as the time the signer claims. */
  signedAt: Instant
}

/** Ten digits each, as wide as the largest offset; replaced once the positions are known. */
const UNKNOWN = 9_999_999_999
const RANGE_MARK = `/ByteRange [0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}]`

/** Room for the signature besides its certificates: signature value, attributes, and a later time stamp of about 8 KiB. */
const ROOM = 12 * 1024

/**
 * Seals a PDF: appends one incremental update with an invisible signature (PAdES B-B, ETSI.CAdES.detached). The input is
 * an exact prefix of the result, so earlier seals stay whole; nothing on any page changes.
 * @returns the new revision
 * @throws DomainError invalid "signature.notPdf", "signature.encrypted", "signature.damaged" for what cannot be sealed
 */
export async function sealPdf(order: SealOrder): Promise<Uint8Array> {
  checkSealable(order.pdf)
  const size = ROOM + [order.certificate, ...order.chain].reduce((sum, { length }) => sum + length, 0)
  const prepared = await appendSignature(order, size)
  const sealed = fillIn(prepared, order.pdf.length, size, (contentSha256) =>
    signCms({
      contentSha256,
      certificate: order.certificate,
      chain: order.chain,
      privateKey: keyOf(order.privateKey),
    }),
  )
  if (Buffer.compare(sealed.subarray(0, order.pdf.length), order.pdf) !== 0) {
    throw new Error("Sealing altered the bytes before it")
  }
  PdfDocument.open(sealed, sealed.length, new Meter(READING_LIMITS))
  return sealed
}

const keyOf = (pkcs8: Uint8Array): KeyObject => readPrivateKey(pkcs8)

/** Only what the verifier can read strictly is sealed; anything else would be a seal that nobody can check. */
function checkSealable(pdf: Uint8Array): void {
  try {
    const meter = new Meter(READING_LIMITS)
    checkHeader(pdf, meter)
    PdfDocument.open(pdf, pdf.length, meter)
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error
    if (error.reason === "empty" || error.reason === "notPdf") throw invalid("signature.notPdf")
    throw invalid(error.reason === "encrypted" ? "signature.encrypted" : "signature.damaged")
  }
}

/** The update with places kept for the byte range and for `size` bytes of signature. */
async function appendSignature(order: SealOrder, size: number): Promise<Uint8Array> {
  const pdf = await PDF.load(order.pdf, { lenient: false })
  if (pdf.isEncrypted) throw invalid("signature.encrypted")
  if (pdf.recoveredViaBruteForce || pdf.canSaveIncrementally() !== null) throw invalid("signature.damaged")
  const page = pdf.getPage(0)
  if (!page) throw invalid("signature.damaged")
  const form = formOf(pdf)
  const fields = listIn(pdf, form, "Fields")
  const value = pdf.register(
    PdfDict.of({
      Type: PdfName.of("Sig"),
      Filter: PdfName.of("Adobe.PPKLite"),
      SubFilter: PdfName.of("ETSI.CAdES.detached"),
      ByteRange: new PdfArray([0, UNKNOWN, UNKNOWN, UNKNOWN].map((number) => PdfNumber.of(number))),
      Contents: new PdfString(new Uint8Array(size), "hex"),
      M: text(dateText(order.signedAt)),
      Name: text(order.name),
      Reason: text(order.reason),
      Location: text(order.location),
    }),
  )
  const field = pdf.register(
    PdfDict.of({
      Type: PdfName.of("Annot"),
      Subtype: PdfName.of("Widget"),
      FT: PdfName.of("Sig"),
      T: text(freeName(pdf, fields)),
      V: value,
      // Printed and locked, as PDF/A asks of annotations; without area, so there is nothing to print.
      F: PdfNumber.of(132),
      P: page.ref,
      Rect: new PdfArray([0, 0, 0, 0].map((number) => PdfNumber.of(number))),
    }),
  )
  fields.push(field)
  listIn(pdf, page.dict, "Annots").push(field)
  // SignaturesExist and AppendOnly (ISO 32000-1 table 219).
  form.set("SigFlags", PdfNumber.of(3))
  return pdf.save({ incremental: true })
}

/** Hex, so that no text can look like the places that are filled in later. */
const text = (value: string): PdfString => new PdfString(textBytes(value), "hex")

function formOf(pdf: PDF): PdfDict {
  const existing = follow(pdf, pdf.getCatalog().get("AcroForm"))
  if (existing instanceof PdfDict) return existing
  const form = PdfDict.of({ Fields: new PdfArray([]) })
  pdf.getCatalog().set("AcroForm", pdf.register(form))
  return form
}

function listIn(pdf: PDF, owner: PdfDict, key: string): PdfArray {
  const existing = follow(pdf, owner.get(key))
  if (existing instanceof PdfArray) return existing
  const list = new PdfArray([])
  owner.set(key, list)
  return list
}

const follow = (pdf: PDF, value: ReturnType<PdfDict["get"]>) => (value instanceof PdfRef ? pdf.getObject(value) : value)

/** A field name that no field of the form has. */
function freeName(pdf: PDF, fields: PdfArray): string {
  const taken = new Set<string>()
  for (const reference of fields) {
    const field = follow(pdf, reference)
    const name = field instanceof PdfDict ? follow(pdf, field.get("T")) : undefined
    if (name instanceof PdfString) taken.add(name.asString())
  }
  let number = 1
  while (taken.has(`Simpul${number}`)) number += 1
  return `Simpul${number}`
}

/** Writes byte range and signature into their places behind `from`. */
function fillIn(
  prepared: Uint8Array,
  from: number,
  size: number,
  signature: (contentSha256: Uint8Array) => Uint8Array,
): Uint8Array {
  const bytes = Buffer.from(prepared.buffer, prepared.byteOffset, prepared.byteLength)
  const range = onlyPlace(bytes, from, RANGE_MARK)
  const hole = onlyPlace(bytes, from, `<${"00".repeat(size)}>`)
  const resume = hole + 2 * size + 2
  const numbers = [hole, resume, bytes.length - resume].map((number) => String(number).padEnd(10))
  bytes.write(`/ByteRange [0 ${numbers.join(" ")}]`, range, "latin1")
  const digest = createHash("sha256").update(bytes.subarray(0, hole)).update(bytes.subarray(resume)).digest()
  const value = signature(digest)
  if (value.length > size) throw new Error("The signature does not fit its place")
  bytes.write(Buffer.from(value).toString("hex"), hole + 1, "latin1")
  return prepared
}

function onlyPlace(bytes: Buffer, from: number, mark: string): number {
  const place = bytes.indexOf(mark, from, "latin1")
  if (place < 0 || bytes.indexOf(mark, place + 1, "latin1") >= 0) throw new Error("The signature's place is not unique")
  return place
}
