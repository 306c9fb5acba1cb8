export type Encoding = "br" | "gzip" | "identity"

const known = new Map<string, Encoding>()

/** The best encoding that an Accept-Encoding header allows: brotli, then gzip, then the plain bytes. */
export function encodingOf(accept: string | undefined): Encoding {
  if (accept === undefined || accept === "") return "identity"
  let encoding = known.get(accept)
  if (encoding === undefined) {
    encoding = negotiate(accept)
    if (known.size >= 500) known.clear()
    known.set(accept, encoding)
  }
  return encoding
}

function negotiate(accept: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of accept.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((word) => word.trim())
    const weight = parameters.find((parameter) => parameter.startsWith("q="))
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0
  if (weightOf("br") > 0) return "br"
  if (weightOf("gzip") > 0) return "gzip"
  return "identity"
}
