/** `path` with those of `values` that are set, as a query. */
export function withQuery(path: string, values: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value))
  const text = query.toString()
  return text === "" ? path : `${path}?${text}`
}
