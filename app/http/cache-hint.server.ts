import type { AppLoadContext } from "@remix-run/node"
import type { Instant } from "#app/domain/kernel/clock.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"

/**
 * Tells the page cache more of a public page than that it is one: the query parameters it understands, and the
 * instant at which it changes by itself. Pages of people who are signed in are nobody else's.
 */
export function cacheHint(
  ctx: Ctx,
  context: AppLoadContext,
  hint: { query?: readonly string[]; until?: Instant },
): void {
  if (ctx.actor) return
  const parts = ["public"]
  if (hint.query?.length) parts.push(`query=${hint.query.join(" ")}`)
  if (hint.until) parts.push(`until=${hint.until}`)
  context.responseHeaders.set("X-Simpul-Cache", parts.join(";"))
}
