import { createHash } from "node:crypto"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { outlinesTypst } from "#content/agreements/kesepakatan-bersama/document.typ.ts"

/** One compiler for each thread: making it loads the typefaces, which is most of the first document's time. */
let compiler: NodeCompiler | undefined

// The layouts read no files; their root is a place that does not exist, so that they could not even if they tried.
const typesetter = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: join(tmpdir(), "simpul-no-files") })
  return compiler
}

/**
 * The typesetter's own errors do not survive a worker thread, and tell of a fault in the layout only in their `code`,
 * of one in the export in their message, as Rust prints its values: only their words leave this module.
 */
function plainError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`Typesetting failed: ${String(error).slice(0, 500)}`)
  const said = error.message || ("code" in error ? String(error.code) : error.name)
  const words = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1])
  return new Error(`Typesetting failed: ${words.length > 0 ? words.slice(0, 5).join("; ") : said.slice(0, 500)}`)
}

/**
 * The demo's words as outlines for the back of each page: as text they would run through the lines of the agreement
 * whenever somebody copies, searches or compares the text of the file.
 */
const outlines = (words: string): string => typesetter().plainSvg({ mainFileContent: outlinesTypst, inputs: { words } })

/** The number of pages as the file's XMP metadata, near its end, tells it. */
function pageCount(pdf: Buffer): number {
  const mark = "<xmpTPg:NPages>"
  const at = pdf.lastIndexOf(mark)
  const pages =
    at < 0 ? Number.NaN : Number.parseInt(pdf.toString("latin1", at + mark.length, at + mark.length + 9), 10)
  if (!(pages > 0)) throw new Error("the file does not tell its number of pages")
  return pages
}

/** What a layout prints: JSON, with the demo's words apart because they are drawn and not set. */
export type TypesetOrder = {
  /** Typst; reads its whole content as JSON from `sys.inputs.document`. */
  readonly layout: string
  readonly data: () => object & { readonly demo: string | null }
  /** Instant that the file names as its creation; seconds count. */
  readonly createdAt: string
}

/**
 * Sets a document as PDF/A-2b, tagged, with its typeface embedded. Equal orders give equal bytes (on one version of
 * the typesetter). Synchronous and slow (tens of milliseconds and more): for a worker thread. Throws plain Errors only.
 */
export function typesetPdf({ layout, data: make, createdAt }: TypesetOrder): {
  pdf: Uint8Array
  pages: number
  /** Lower-case hex over `pdf`. */
  sha256: string
} {
  try {
    const seconds = Math.floor(Date.parse(createdAt) / 1000)
    if (!Number.isSafeInteger(seconds)) throw new Error(`createdAt is ${createdAt}`)
    const data = make()
    const watermark = data.demo === null ? null : outlines(data.demo)
    // Straight to PDF: an intermediate compiled document would keep megabytes outside of the JavaScript heap until
    // some later garbage collection.
    const pdf = typesetter().pdf(
      { mainFileContent: layout, inputs: { document: JSON.stringify({ ...data, watermark }) } },
      { pdfStandard: "a-2b", pdfTags: true, creationTimestamp: seconds },
    )
    const sha256 = createHash("sha256").update(pdf).digest("hex")
    return { pdf: new Uint8Array(pdf), pages: pageCount(pdf), sha256 }
  } catch (error) {
    throw plainError(error)
  } finally {
    // Results of one document are of no use to the next; kept, they would only fill the memory.
    compiler?.evictCache(0)
  }
}
