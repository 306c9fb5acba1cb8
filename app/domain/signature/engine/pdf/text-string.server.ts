/** The text of a PDF text string (ISO 32000-2 §7.9.2.2): UTF-16BE or UTF-8 by its mark, else one byte a character. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2))
    return Buffer.from(even).swap16().toString("utf16le")
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return Buffer.from(bytes.subarray(3)).toString("utf8")
  return Buffer.from(bytes).toString("latin1")
}

/** `text` as the bytes of a text string: ASCII as it is, everything else in UTF-16BE with its mark. */
export function textBytes(text: string): Uint8Array {
  if (/^[\x20-\x7e]*$/.test(text)) return Buffer.from(text, "latin1")
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()])
}

/** The instant of a PDF date, D:YYYYMMDDHHmmSS with Z or an offset (ISO 32000-1 §7.9.4), or undefined. */
export function dateOf(bytes: Uint8Array): Date | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(textOf(bytes))
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, sign, offsetHours = "00", offsetMinutes = "00"] = match
  const offset = sign ? `${sign}${offsetHours}:${offsetMinutes}` : "Z"
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** `instant` as a PDF date in UTC. */
export const dateText = (instant: string): string =>
  `D:${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}Z`
