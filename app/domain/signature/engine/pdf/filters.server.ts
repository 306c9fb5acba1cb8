import { inflateSync } from "node:zlib"
import { damaged, type Meter, UnreadablePdf } from "./limits.server.ts"
import { countOf, dictionaryOf, nameOf, type PdfStream, type PdfValue } from "./values.server.ts"

/** Undoes a PNG predictor (ISO 32000-1 §7.4.4.4): each row starts with the filter it was written with. */
function undoPngPredictor(data: Uint8Array, columns: number, bytesPerPixel: number): Uint8Array {
  const stride = columns + 1
  if (data.length % stride !== 0) throw damaged("predictor rows")
  const rows = data.length / stride
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * stride]!
    if (filter > 4) throw damaged("predictor")
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = column >= bytesPerPixel ? out[at - bytesPerPixel]! : 0
      const up = row > 0 ? out[at - columns]! : 0
      const upLeft = row > 0 && column >= bytesPerPixel ? out[at - columns - bytesPerPixel]! : 0
      const raw = data[row * stride + 1 + column]!
      out[at] = raw + predicted(filter, left, up, upLeft)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter === 4) {
    const estimate = left + up - upLeft
    const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)]
    return a <= b && a <= c ? left : b <= c ? up : upLeft
  }
  return 0
}

const only = (value: PdfValue | undefined): PdfValue | undefined =>
  value?.kind === "array" ? (value.items.length > 1 ? { kind: "null" } : value.items[0]) : value

/**
 * The bytes of a cross-reference or object stream. These may only be plain or deflated; other filters have no place
 * there. Never unpacks more than the purse of `meter` still holds.
 */
export function unpack(stream: PdfStream, meter: Meter): Uint8Array {
  const filter = only(stream.dictionary.entries.get("Filter"))
  if (filter === undefined) return stream.data
  if (nameOf(filter) !== "FlateDecode") throw damaged("filter of a structural stream")
  const unpacked = inflate(stream.data, meter)
  const parameters = dictionaryOf(only(stream.dictionary.entries.get("DecodeParms")))?.entries
  const predictor = countOf(parameters?.get("Predictor")) ?? 1
  if (predictor === 1) return unpacked
  const colours = countOf(parameters?.get("Colors")) ?? 1
  const columns = countOf(parameters?.get("Columns")) ?? 1
  const bits = countOf(parameters?.get("BitsPerComponent")) ?? 8
  if (predictor < 10 || predictor > 15 || bits !== 8 || colours < 1 || columns < 1) throw damaged("predictor")
  return undoPngPredictor(unpacked, columns * colours, colours)
}

function inflate(data: Uint8Array, meter: Meter): Uint8Array {
  try {
    const unpacked = inflateSync(data, { maxOutputLength: Math.max(1, meter.inflatable) })
    meter.unpacked(unpacked.length)
    return unpacked
  } catch (error) {
    if (error instanceof UnreadablePdf) throw error
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new UnreadablePdf("tooComplex", "inflated size")
    }
    throw damaged("deflate")
  }
}
