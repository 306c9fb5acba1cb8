import type { ActionFunctionArgs } from "@remix-run/node"
import { DomainError, isDomainError } from "#app/domain/kernel/errors.ts"
import { anyone, type Rule } from "#app/domain/kernel/rule.ts"
import { type Action, policy } from "#app/domain/policy/table.ts"
import { readForm } from "./body.server.ts"
import { BodyRefusal } from "./body-refusal.ts"
import { contextOf } from "./context.server.ts"
import { guardOrigin } from "./guard.server.ts"
import type { Posted } from "./handler.server.ts"
import { statusOf } from "./refusal.ts"

/**
 * An action that a page's own script posts its form to, under one row of the policy table. It answers JSON with the
 * status that says how it went: 401 without a session, the others as everywhere. What it refuses, the page's button
 * refuses too, in words.
 */
export function jsonActionFor(access: Action, work: (posted: Posted) => Promise<Response>) {
  const action = async ({ request, params, context }: ActionFunctionArgs): Promise<Response> => {
    try {
      if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } })
      guardOrigin(request, context.settings.appUrl)
      const ctx = await contextOf(request, context)
      const rule = policy[access] as Rule
      if (!ctx.actor && rule !== anyone) return answer({ code: "signedOut" }, 401)
      if (rule.length < 2 && !rule(ctx.actor, undefined)) throw new DomainError("forbidden", "forbidden")
      const url = new URL(request.url)
      const form = await readForm(request)
      return await work({ ctx, request, url, params: params as Posted["params"], context, form })
    } catch (error) {
      if (error instanceof BodyRefusal) return answer({ code: "body" }, error.status)
      if (!isDomainError(error)) throw error
      if (error.retryAfter !== undefined) context.responseHeaders.set("Retry-After", String(error.retryAfter))
      return answer({ code: error.code, key: error.key }, statusOf[error.code])
    }
  }
  return Object.assign(action, { access })
}

/** For an address that has nothing to read. */
export const jsonPostOnly = (access: Action) =>
  Object.assign(async (): Promise<Response> => new Response(null, { status: 405, headers: { Allow: "POST" } }), {
    access,
  })

/** JSON that nobody keeps. */
export const answer = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  })
