import { createHash } from "node:crypto"
import type { Instant } from "#app/domain/kernel/clock.ts"
import type { Action } from "#app/domain/policy/table.ts"
import { attachment } from "./download.server.ts"
import { type ApiRead, apiGetOnly, apiLoaderFor, problem } from "./problem.server.ts"

/** What a route of open data answers with. */
export type OpenAnswer = {
  readonly body: string
  readonly type: string
  /** Absolute address of what comes after it. */
  readonly next?: string | null
  /** Name of the file where it is one. */
  readonly file?: string
  /** Query parameters that the answer depends on. */
  readonly understood?: readonly string[]
  /** The instant at which it changes by itself. */
  readonly until?: Instant | undefined
}

const open = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" } as const

/**
 * A read of open data under one row of the policy table: any site may read it, cookies count for nothing, and the page
 * cache may keep it. It carries an ETag and answers 304 to whoever has it.
 */
export function openDataFor(access: Action, work: (incoming: ApiRead) => Promise<OpenAnswer | Response>) {
  const loader = apiLoaderFor(access, async (incoming) => {
    const answer = await work(incoming)
    if (answer instanceof Response) return answer
    return responseOf(answer, incoming.request.headers.get("If-None-Match"))
  })
  return Object.assign(async (asked: Parameters<typeof loader>[0]) => opened(await loader(asked)), { access })
}

/** What any other method is answered with. */
export const openDataOnly = apiGetOnly

/** 400 that names each parameter which is not understood. */
export const unknownParameters = (errors: Readonly<Record<string, readonly string[]>>): Response =>
  problem(400, { detail: "Some parameters are not understood.", code: "parameters", errors })

/** Refusals too can be read by a page of another site. */
function opened(response: Response): Response {
  for (const [name, value] of Object.entries(open)) response.headers.set(name, value)
  return response
}

function responseOf(answer: OpenAnswer, known: string | null): Response {
  // The same as the page cache gives the plain bytes, and weak, since what is sent may be compressed on its way.
  const tag = createHash("sha256").update(answer.body).digest("base64url").slice(0, 22)
  const { understood = [], until, next } = answer
  const headers = new Headers({
    "Cache-Control": "no-cache",
    ETag: `W/"${tag}"`,
    "Access-Control-Expose-Headers": "ETag, Link",
  })
  if (next) headers.set("Link", `<${next}>; rel="next"`)
  if (knows(known, tag)) return new Response(null, { status: 304, headers })
  const mark = ["public"]
  if (understood.length > 0) mark.push(`query=${understood.join(" ")}`)
  if (until) mark.push(`until=${until}`)
  headers.set("X-Simpul-Cache", mark.join(";"))
  headers.set("Content-Type", answer.type)
  if (answer.file) headers.set("Content-Disposition", attachment(answer.file))
  return new Response(answer.body, { headers })
}

/** Whether If-None-Match names the tag, in whichever encoding it was handed out. */
const knows = (header: string | null, tag: string): boolean =>
  (header ?? "").split(",").some((each) => {
    const [, name] = /^(?:W\/)?"([\w-]*?)(?:-gz|-br)?"$/.exec(each.trim()) ?? []
    return name === tag || each.trim() === "*"
  })
