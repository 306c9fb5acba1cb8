import { STATUS_CODES } from "node:http"
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { DomainError, isDomainError } from "#app/domain/kernel/errors.ts"
import type { Rule } from "#app/domain/kernel/rule.ts"
import { type Action, policy } from "#app/domain/policy/table.ts"
import { readForm } from "./body.server.ts"
import { BodyRefusal } from "./body-refusal.ts"
import { errorText } from "./form.ts"
import type { LoadContext } from "./load-context.ts"
import { statusOf } from "./refusal.ts"

/** A read of the API as it arrives. */
export type ApiRead = {
  readonly ctx: Ctx
  readonly request: Request
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
}
type Posted = ApiRead & { readonly form: FormData }

/** Fields of a problem besides its status and title. */
type ProblemDetails = {
  readonly detail: string
  /** Message key of the refusal: what a program may branch on. */
  readonly code?: string
  readonly errors?: Readonly<Record<string, readonly string[]>>
}

/** Problem details (RFC 9457), in English. */
export function problem(
  status: number,
  { detail, ...more }: ProblemDetails,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { type: "about:blank", title: STATUS_CODES[status], status, detail, ...more }
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  })
}

/**
 * A read of the API under one row of the policy table. Cookies count for nothing here, so no page of another site can
 * act in a reader's name; what the API answers is what anybody may know.
 */
export function apiLoaderFor(access: Action, work: (incoming: ApiRead) => Promise<Response> | Response) {
  const loader = ({ request, params, context }: LoaderFunctionArgs): Promise<Response> =>
    answering(context, async () => work(arrive(request, params, context, access)))
  return Object.assign(loader, { access })
}

/** A post to the API, a form with at most `limit` bytes. Any other method is refused with 405. */
export function apiActionFor(
  access: Action,
  work: (posted: Posted) => Promise<Response> | Response,
  options: { limit: number },
) {
  const action = ({ request, params, context }: ActionFunctionArgs): Promise<Response> =>
    answering(context, async () => {
      if (request.method !== "POST") return methodNotAllowed("POST")
      const incoming = arrive(request, params, context, access)
      return work({ ...incoming, form: await readForm(request, options.limit) })
    })
  return Object.assign(action, { access })
}

/** For an address that has nothing to read. */
export const apiPostOnly = (access: Action) => apiLoaderFor(access, () => methodNotAllowed("POST"))

/** For an address that can only be read: what any other method is answered with. */
export const apiGetOnly = (access: Action) =>
  Object.assign(async (): Promise<Response> => methodNotAllowed("GET, HEAD"), { access })

export const methodNotAllowed = (allow: string): Response => problem(405, { detail: `Use ${allow}.` }, { Allow: allow })

function arrive(request: Request, params: object, load: LoadContext, access: Action): ApiRead {
  const ctx: Ctx = {
    ...load,
    actor: null,
    now: load.clock.now(),
    locale: "en",
    requestId: load.requestId,
    clientAddress: load.clientAddress,
  }
  const rule = policy[access] as Rule
  if (rule.length < 2 && !rule(null, undefined)) throw new DomainError("forbidden", "forbidden")
  return { ctx, request, url: new URL(request.url), params: params as ApiRead["params"] }
}

/** Turns what `work` throws into problem details; what is no refusal is noted as a fault. */
export async function answering(load: LoadContext, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BodyRefusal) return problem(error.status, { detail: errorText("en", `body.${error.status}`) })
    if (isDomainError(error)) return refusal(error)
    load.log.error({ error, requestId: load.requestId }, "an API handler failed")
    return problem(500, { detail: "This is a fault of the portal. It has been noted." })
  }
}

function refusal(error: DomainError): Response {
  const texts = Object.entries(error.fields).map(([name, keys]) => [
    name,
    keys.map((key) => errorText("en", key, error.parameters)),
  ])
  return problem(
    statusOf[error.code],
    {
      detail: errorText("en", error.key, error.parameters),
      code: error.key,
      ...(texts.length > 0 ? { errors: Object.fromEntries(texts) } : {}),
    },
    error.retryAfter === undefined ? {} : { "Retry-After": String(error.retryAfter) },
  )
}
