import type { Settings } from "#app/domain/kernel/context.ts"

/**
 * Over https the name says so: browsers take a cookie called `__Host-` from this host alone, over TLS and for the whole
 * site, so that no neighbour below the same domain can put one of his own in its place.
 */
export const sessionCookieName = (settings: Settings): string =>
  isSecure(settings) ? "__Host-simpul_session" : "simpul_session"
export const flashCookieName = "simpul_flash"

/** The value of one cookie in a request, or null. Malformed escapes read as absent. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = part.indexOf("=")
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    try {
      return decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      return null
    }
  }
  return null
}

/**
 * A Set-Cookie value: HttpOnly, Lax, for the whole site, `Secure` exactly when the portal is served over https.
 * `maxAge` in seconds; 0 deletes; undefined ends with the browser.
 */
export function setCookie(settings: Settings, name: string, value: string, maxAge?: number): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, "Path=/", "HttpOnly", "SameSite=Lax"]
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  if (isSecure(settings)) parts.push("Secure")
  return parts.join("; ")
}

const isSecure = (settings: Settings): boolean => settings.appUrl.startsWith("https:")
