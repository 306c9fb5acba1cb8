import { PdfDocument } from "../pdf/document.server.ts"
import { checkHeader, revisionEnds } from "../pdf/file-frame.server.ts"
import { Meter, type ReadingLimits, UnreadablePdf, type UnreadableReason } from "../pdf/limits.server.ts"
import { looseSignatures } from "./loose-signatures.server.ts"
import { reachable } from "./reachable.server.ts"
import { type SignedField, signedFields } from "./signature-fields.server.ts"

/** A file as a sequence of revisions, each readable by its own cross-reference sections. */
export interface FileHistory {
  /** The newest revision that can be read strictly. */
  current: PdfDocument
  /** Why the file as a whole cannot be read, when `current` is an older part of it. */
  tailProblem: UnreadableReason | undefined
  /** Bytes behind the newest revision that are not white space. */
  trailing: boolean
  /** Every signature that any revision shows in its form, and those that stand loose, in order of place in the file. */
  signatures: SignedField[]
  /** The revision that ends exactly at `end`, or undefined where none can be read strictly. */
  at(end: number): PdfDocument | undefined
}

/**
 * Reads all revisions of a file, newest first. Older ones are read from their own end, not through the newest, so a
 * signature that an update dropped from the form is still found.
 * @throws UnreadablePdf when not even an older revision can be read
 */
export function readHistory(bytes: Uint8Array, limits: ReadingLimits): FileHistory {
  const meter = new Meter(limits)
  checkHeader(bytes, meter)
  const documents = new Map<number, PdfDocument | UnreadablePdf>()
  const open = (end: number): PdfDocument | UnreadablePdf => {
    const known = documents.get(end)
    if (known) return known
    const opened = attempt(() => PdfDocument.open(bytes, end, meter))
    documents.set(end, opened)
    return opened
  }
  const ends = revisionEnds(bytes, meter)
  if (ends.length === 0) throw new UnreadablePdf("damaged", "no end of file")
  const signatures = new Map<number, SignedField>()
  let current: PdfDocument | undefined
  let firstProblem: UnreadablePdf | undefined
  for (const end of ends) {
    const document = open(end)
    const problem = document instanceof UnreadablePdf ? document : collect(document, signatures, current === undefined)
    if (problem instanceof UnreadablePdf) {
      if (!current) firstProblem ??= problem
      continue
    }
    current ??= document as PdfDocument
  }
  if (!current) throw firstProblem ?? new UnreadablePdf("damaged", "no revision")
  for (const loose of looseSignatures(current)) {
    if (!signatures.has(placeOf(loose))) signatures.set(placeOf(loose), loose)
  }
  if (signatures.size > limits.signatures) throw new UnreadablePdf("tooComplex", "signatures")
  return {
    current,
    tailProblem: firstProblem?.reason,
    trailing: bytes.subarray(ends[0]).some((byte) => ![0, 9, 10, 12, 13, 32].includes(byte)),
    signatures: [...signatures.values()].sort((a, b) => placeOf(a) - placeOf(b)),
    at: (end) => {
      const document = open(end)
      return document instanceof UnreadablePdf ? undefined : document
    },
  }
}

/** Runs `read`; what is merely unreadable is a value, what costs too much still ends everything. */
export function attempt<Value>(read: () => Value): Value | UnreadablePdf {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadablePdf && error.reason !== "tooComplex") return error
    throw error
  }
}

/** Adds the signatures of one revision. The newest one must be readable to its last object. */
function collect(document: PdfDocument, into: Map<number, SignedField>, whole: boolean): UnreadablePdf | undefined {
  const read = attempt(() => {
    if (whole) reachable(document, document.trailer.entries.values())
    return signedFields(document)
  })
  if (read instanceof UnreadablePdf) return read
  for (const field of read) {
    const place = placeOf(field)
    if (!into.has(place)) into.set(place, field)
  }
  return undefined
}

/** Where a signature's value stands, which no two signatures share; -1 for one that stands nowhere in the file. */
export function placeOf({ value, holder }: SignedField): number {
  const contents = value.entries.get("Contents")
  return holder && contents?.kind === "string" ? contents.start : (holder?.start ?? -1)
}
