/** Where a page of a list ended, as an opaque word for an address. */
export const encodeCursor = (key: readonly string[]): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "")

/** The `parts` texts of a cursor, or null for anything that is not one: a list then starts at its beginning. */
export function decodeCursor(word: string | null, parts: number): string[] | null {
  if (word === null || !/^[A-Za-z0-9_-]{1,1000}$/.test(word)) return null
  try {
    const bytes = Uint8Array.from(atob(word.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0))
    const key: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
    if (!Array.isArray(key) || key.length !== parts) return null
    return key.every((part) => typeof part === "string" && !part.includes("\0")) ? (key as string[]) : null
  } catch {
    return null
  }
}
