/** Which part of the register is asked for. */
export type RegisterFilter = {
  readonly q: string
  /** Code of a region; that of a province means the regions in it as well. */
  readonly region: string | null
  /** Only those to which this organisation itself is party. No address asks for it. */
  readonly organisationId?: string
  readonly status: "in_force" | "lapsed" | null
  /** Year of the signing date. */
  readonly year: number | null
  readonly cursor: { readonly inForceAt: string; readonly id: string } | null
  readonly limit: number
}

export const registerLimits = { page: 20, most: 100, words: 8, query: 200 } as const

/** Parameters that a register address may carry. */
export const registerParameters = ["q", "region", "status", "year", "cursor", "limit"] as const
export type RegisterParameter = (typeof registerParameters)[number]

/**
 * Reads a register address. What is not understood is left out of the filter and named in `faults`: pages ignore
 * it, the API refuses it.
 */
export function readRegisterFilter(query: URLSearchParams): { filter: RegisterFilter; faults: RegisterParameter[] } {
  const faults: RegisterParameter[] = []
  const read = <T>(name: RegisterParameter, fallback: T, parse: (value: string) => T | undefined): T => {
    const values = query.getAll(name)
    if (values.length === 0 || (values.length === 1 && values[0] === "")) return fallback
    const value = values.length === 1 ? parse(values[0] ?? "") : undefined
    if (value !== undefined) return value
    faults.push(name)
    return fallback
  }
  const filter: RegisterFilter = {
    q: read<string>("q", "", (value) => (value.length <= registerLimits.query ? value : undefined)),
    region: read<string | null>("region", null, (value) => (/^\d{2}(\.\d{2})?$/.test(value) ? value : undefined)),
    status: read<RegisterFilter["status"]>("status", null, (value) =>
      value === "in_force" || value === "lapsed" ? value : undefined,
    ),
    year: read<number | null>("year", null, (value) => (/^(19|20|21)\d{2}$/.test(value) ? Number(value) : undefined)),
    cursor: read<RegisterFilter["cursor"]>("cursor", null, (value) => decodeCursor(value) ?? undefined),
    limit: read<number>("limit", registerLimits.page, (value) => {
      const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0
      return limit >= 1 && limit <= registerLimits.most ? limit : undefined
    }),
  }
  return { filter, faults }
}

/** Lower-case words of a search; at most eight. */
export const searchWords = (q: string): string[] =>
  [
    ...new Set(
      q
        .normalize("NFC")
        .toLowerCase()
        .match(/[^\s\p{Cc}]+/gu) ?? [],
    ),
  ].slice(0, registerLimits.words)

/** Where a page ended, as an opaque word for an address. */
export const encodeCursor = (entry: { inForceAt: string; id: string }): string =>
  btoa(`${entry.inForceAt} ${entry.id}`).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")

const cursorPattern =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

function decodeCursor(word: string): RegisterFilter["cursor"] {
  if (!/^[A-Za-z0-9_-]{1,120}$/.test(word)) return null
  try {
    const [, inForceAt, id] = cursorPattern.exec(atob(word.replaceAll("-", "+").replaceAll("_", "/"))) ?? []
    return inForceAt && id ? { inForceAt, id } : null
  } catch {
    return null
  }
}
