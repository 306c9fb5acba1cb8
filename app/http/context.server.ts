import { actorOf } from "#app/domain/identity/session.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { readCookie, sessionCookieName, setCookie } from "./cookies.server.ts"
import type { LoadContext } from "./load-context.ts"
import { localeOf } from "./locale.ts"

const contexts = new WeakMap<LoadContext, Promise<Ctx>>()

/** The domain's context of a request, made once however many loaders the page has. */
export function contextOf(request: Request, load: LoadContext): Promise<Ctx> {
  const known = contexts.get(load)
  if (known) return known
  const made = makeContext(request, load)
  contexts.set(load, made)
  return made
}

async function makeContext(request: Request, load: LoadContext): Promise<Ctx> {
  const now = load.clock.now()
  const cookie = sessionCookieName(load.settings)
  const secret = readCookie(request, cookie)
  const actor = secret ? await actorOf(load, secret, now) : null
  if (secret && !actor) load.responseHeaders.append("Set-Cookie", setCookie(load.settings, cookie, "", 0))
  return {
    ...load,
    actor,
    now,
    locale: localeOf(new URL(request.url).pathname),
    requestId: load.requestId,
    clientAddress: load.clientAddress,
  }
}
