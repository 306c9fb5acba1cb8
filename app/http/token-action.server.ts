import type { ActionFunctionArgs } from "@remix-run/node"
import type { z } from "zod"
import { countTry } from "#app/domain/identity/rate-limit.server.ts"
import type { TokenScope } from "#app/domain/kernel/actor.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { forbidden, invalid } from "#app/domain/kernel/errors.ts"
import { type ProgramActor, programOf } from "#app/domain/organisation/api-token/bearer.server.ts"
import type { Action } from "#app/domain/policy/table.ts"
import { fieldsOf } from "#app/domain/publishing/field-paths.ts"
import { readBytes } from "./body.server.ts"
import { BodyRefusal } from "./body-refusal.ts"
import type { LoadContext } from "./load-context.ts"
import { answering, methodNotAllowed, problem } from "./problem.server.ts"

type Sent<T> = {
  readonly ctx: Ctx & { readonly actor: ProgramActor }
  readonly body: T
  /** The request's `Idempotency-Key`, or null where it has none. */
  readonly key: string | null
}

/**
 * A post of JSON to the API by a program that carries a token of `scope`, under one row of the policy table. Cookies
 * count for nothing, and no header opens it to pages of other sites. Whoever it does not know learns nothing (401) and
 * is not read any further.
 */
export function tokenActionFor<S extends z.ZodType>(
  access: Action,
  options: { readonly scope: TokenScope; readonly schema: S; readonly limit: number },
  work: (sent: Sent<z.output<S>>) => Promise<Response>,
) {
  const action = ({ request, context }: ActionFunctionArgs): Promise<Response> =>
    answering(context, async () => {
      if (request.method !== "POST") return methodNotAllowed("POST")
      const now = context.clock.now()
      const actor = await programOf(context, request.headers.get("Authorization"), now)
      if (!actor) return unknownProgram()
      const ctx = contextFor(context, actor, now)
      await countTry(ctx, "api.token", actor.accountId)
      if (!actor.scopes.includes(options.scope)) throw forbidden("api.scope", { scope: options.scope })
      if (!actor.acting.organisationVerified)
        throw forbidden("apiToken.notVerified", { organisation: actor.acting.organisationName })
      const key = request.headers.get("Idempotency-Key")
      if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
        return problem(400, { detail: "Idempotency-Key must be 1 to 200 visible ASCII characters.", code: "api.key" })
      const sent = await readJson(request, options.limit)
      if ("refused" in sent) return sent.refused
      const read = options.schema.safeParse(sent.json)
      if (!read.success) throw invalid("api.fields", { fields: fieldsOf(read.error) })
      return work({ ctx, body: read.data, key })
    })
  return Object.assign(action, { access })
}

function contextFor(load: LoadContext, actor: ProgramActor, now: string): Sent<unknown>["ctx"] {
  const { requestId, clientAddress } = load
  return { ...load, actor, now, locale: "en", requestId, clientAddress }
}

/** No token, an unknown one, an expired or revoked one: the same words. */
const unknownProgram = (): Response =>
  problem(
    401,
    { detail: "Send a token that is valid, as `Authorization: Bearer simpul_…`.", code: "api.token" },
    { "WWW-Authenticate": 'Bearer realm="Simpul API"' },
  )

const bodyWords = {
  400: "The body is not JSON in UTF-8.",
  413: "The body is too large.",
  415: "Send `Content-Type: application/json`.",
} as const

/** The JSON of a body, or how it is refused. */
async function readJson(request: Request, limit: number): Promise<{ json: unknown } | { refused: Response }> {
  const refuse = (status: keyof typeof bodyWords) => ({
    refused: problem(status, { detail: bodyWords[status], code: `api.body.${status}` }),
  })
  const type = (request.headers.get("Content-Type") ?? "").toLowerCase()
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/.test(type)) return refuse(415)
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(request, limit))
    return { json: JSON.parse(text) as unknown }
  } catch (error) {
    if (error instanceof BodyRefusal) return refuse(error.status)
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return refuse(400)
    throw error
  }
}
