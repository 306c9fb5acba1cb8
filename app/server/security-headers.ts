/** Everything a page may load, before scripts come into it. */
const documentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/** For pages without script, the only ones that may be kept and served to everybody. */
export const staticPolicy = [...documentPolicy, "script-src 'none'"].join("; ")

/** For pages that carry a script of their own from the portal's files. */
export const scriptedPolicy = [...documentPolicy, "script-src 'self'", "connect-src 'self'"].join("; ")

/** For pages that hydrate: the portal's own files, and inline scripts that carry this response's nonce. */
export const hydratingPolicy = (nonce: string): string =>
  [...documentPolicy, `script-src 'self' 'nonce-${nonce}'`, "connect-src 'self'"].join("; ")

/** For what is no page: data, feeds, redirects. */
const nothingPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A PDF viewer inside the browser needs its own styles; only framing is refused. */
const pdfPolicy = "frame-ancestors 'none'"

/** The same for every answer of the portal, static files included. HSTS exactly when the portal is served over https. */
export function standingHeaders(origin: string): readonly (readonly [string, string])[] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ...(origin.startsWith("https:") ? ([["Strict-Transport-Security", "max-age=31536000"]] as const) : []),
  ]
}

/** Adds what a response does not say itself. A page without a policy of its own gets the strictest one. */
export function secure(headers: Headers, standing: readonly (readonly [string, string])[]): void {
  for (const [name, value] of standing) if (!headers.has(name)) headers.set(name, value)
  if (headers.has("Content-Security-Policy")) return
  const type = headers.get("Content-Type") ?? ""
  const policy = type.startsWith("text/html")
    ? staticPolicy
    : type.startsWith("application/pdf")
      ? pdfPolicy
      : nothingPolicy
  headers.set("Content-Security-Policy", policy)
}
