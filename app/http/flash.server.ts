import { redirect } from "@remix-run/node"
import type { Ctx } from "#app/domain/kernel/context.ts"
import type { KeyOf } from "#app/i18n/catalogue.ts"
import type { id } from "#app/i18n/id.ts"
import { localPath } from "#app/i18n/react.tsx"
import { flashCookieName, readCookie, setCookie } from "./cookies.server.ts"
import type { LoadContext } from "./load-context.ts"

export type FlashKey = KeyOf<(typeof id)["flash"]>

/** 303 to `path` (in the reader's language) with a sentence that the next page shows once. */
export function redirectWith(ctx: Ctx, path: string, flash?: FlashKey, headers?: Headers): Response {
  const all = new Headers(headers)
  if (flash) all.append("Set-Cookie", setCookie(ctx.settings, flashCookieName, flash, 60))
  return redirect(localPath(ctx.locale, path), { status: 303, headers: all })
}

/** The sentence left by the page before, as a catalogue key below `flash`; it is forgotten with this response. */
export function takeFlash(request: Request, context: LoadContext): string | null {
  const key = readCookie(request, flashCookieName)
  if (key === null) return null
  context.responseHeaders.append("Set-Cookie", setCookie(context.settings, flashCookieName, "", 0))
  return /^[a-zA-Z.]{1,80}$/.test(key) ? key : null
}
