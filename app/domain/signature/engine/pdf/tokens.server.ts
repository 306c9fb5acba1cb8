import { damaged, type Meter } from "./limits.server.ts"
import { readHexString, readLiteralString } from "./strings.server.ts"
import { NULL, type PdfString, type PdfValue } from "./values.server.ts"

/** Character classes of ISO 32000-1 §7.2.2: 0 regular, 1 white space, 2 delimiter. */
const CLASS = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = 1
for (const character of "()<>[]{}/%") CLASS[character.charCodeAt(0)] = 2

export const isWhiteSpace = (byte: number | undefined): boolean => byte !== undefined && CLASS[byte] === 1

/** A value takes about this much memory, however few bytes wrote it. */
const VALUE_COST = 32

/** Reads PDF objects strictly, one after another, from `position` and never past `end`. */
export class TokenReader {
  readonly bytes: Uint8Array
  readonly end: number
  position: number
  readonly #meter: Meter

  constructor(bytes: Uint8Array, position: number, end: number, meter: Meter) {
    this.bytes = bytes
    this.position = position
    this.end = end
    this.#meter = meter
  }

  /** Moves over white space and comments. */
  skipSpace(): void {
    const start = this.position
    while (this.position < this.end) {
      const byte = this.bytes[this.position]!
      if (byte === 0x25) {
        while (this.position < this.end && this.bytes[this.position] !== 10 && this.bytes[this.position] !== 13) {
          this.position += 1
        }
      } else if (CLASS[byte] === 1) this.position += 1
      else break
    }
    this.#meter.spend(this.position - start)
  }

  /** The run of regular characters at the position, which may be empty. */
  word(): string {
    const start = this.position
    while (this.position < this.end && CLASS[this.bytes[this.position]!] === 0) this.position += 1
    this.#meter.spend(this.position - start + 1)
    if (this.position - start > 256) throw damaged("overlong token")
    return String.fromCharCode(...this.bytes.subarray(start, this.position))
  }

  /** Takes `keyword` if it stands at the position as a whole word. */
  accept(keyword: string): boolean {
    const start = this.position
    if (this.word() === keyword) return true
    this.position = start
    return false
  }

  expect(keyword: string): void {
    this.skipSpace()
    if (!this.accept(keyword)) throw damaged(`${keyword} expected`)
  }

  /** A non-negative whole number of at most ten digits. */
  expectCount(): number {
    this.skipSpace()
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) throw damaged("whole number expected")
    return Number(word)
  }

  value(depth = 0): PdfValue {
    if (depth > this.#meter.limits.depth) throw damaged("nested too deeply")
    this.#meter.spend(VALUE_COST)
    this.skipSpace()
    if (this.position >= this.end) throw damaged("object cut off")
    const byte = this.bytes[this.position]!
    if (byte === 0x2f) return { kind: "name", value: this.#name() }
    if (byte === 0x28) return this.#string(readLiteralString)
    if (byte === 0x3c) {
      return this.bytes[this.position + 1] === 0x3c ? this.#dictionary(depth) : this.#string(readHexString)
    }
    if (byte === 0x5b) return this.#array(depth)
    if (CLASS[byte] === 2) throw damaged("unexpected delimiter")
    return this.#scalar()
  }

  #scalar(): PdfValue {
    const word = this.word()
    if (word === "true" || word === "false") return { kind: "boolean", value: word === "true" }
    if (word === "null") return NULL
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw damaged("unknown word")
    if (/^\d{1,10}$/.test(word)) {
      const start = this.position
      this.skipSpace()
      const generation = this.word()
      if (/^\d{1,5}$/.test(generation)) {
        this.skipSpace()
        if (this.accept("R")) return { kind: "reference", number: Number(word), generation: Number(generation) }
      }
      this.position = start
    }
    const value = Number(word)
    if (!Number.isFinite(value)) throw damaged("number out of range")
    return { kind: "number", value, integer: !word.includes(".") }
  }

  #name(): string {
    this.position += 1
    const word = this.word()
    if (!word.includes("#")) return word
    return word.replace(/#(..)?/g, (_, digits: string | undefined) => {
      if (!digits || !/^[0-9A-Fa-f]{2}$/.test(digits) || digits === "00") throw damaged("bad name")
      return String.fromCharCode(Number.parseInt(digits, 16))
    })
  }

  #array(depth: number): PdfValue {
    this.position += 1
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.position] === 0x5d && this.position < this.end) {
        this.position += 1
        return { kind: "array", items }
      }
      items.push(this.value(depth + 1))
    }
  }

  #dictionary(depth: number): PdfValue {
    this.position += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipSpace()
      if (this.position + 1 >= this.end) throw damaged("dictionary cut off")
      if (this.bytes[this.position] === 0x3e && this.bytes[this.position + 1] === 0x3e) {
        this.position += 2
        return { kind: "dictionary", entries }
      }
      if (this.bytes[this.position] !== 0x2f) throw damaged("dictionary key expected")
      const key = this.#name()
      // Readers disagree on which of two equal keys counts, so a file with both says two things.
      if (entries.has(key)) throw damaged("duplicate key")
      entries.set(key, this.value(depth + 1))
    }
  }

  #string(read: typeof readHexString): PdfString {
    const start = this.position
    // A string without end has been looked for to the end of the file, which has its price too.
    this.position = this.end
    try {
      const string = read(this.bytes, start, this.end)
      this.position = string.end
      return string
    } finally {
      this.#meter.spend(this.position - start)
    }
  }
}
