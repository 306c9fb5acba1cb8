import { type ActionFunctionArgs, type AppLoadContext, data, type LoaderFunctionArgs, redirect } from "@remix-run/node"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { DomainError, isDomainError } from "#app/domain/kernel/errors.ts"
import { anyone, type Rule } from "#app/domain/kernel/rule.ts"
import { type Action, policy } from "#app/domain/policy/table.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { readForm } from "./body.server.ts"
import { BodyRefusal, type WithoutFiles } from "./body-refusal.ts"
import { contextOf } from "./context.server.ts"
import { guardOrigin } from "./guard.server.ts"
import { localeOf } from "./locale.ts"
import { type RefusedAction, statusOf } from "./refusal.ts"

type Incoming = {
  readonly ctx: Ctx
  readonly request: Request
  readonly url: URL
  readonly params: Params
  readonly context: AppLoadContext
}
type Params = Readonly<Record<string, string>>
export type Posted = Incoming & { readonly form: FormData }

/** The action of the policy table that a handler stands under; the access-matrix test reads it. */
export type Guarded = { readonly access: Action }

/**
 * A loader under one row of the policy table. Rules that need no subject are checked at the door; a visitor who
 * lacks a sign-in is sent there and comes back. The others are checked by the domain on the subject itself.
 * Refusals leave as 404/403/409/422/429 for the error page. Everything else that is thrown is a bug and stays one.
 * `public`: the page is the same for every visitor, so the page cache may keep it.
 */
export function loaderFor<T>(
  access: Action,
  work: (incoming: Incoming) => Promise<T> | T,
  options: { public?: boolean } = {},
) {
  const loader = async ({ request, params, context }: LoaderFunctionArgs): Promise<T> => {
    try {
      const ctx = await contextOf(request, context)
      const url = new URL(request.url)
      passDoor(ctx, access, url)
      if (options.public && !ctx.actor) context.responseHeaders.set("X-Simpul-Cache", "public")
      return await work({ ctx, request, url, params: params as Params, context })
    } catch (error) {
      throw asResponse(error, context)
    }
  }
  return Object.assign(loader, { access })
}

/**
 * An action under one row of the policy table. Guards the origin, reads the form with a limit, and answers a
 * refusal that the person can mend (invalid, conflict, rate limit, too large a file) as data for the same page, with
 * what was typed.
 */
export function actionFor<T>(
  access: Action,
  work: (posted: Posted) => Promise<T> | T,
  options: { limit?: number; methods?: readonly string[] } = {},
) {
  const methods = options.methods ?? ["POST"]
  const action = async ({ request, params, context }: ActionFunctionArgs) => {
    let form = new FormData()
    try {
      if (!methods.includes(request.method)) throw methodNotAllowed(methods)
      guardOrigin(request, context.settings.appUrl)
      const ctx = await contextOf(request, context)
      const url = new URL(request.url)
      if (!ctx.actor && (policy[access] as Rule) !== anyone) keepTyped(await readTyped(request, options.limit))
      passDoor(ctx, access, url)
      form = await readForm(request, options.limit)
      return await work({ ctx, request, url, params: params as Params, context, form })
    } catch (error) {
      if (isDomainError(error) && ["invalid", "conflict", "rate_limited"].includes(error.code)) {
        if (error.retryAfter !== undefined) context.responseHeaders.set("Retry-After", String(error.retryAfter))
        const refused: RefusedAction = { refusal: refusalOf(error), values: textValues(form) }
        return data(refused, { status: statusOf[error.code] })
      }
      if (error instanceof BodyRefusal && error.rest) return data(tooLarge(error.rest), { status: error.status })
      throw asResponse(error, context)
    }
  }
  return Object.assign(action, { access })
}

function passDoor(ctx: Ctx, access: Action, url: URL): void {
  const rule = policy[access] as Rule
  if (rule === anyone) return
  if (!ctx.actor) {
    const back = `${url.pathname.replace(/\.data$/, "")}${url.search}`
    throw redirect(`${localPath(localeOf(url.pathname), paths.signIn())}?lanjut=${encodeURIComponent(back)}`, 303)
  }
  if (rule.length < 2 && !rule(ctx.actor, undefined)) throw new DomainError("forbidden", "forbidden")
}

/**
 * A session may end while somebody writes. What was typed comes back on a page from which it can be sent again after
 * signing in elsewhere; a form of buttons alone goes to the sign-in page.
 */
function keepTyped(form: FormData): void {
  const values = textValues(form)
  if (Object.values(values).some((texts) => texts.some((text) => text.trim() !== "")))
    throw data({ key: "sessionEnded", values }, { status: 403 })
}

/** What was typed, however large the files beside it. */
async function readTyped(request: Request, limit?: number): Promise<FormData> {
  try {
    return await readForm(request, limit)
  } catch (error) {
    if (error instanceof BodyRefusal && error.rest) return error.rest.form
    throw error
  }
}

/** A form with files that were too large: it comes back with all the rest, and says so at their fields. */
function tooLarge({ form, tooLarge: files }: WithoutFiles): RefusedAction {
  const fields = Object.fromEntries(files.map((name) => [name, ["field.fileTooLarge"]]))
  return { refusal: { code: "invalid", key: "form", parameters: {}, fields }, values: textValues(form) }
}

function refusalOf(error: DomainError) {
  return { code: error.code, key: error.key, parameters: error.parameters, fields: error.fields }
}

/** Secrets are not handed back to the page: the person types them again. */
const secretFields = /password|passphrase|sandi/i

function textValues(form: FormData): Record<string, string[]> {
  // A map and not an object: a field may be called `toString`, and one name may come thousands of times.
  const values = new Map<string, string[]>()
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || secretFields.test(name)) continue
    const known = values.get(name)
    if (known) known.push(value)
    else values.set(name, [value])
  }
  return Object.fromEntries(values)
}

function methodNotAllowed(allow: readonly string[]): Response {
  return new Response(null, { status: 405, headers: { Allow: ["GET", "HEAD", ...allow].join(", ") } })
}

function asResponse(error: unknown, context: { responseHeaders: Headers }): unknown {
  if (error instanceof BodyRefusal) return data({ key: `body.${error.status}` }, { status: error.status })
  if (!isDomainError(error)) return error
  if (error.retryAfter !== undefined) context.responseHeaders.set("Retry-After", String(error.retryAfter))
  return data(refusalOf(error), { status: statusOf[error.code] })
}
