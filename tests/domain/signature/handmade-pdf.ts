/** Bodies of indirect objects by number, without "N 0 obj" and "endobj". */
export type Objects = Record<number, string>

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1")

/** A stream object's body with its exact length; `extra` are further dictionary entries. */
export const stream = (data: string, extra = ""): string =>
  `<< /Length ${latin1(data).length} ${extra} >>\nstream\n${data}\nendstream`

/** Writes objects and a cross-reference table behind `before`; what the trailer needs besides /Size is `trailer`. */
function write(before: Buffer, objects: Objects, size: number, trailer: string): Buffer {
  const parts: Buffer[] = [before]
  const offsets = new Map<number, number>()
  let position = before.length
  const put = (text: string) => {
    const bytes = latin1(text)
    parts.push(bytes)
    position += bytes.length
  }
  for (const [number, body] of Object.entries(objects)) {
    offsets.set(Number(number), position)
    put(`${number} 0 obj\n${body}\nendobj\n`)
  }
  const start = position
  put("xref\n")
  if (before.length < 20) put("0 1\n0000000000 65535 f \n")
  for (const [number, offset] of offsets) put(`${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`)
  put(`trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}

/** Object numbers of the handmade file. */
export const PART = {
  catalog: 1,
  pages: 2,
  page1: 3,
  page2: 4,
  content1: 5,
  content2: 6,
  font: 7,
  info: 8,
  metadata: 9,
}

/** What stands on page 1; tests look for it in the bytes. */
export const TEXT_ON_PAGE_1 = "Para pihak sepakat mengembangkan karakter aparatur"

/** A small, plain PDF of two pages, with every byte under control. */
export function handmadePdf(extra: Objects = {}, catalogEntries = ""): Buffer {
  const page = (content: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`
  const objects: Objects = {
    [PART.catalog]: `<< /Type /Catalog /Pages 2 0 R /Metadata 9 0 R ${catalogEntries} >>`,
    [PART.pages]: "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    [PART.page1]: page(5),
    [PART.page2]: page(6),
    [PART.content1]: stream(`BT /F1 12 Tf 72 770 Td (${TEXT_ON_PAGE_1}) Tj ET`),
    [PART.content2]: stream("BT /F1 12 Tf 72 770 Td (Halaman kedua) Tj ET"),
    [PART.font]: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    [PART.info]: "<< /Title (Kesepakatan Bersama) >>",
    [PART.metadata]: stream("<x:xmpmeta/>", "/Type /Metadata /Subtype /XML"),
    ...extra,
  }
  const size = Math.max(...Object.keys(objects).map(Number)) + 1
  return write(latin1("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n").subarray(0, 15), objects, size, "/Root 1 0 R /Info 8 0 R")
}

/** The offset of the newest cross-reference section. */
export function lastStart(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString("latin1")
  return Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1])
}

/** Appends an incremental update. `root` and `trailer` override what the update's trailer says. */
export function appendUpdate(
  pdf: Uint8Array,
  objects: Objects,
  options: { root?: number; trailer?: string; size?: number } = {},
): Buffer {
  const root = options.root ?? rootOf(pdf)
  const size = options.size ?? 1000
  const trailer = options.trailer ?? `/Root ${root} 0 R ${infoOf(pdf)} /Prev ${lastStart(pdf)}`
  return write(Buffer.from(pdf), objects, size, trailer)
}

export const rootOf = (pdf: Uint8Array): number =>
  Number(
    [
      ...Buffer.from(pdf)
        .toString("latin1")
        .matchAll(/\/Root (\d+) 0 R/g),
    ].at(-1)![1],
  )

function infoOf(pdf: Uint8Array): string {
  const found = [
    ...Buffer.from(pdf)
      .toString("latin1")
      .matchAll(/\/Info (\d+) 0 R/g),
  ].at(-1)
  return found ? `/Info ${found[1]} 0 R` : ""
}

/** The newest body of an object, as text, so that a test can change a part of it. */
export function bodyOf(pdf: Uint8Array, number: number): string {
  const text = Buffer.from(pdf).toString("latin1")
  return [...text.matchAll(new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`, "g"))].at(-1)![1]!
}

/** A copy with the bytes at `position` replaced. */
export function withBytes(pdf: Uint8Array, position: number, bytes: Uint8Array | string): Buffer {
  const copy = Buffer.from(pdf)
  copy.set(typeof bytes === "string" ? latin1(bytes) : bytes, position)
  return copy
}

/** A copy in which `from` is replaced by `to` of the same length, at its first place at or after `start`. */
export function replaceText(pdf: Uint8Array, from: string, to: string, start = 0): Buffer {
  if (from.length !== to.length) throw new Error("replacement of another length")
  const at = Buffer.from(pdf).indexOf(from, start, "latin1")
  if (at < 0) throw new Error(`${from} is not in the file`)
  return withBytes(pdf, at, to)
}

export interface HexHole {
  /** Of "<" and behind ">". */
  start: number
  end: number
}

/** Where the signatures' values stand, in order. */
export function holes(pdf: Uint8Array): HexHole[] {
  const text = Buffer.from(pdf).toString("latin1")
  return [...text.matchAll(/\/Contents\s*(<[0-9a-fA-F]+>)/g)].map((match) => {
    const start = match.index + match[0].indexOf("<")
    return { start, end: start + match[1]!.length }
  })
}
