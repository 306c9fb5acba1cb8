import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import type { ServerBuild } from "@remix-run/node"
import { startSession } from "#app/domain/identity/session.server.ts"
import type { AppServices } from "#app/domain/kernel/context.ts"
import { closeAfterTest } from "./closing.ts"
import { type Call, type Exchange, exchange } from "./http-client.ts"
import { inProcessWorkshop } from "./workshop.ts"
import { createWorld, type World } from "./world.ts"

type Parts = typeof import("#app/server/parts.ts")

let loading: Promise<Parts> | undefined

/**
 * The parts of the site that is deployed, loaded once. Everything that throws or catches a DomainError
 * has to come from here: the test's own copy of that class is another one.
 */
function loadParts(): Promise<Parts> {
  return import(pathToFileURL(resolve("build/server/parts.js")).href)
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  /** Where a redirect leads: path and query. */
  readonly location: string | null
  readonly text: string
}

type Fields = Readonly<Record<string, string | readonly string[] | File>>

/** Somebody with a browser: his own cookies, and the headers that a browser sends along. */
export type Persona = {
  readonly cookies: ReadonlyMap<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Posts a form; it becomes multipart where a value is a file. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Answer>
  /** Any other request, with this person's cookies and nothing else added. */
  send(path: string, init: RequestInit): Promise<Answer>
  /** Goes where a redirect leads, as a browser would. */
  follow(answer: Answer): Promise<Answer>
}

export type TestApp = {
  readonly world: World
  readonly build: ServerBuild
  /** The pattern that a path stands under. */
  routePattern(path: string): string | null
  /** Everything that the site logged, oldest first. */
  readonly logged: { level: string; fields: object; message: string }[]
  /** Somebody who has not signed in. */
  visitor(): Persona
  /** Somebody signed in to `account`. */
  as(account: { id: string }): Promise<Persona>
  /** The same site behind its edge and page cache on a real port. */
  serve(): Promise<{ port: number; call(path: string, call?: Call): Promise<Exchange> }>
}

/** The whole site in this process, on a world of its own. `services` replaces parts of it. */
export async function openApp(options: { world?: World; services?: Partial<AppServices> } = {}): Promise<TestApp> {
  loading ??= loadParts()
  const parts = await loading
  const world = options.world ?? (await createWorld())
  const logged: TestApp["logged"] = []
  const note = (level: string) => (fields: object, message: string) => void logged.push({ level, fields, message })
  const freshness = parts.freshness.localFreshness()
  const services: AppServices = {
    ...world.services,
    workshop: inProcessWorkshop(parts.workshopTasks),
    log: { info: note("info"), warn: note("warn"), error: note("error") },
    publicChanged() {
      world.services.publicChanged()
      freshness.changed()
    },
    ...options.services,
  }
  const origin = services.settings.appUrl
  const checks = { database: "ok", migrations: "ok", disk: "ok" } as const
  const site = parts.site.createSite({
    services,
    build: parts.build,
    mode: "test",
    readiness: async () => ({ ready: true, stopping: false, checks }),
  })

  let requests = 0
  function persona(initial: readonly (readonly [string, string])[] = []): Persona {
    const cookies = new Map(initial)
    async function send(path: string, init: RequestInit): Promise<Answer> {
      requests += 1
      const headers = new Headers(init.headers)
      headers.set("Host", new URL(origin).host)
      if (cookies.size > 0) headers.set("Cookie", [...cookies].map((pair) => pair.join("=")).join("; "))
      const response = await site.fetch(new Request(origin + path, { ...init, headers }), {
        requestId: `test-${requests}`,
        clientAddress: "192.0.2.7",
      })
      for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
      const location = response.headers.get("Location")
      const target = location === null ? null : new URL(location, origin + path)
      return {
        status: response.status,
        headers: response.headers,
        location: target && (target.origin === origin ? target.pathname + target.search : target.href),
        text: await response.text(),
      }
    }
    const get: Persona["get"] = (path, headers) => send(path, { headers: { ...browser, ...headers } })
    return {
      cookies,
      send,
      get,
      post: (path, fields = {}, headers = {}) =>
        send(path, {
          method: "POST",
          body: bodyOf(fields),
          headers: { ...browser, Origin: origin, "Sec-Fetch-Site": "same-origin", ...headers },
        }),
      async follow(answer) {
        if (answer.location === null) throw new Error(`Not a redirect but ${answer.status}.`)
        return get(answer.location)
      },
    }
  }

  return {
    world,
    build: parts.build,
    routePattern: parts.routes.routeTable(parts.build.routes).match,
    logged,
    visitor: () => persona(),
    async as(account) {
      const secret = await startSession({ db: services.db, now: services.clock.now() }, account.id, "test")
      return persona([["simpul_session", secret]])
    },
    async serve() {
      const { log } = parts.log.createLog("silent")
      const edge = parts.edge.createEdge({
        site,
        origin,
        routes: parts.routes.routeTable(parts.build.routes),
        files: new Map(),
        cache: new parts.cache.PageCache({ freshness }),
        log,
        trustedProxies: [],
      })
      const listening = await parts.listen.listen(edge, { host: "127.0.0.1", port: 0 })
      closeAfterTest(() => listening.stop(0))
      const { host } = new URL(origin)
      return {
        port: listening.port,
        call: (path, call = {}) =>
          exchange(listening.port, path, { ...call, headers: { Host: host, Connection: "close", ...call.headers } }),
      }
    },
  }
}

const browser = {
  Accept: "text/html,application/xhtml+xml",
  "Accept-Language": "id-ID,id;q=0.9",
  "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
}

function bodyOf(fields: Fields): URLSearchParams | FormData {
  const values = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === "string" || value instanceof File ? [value] : value).map((each) => [name, each] as const),
  )
  if (!values.some(([, value]) => value instanceof File))
    return new URLSearchParams(values.map(([name, value]) => [name, String(value)]))
  const form = new FormData()
  for (const [name, value] of values) form.append(name, value)
  return form
}

/** Keeps a Set-Cookie as a browser does, as far as the portal's own cookies go. */
function keep(cookies: Map<string, string>, header: string): void {
  const [pair = "", ...attributes] = header.split(";").map((part) => part.trim())
  const at = pair.indexOf("=")
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}
