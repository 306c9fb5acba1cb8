import type { StoredObject } from "../pdf/stored-object.server.ts"
import { hexDigit } from "../pdf/strings.server.ts"
import { countOf, type PdfDictionary } from "../pdf/values.server.ts"
import type { VerificationReason } from "./reasons.ts"

/** The bytes a signature speaks for: 0 to `hole`, and `resume` to `end`. Between them stands its own value, in hex. */
export interface SignedRange {
  hole: number
  resume: number
  end: number
  /** The value with its padding. */
  contents: Uint8Array
}

/**
 * Checks that a signature covers its revision from the first byte to the last, but for exactly the hex string that is its
 * own /Contents (ISO 32000-1 §12.8.1, EN 319 142-1 §5.2). Anything left out besides could be changed unseen.
 */
export function signedRange(
  signature: PdfDictionary,
  holder: StoredObject | undefined,
  file: Uint8Array,
): SignedRange | VerificationReason {
  const range = signature.entries.get("ByteRange")
  const contents = signature.entries.get("Contents")
  if (range?.kind !== "array" || range.items.length !== 4 || contents?.kind !== "string" || !holder) {
    return "verification.reason.byteRangeInvalid"
  }
  const [start, hole, resume, rest] = range.items.map(countOf)
  if (start === undefined || hole === undefined || resume === undefined || rest === undefined) {
    return "verification.reason.byteRangeInvalid"
  }
  const end = resume + rest
  if (end > file.length) return "verification.reason.byteRangeBeyondFile"
  if (resume <= hole || rest === 0) return "verification.reason.byteRangeInvalid"
  if (start !== 0 || hole !== contents.start || resume !== contents.end) return "verification.reason.byteRangeGap"
  if (holder.start >= hole || holder.end > end) return "verification.reason.byteRangeGap"
  if (!contents.hex || !isPlainHex(file.subarray(hole + 1, resume - 1))) return "verification.reason.contentsNotHex"
  return { hole, resume, end, contents: contents.bytes }
}

/**
 * Whole bytes of hex digits in one case, nothing else: white space, a half byte or a change of case could be altered
 * without altering the value, and no digest covers these bytes.
 */
function isPlainHex(digits: Uint8Array): boolean {
  let lower = false
  let upper = false
  for (const digit of digits) {
    if (hexDigit(digit) < 0) return false
    lower ||= digit >= 0x61
    upper ||= digit >= 0x41 && digit <= 0x46
  }
  return digits.length % 2 === 0 && !(lower && upper)
}
