import { Transform } from "node:stream"
import type { EntryContext, HandleErrorFunction } from "@remix-run/node"
import { createReadableStreamFromReadable } from "@remix-run/node"
import { isRouteErrorResponse, RemixServer } from "@remix-run/react"
import { isbot } from "isbot"
import type { ReactNode } from "react"
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server"
import type { LoadContext } from "#app/http/load-context.ts"
import { DemoContext, NonceContext } from "#app/http/nonce.ts"
import { hydratingPolicy, scriptedPolicy, staticPolicy } from "#app/server/security-headers.ts"
import { FieldLabels } from "#app/ui/index.ts"
import type { Handle } from "./root.tsx"

/** How long a page may take before what is missing is given up, in milliseconds. */
export const streamTimeout = 10_000

/**
 * Renders a page. Pages without script, and all pages for machines that read, leave whole; a page that hydrates
 * streams from its shell on. Only the latter carries a nonce.
 */
export default function handleDocument(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, log, requestId, settings }: LoadContext,
): Promise<Response> {
  const handles = context.staticHandlerContext.matches.map(
    ({ route }) => context.routeModules[route.id]?.handle as Handle | undefined,
  )
  const hydrates = handles.some((handle) => handle?.hydrate === true)
  const scripted = handles.some((handle) => handle?.script !== undefined)
  const whole = !hydrates || isbot(request.headers.get("User-Agent"))
  headers.set("Content-Type", "text/html; charset=utf-8")
  headers.set("Content-Security-Policy", hydrates ? hydratingPolicy(nonce) : scripted ? scriptedPolicy : staticPolicy)
  const labels = !hydrates && isRefusal(context) ? new Map<string, ReactNode>() : null
  const page = (entry: EntryContext) => (
    <NonceContext.Provider value={nonce}>
      <DemoContext.Provider value={settings.demo}>
        <FieldLabels.Provider value={labels}>
          <RemixServer context={entry} url={request.url} nonce={nonce} />
        </FieldLabels.Provider>
      </DemoContext.Provider>
    </NonceContext.Provider>
  )
  // The data for the browser can be read once; the page that is thrown away goes without.
  if (labels) {
    const { serverHandoffStream: _, ...once } = context
    renderToStaticMarkup(page(once))
  }
  return new Promise((resolve, reject) => {
    const body = withoutPadding()
    let shell = false
    let failed = false
    const answer = () => {
      resolve(new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(page(context), {
      nonce,
      onShellReady() {
        shell = true
        if (!whole) answer()
      },
      onAllReady() {
        clearTimeout(late)
        if (whole) answer()
      },
      onShellError(error) {
        clearTimeout(late)
        reject(error)
      },
      onError(error) {
        failed = true
        // What fails before the shell rejects and is reported there; a reader who went away is no fault.
        if (shell && !body.destroyed) log.error({ error, requestId }, "a part of a page could not be rendered")
      },
    })
    const late = setTimeout(abort, streamTimeout + 1000)
    late.unref()
  })
}

/** Whether the page answers a form that was refused. Its error summary names fields that are drawn after it. */
const isRefusal = ({ staticHandlerContext: { actionData, statusCode } }: EntryContext): boolean =>
  actionData !== null && statusCode >= 400

/**
 * React 18 fills its buffer up with zero bytes where the next character, of several bytes, does not fit into it. No
 * page has a use for one.
 */
const withoutPadding = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })

/** A fault that no handler expected. Refusals are answers, and a reader who went away is no fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const { log, requestId } = context as LoadContext
  log.error({ error, requestId }, "a handler failed")
}
