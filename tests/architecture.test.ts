import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const root = fileURLToPath(new URL("..", import.meta.url))

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : []
  })
}

const sources = ["app", "db", "content"].flatMap(filesBelow)

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }

/** The file an import names, relative to the root, or the package's name. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1).replace(/\?.*$/, "")
  if (specifier.startsWith(".")) return relative(root, resolve(root, dirname(from), specifier)).replace(/\?.*$/, "")
  return specifier
}

const imports: Import[] = sources.flatMap((from) => {
  const code = readFileSync(join(root, from), "utf8")
  const found: Import[] = []
  for (const match of code.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?([^"';]*?\sfrom\s+)?["']([^"'\n]+)["']/g)) {
    if (match[1] === "export" && !match[3]) continue
    const clause = match[3] ?? ""
    const named = clause.match(/^\{([^}]*)\}\s*from\s*$/s)
    const allTypes = named
      ? named[1]!.split(",").every((name) => /^\s*(type\s|$)/.test(name)) && /type\s/.test(named[1]!)
      : false
    found.push({ from, to: target(from, match[4]!), typeOnly: Boolean(match[2]) || allTypes })
  }
  for (const match of code.matchAll(/import\(\s*["']([^"']+)["']\s*\)/g))
    found.push({ from, to: target(from, match[1]!), typeOnly: false })
  return found
})

const below = (path: string, folder: string) => path.startsWith(`${folder}/`)
const offenders = (wrong: (found: Import) => boolean) => imports.filter(wrong).map(({ from, to }) => `${from} → ${to}`)

test("the scan sees the product", () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(imports.length).toBeGreaterThan(300)
})

test("nothing is added to the agreed top level", () => {
  const agreed = ["app", "content", "db", "public", "tests"]
  const extra = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .filter((name) => !agreed.includes(name) && !["node_modules", "build", "data", "coverage"].includes(name))
  expect(extra).toEqual([])
})

test("no room is named after what is in everybody's way", () => {
  const vague = /\/(utils?|helpers?|common|misc|lib|shared)(\/|\.(server\.)?tsx?$)/
  expect(sources.filter((path) => vague.test(path) && !path.startsWith("app/i18n/"))).toEqual([])
})

test("every file is in kebab-case", () => {
  expect(sources.filter((path) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/.test(path.split("/").at(-1)!))).toEqual(
    [],
  )
})

test("the domain knows nothing of the rooms above it", () => {
  const above =
    /^(app\/(routes|http|ui|server|services|mail|i18n|paths|root|routes\.ts|entry)|react|@remix-run|hono|@hono)/
  expect(offenders(({ from, to }) => below(from, "app/domain") && above.test(to))).toEqual([])
})

test("the database knows nothing of the product, but for the seeds that tell its story", () => {
  expect(
    offenders(
      ({ from, to }) => below(from, "db") && !below(from, "db/seeds") && (below(to, "app") || below(to, "content")),
    ),
  ).toEqual([])
})

test("migrations know kysely and portable only", () => {
  expect(
    offenders(({ from, to }) => /^db\/migrations\/\d/.test(from) && to !== "kysely" && to !== "db/portable.ts"),
  ).toEqual([])
})

test("the ui knows languages and paths, and nothing of the domain or requests", () => {
  expect(
    offenders(
      ({ from, to }) => below(from, "app/ui") && /^app\/(domain|http|routes|server|services|mail)|^db\//.test(to),
    ),
  ).toEqual([])
})

test("only the environment module reads process.env", () => {
  // The launcher hands the whole environment on to the program it starts and reads nothing of it.
  const allowed = ["app/env.server.ts", "app/server/launch.mjs"]
  const readers = sources.filter(
    (path) => below(path, "app") && /process\.env\b/.test(readFileSync(join(root, path), "utf8")),
  )
  expect(readers.filter((path) => !allowed.includes(path))).toEqual([])
})

test("routes ask the domain; they hold no queries", () => {
  expect(
    offenders(
      ({ from, to }) => below(from, "app/routes") && (to === "kysely" || below(to, "db")) && to !== "db/schema.ts",
    ),
  ).toEqual([])
})

test("requests and responses are known to http, routes and server only", () => {
  expect(
    offenders(
      ({ from, to }) =>
        to.startsWith("@remix-run/") &&
        !/^app\/(http|routes|server|root|entry|routes\.ts)/.test(from) &&
        !/^app\/routes\.ts$/.test(from),
    ),
  ).toEqual([])
})

test("nouns of the domain are acyclic", () => {
  const order = [
    "kernel",
    "audit",
    "policy",
    "notification",
    "region",
    "identity",
    "organisation",
    "signature",
    "agreement",
    "proposal",
    "initiative",
    "programme",
    "publishing",
    "publishing",
    "network",
  ]
  const noun = (path: string) => path.match(/^app\/domain\/([a-z]+)\//)?.[1]
  // What is given with every request (context), the table of rights and the list of event types gather every noun.
  const gathers = new Set(["app/domain/kernel/context.ts", "app/domain/policy/table.ts", "app/domain/audit/events.ts"])
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const [a, b] = [noun(from), noun(to)]
    if (!a || !b || a === b || gathers.has(from) || typeOnly) return false
    if (["kernel", "audit", "policy", "notification"].includes(b)) return false
    return order.indexOf(b) > order.indexOf(a)
  })
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test("no file imports itself through others", () => {
  const graph = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly) continue
    const file = [to, `${to}.ts`, `${to}.tsx`].find((path) => sources.includes(path))
    if (file) graph.set(from, [...(graph.get(from) ?? []), file])
  }
  const state = new Map<string, "open" | "done">()
  const circles: string[] = []
  const visit = (file: string, trail: string[]): void => {
    if (state.get(file) === "done") return
    if (state.get(file) === "open") {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "))
      return
    }
    state.set(file, "open")
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    state.set(file, "done")
  }
  for (const file of sources) visit(file, [])
  expect(circles).toEqual([])
})

test("a file that only the server may see is imported by files the browser never gets", () => {
  const browserEntry = (path: string) => below(path, "app/ui") || below(path, "app/i18n") || path === "app/paths.ts"
  expect(offenders(({ from, to, typeOnly }) => browserEntry(from) && !typeOnly && /\.server\.tsx?$/.test(to))).toEqual(
    [],
  )
})

test("files stay small enough to read", () => {
  const long = sources
    .filter((path) => !path.startsWith("app/i18n/") && !path.startsWith("content/") && path !== "db/schema.ts")
    .map((path) => ({ path, lines: readFileSync(join(root, path), "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 420)
  expect(long).toEqual([])
})

test("nothing committed names a path of somebody's machine", () => {
  const texts = ["app", "db", "content", "tests"].flatMap(filesBelow)
  const machine = /\/(?:home|root|Users)\/[a-z]+\//
  expect(
    texts.filter((path) => statSync(join(root, path)).isFile() && machine.test(readFileSync(join(root, path), "utf8"))),
  ).toEqual([])
})
