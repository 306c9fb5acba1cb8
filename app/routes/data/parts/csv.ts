import type { Cell } from "#app/domain/publishing/resource.server.ts"

/**
 * A table as RFC 4180 has it: UTF-8 with a byte order mark (spreadsheets take it for another encoding without), lines
 * that end in CRLF, every text that needs it in quotes.
 */
export const csvText = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[header, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`

/** Text that a spreadsheet would run as a formula stands behind an apostrophe, which such programs do not show. */
const cellText = (cell: Cell): string => {
  if (cell === null) return ""
  if (typeof cell !== "string") return String(cell)
  const safe = /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
