import type { ServerBuild } from "@remix-run/node"
import { expect, test } from "vitest"
import { policy } from "#app/domain/policy/table.ts"
import { openApp, type Persona } from "#tests/support/app.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { createWorld } from "#tests/support/world.ts"

type Guarded = { readonly access?: string }
type RouteModule = { readonly loader?: Guarded; readonly action?: Guarded; readonly default?: unknown }

/** Every route of the build that has an address, Indonesian and machine forms only: English is the same module. */
function routesOf(build: ServerBuild): { id: string; path: string; module: RouteModule }[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined && route.id !== "root" && !route.id.startsWith("en/"))
    .map((route) => ({
      id: route!.id,
      path: `/${route!.path ?? ""}`.replace("//", "/"),
      module: route!.module as RouteModule,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

test("every loader and every action stands under a row of the policy table", async () => {
  const { build } = await openApp()
  const unguarded = routesOf(build).flatMap(({ id, module }) =>
    (["loader", "action"] as const)
      .filter((part) => module[part] !== undefined)
      .filter((part) => !(module[part]!.access !== undefined && module[part]!.access! in policy))
      .map((part) => `${id} ${part}`),
  )
  expect(unguarded).toEqual([])
})

test("every page has a loader, so that none escapes the table", async () => {
  const { build } = await openApp()
  expect(
    routesOf(build)
      .filter(({ module }) => !module.loader && !module.action)
      .map(({ id }) => id),
  ).toEqual([])
})

test("who gets which answer: every route × method × person, as reviewed", { timeout: 300_000 }, async () => {
  const world = await createWorld()
  const app = await openApp({ world })
  const { people, fill } = await everyRow(world)
  // A session of his own for every request: what one post changes (whom he acts for) must not colour the next cell.
  const personae = () =>
    Promise.all(
      Object.values(people).map((account): Persona | Promise<Persona> => (account ? app.as(account) : app.visitor())),
    )
  const requests = routesOf(app.build)
    .filter(({ path }) => path !== "/*" && path !== "/keluar")
    .flatMap(({ path, module }) => [
      ...(module.loader ? [{ path, method: "GET", access: module.loader.access }] : []),
      ...(module.action ? [{ path, method: "POST", access: module.action.access }] : []),
    ])
  // Reading changes nothing, so it comes first; what ends a membership takes people's roles, so it comes last.
  const turn = ({ path, method }: { path: string; method: string }) =>
    method === "GET" ? 0 : /\/organisasi\/:id\/(keluar|anggota\/:membershipId\/pengakhiran)$/.test(path) ? 2 : 1
  const cells = new Map<string, string>()
  for (const { path, method, access } of [...requests].sort((a, b) => turn(a) - turn(b))) {
    const answers: string[] = []
    for (const persona of await personae()) {
      const answer =
        method === "GET" ? await persona.get(fill(path)) : await persona.post(fill(path), { lockVersion: "999999" })
      expect(answer.status, `${method} ${path}`).toBeLessThan(500)
      answers.push(answer.status === 303 && answer.location?.startsWith("/masuk?") ? "in" : String(answer.status))
    }
    cells.set(
      `${method} ${path}`,
      `${method.padEnd(4)} ${path.padEnd(70)} ${(access ?? "").padEnd(26)} ${answers.map((cell) => cell.padEnd(4)).join(" ")}`.trimEnd(),
    )
  }
  const lines = requests.map(({ path, method }) => cells.get(`${method} ${path}`))
  const head = `${"".padEnd(4)} ${"".padEnd(70)} ${"".padEnd(26)} ${Object.keys(people)
    .map((name) => name.slice(0, 4).padEnd(4))
    .join(" ")}`
  await expect(`${[head, ...lines].join("\n")}\n`).toMatchFileSnapshot("./access-matrix.txt")
})
