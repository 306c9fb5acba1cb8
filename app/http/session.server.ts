import { redirect } from "@remix-run/node"
import { actFor, actorOf, sessionLifetime } from "#app/domain/identity/session.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { readCookie, sessionCookieName, setCookie } from "./cookies.server.ts"

/** Sets the session cookie and goes on to `next` (a path in its own language), else to the workspace. */
export function signedIn(ctx: Ctx, secret: string, next: string | null): Response {
  return redirect(next ?? localPath(ctx.locale, paths.workspace()), {
    status: 303,
    headers: { "Set-Cookie": setCookie(ctx.settings, sessionCookieName(ctx.settings), secret, sessionLifetime / 1000) },
  })
}

/**
 * Lets the request's session act for an organisation that its holder has joined in this very request, so that the
 * context made at its beginning does not know it yet.
 */
export async function actForJoined(ctx: Ctx, request: Request, organisationId: string): Promise<void> {
  const secret = sessionSecret(ctx, request)
  const actor = await actorOf(ctx, secret, ctx.now)
  if (actor) await actFor({ ...ctx, actor }, secret, organisationId)
}

/** The secret of the request's session; empty where it has none. */
export const sessionSecret = (ctx: Pick<Ctx, "settings">, request: Request): string =>
  readCookie(request, sessionCookieName(ctx.settings)) ?? ""

/** A header that removes the session cookie. */
export const signedOutHeaders = (ctx: Ctx): Headers =>
  new Headers({ "Set-Cookie": setCookie(ctx.settings, sessionCookieName(ctx.settings), "", 0) })
