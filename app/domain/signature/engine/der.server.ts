/** DER encoding (X.690) of the few types that a CMS signature is made of. */
function encode(tag: number, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  const length: number[] = []
  for (let rest = body.length; rest > 0; rest >>>= 8) length.unshift(rest & 0xff)
  const header = body.length < 128 ? [tag, body.length] : [tag, 0x80 | length.length, ...length]
  return Buffer.concat([Buffer.from(header), body])
}

export const sequence = (...parts: Uint8Array[]): Buffer => encode(0x30, ...parts)

/** SET OF: its elements in ascending order of their encodings (X.690 §11.6). */
export const setOf = (...elements: Uint8Array[]): Buffer => encode(0x31, ...elements.toSorted(Buffer.compare))

export const octetString = (bytes: Uint8Array): Buffer => encode(0x04, bytes)

/** A small non-negative INTEGER. */
export function smallInteger(value: number): Buffer {
  if (!Number.isInteger(value) || value < 0 || value > 127) throw new RangeError("0 to 127")
  return encode(0x02, Buffer.from([value]))
}

export const nullValue = (): Buffer => encode(0x05)

/** A constructed element with a context-specific tag. */
export const context = (number: number, ...parts: Uint8Array[]): Buffer => encode(0xa0 | number, ...parts)

export function objectIdentifier(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split(".").map(Number) as [number, number, ...number[]]
  const bytes = [first * 40 + second]
  for (const part of rest) {
    const groups = [part & 0x7f]
    for (let high = Math.floor(part / 128); high > 0; high = Math.floor(high / 128))
      groups.unshift(0x80 | (high & 0x7f))
    bytes.push(...groups)
  }
  return encode(0x06, Buffer.from(bytes))
}
