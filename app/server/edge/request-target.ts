/** A refusal of the request line: what to answer instead of looking any further. */
export type TargetRefusal = 400 | 414

/** Longer targets than this are nobody's bookmark. */
const longestTarget = 4096

/**
 * Checks a request target before anything parses it. Refuses what has no single meaning: absolute and `//` forms,
 * backslashes, raw spaces and control characters, escapes that are not UTF-8, the NUL character, and the router's legacy `_data`.
 */
export function refuseTarget(target: string): TargetRefusal | null {
  if (target.length > longestTarget) return 414
  if (target.charCodeAt(0) !== 47 || target.charCodeAt(1) === 47) return 400
  const at = target.indexOf("?")
  const path = at < 0 ? target : target.slice(0, at)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\\\u0000-\u0020\u007f#]/.test(path)) return 400
  if (path.includes("%") && !decodes(path)) return 400
  if (at >= 0 && /%00|(^|[?&])_data(=|&|$)/i.test(target.slice(at))) return 400
  return null
}

function decodes(path: string): boolean {
  try {
    const text = decodeURIComponent(path)
    return !text.includes("\0") && !text.startsWith("//") && !text.includes("\\")
  } catch {
    return false
  }
}
