import type { ServerBuild } from "@remix-run/node"
import { expect, test } from "vitest"
import { policy } from "#app/domain/policy/table.ts"
import { agreementIn } from "#tests/support/agreements.ts"
import { openApp, type Persona } from "#tests/support/app.ts"
import { exchangeOf } from "#tests/support/certificates.ts"
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

test("who gets which answer: every route × method × person, as reviewed", { timeout: 180_000 }, async () => {
  const world = await createWorld()
  const app = await openApp({ world })
  const exchange = await exchangeOf(world)
  const sides = { jabar: exchange.host, magelang: exchange.sender }
  const { magelang } = sides
  const learner = await exchange.learner()
  const programme = await world.db.selectFrom("programme").select(["id", "slug"]).executeTakeFirstOrThrow()
  const session = await world.db.selectFrom("learningSession").select("id").executeTakeFirstOrThrow()
  const negotiated = await agreementIn(world, sides, "negotiation")
  const public_ = await agreementIn(world, sides, "in_force", { title: "Kesepakatan yang berlaku untuk umum" })
  const verify = await world.db.selectFrom("agreementDocument").select("verifyCode").executeTakeFirstOrThrow()
  const other = await world.create.organisation({ slug: "organisasi-lain" })
  const member = await world.create.member(magelang.organisation.id, "member")
  const membership = await world.db
    .selectFrom("membership")
    .select("id")
    .where("accountId", "=", member.id)
    .executeTakeFirstOrThrow()
  const accounts = {
    visitor: null,
    person: await world.create.account(),
    outsider: await world.create.member(other.id, "admin"),
    member,
    drafter: magelang.drafter,
    approver: magelang.approver,
    admin: await world.create.member(magelang.organisation.id, "admin"),
    head: magelang.head,
    otherSide: sides.jabar.approver,
    learner: learner.account,
    supervisor: learner.supervisor,
    secretariat: await world.create.secretariat(),
  }
  // A session of his own for every request: what one post changes (whom he acts for) must not colour the next cell.
  const personae = () =>
    Promise.all(
      Object.values(accounts).map((account): Persona | Promise<Persona> => (account ? app.as(account) : app.visitor())),
    )
  const fill = (path: string): string =>
    path
      .replace(/^\/kesepakatan\/:code/, `/kesepakatan/${public_}`)
      .replace(/^\/api\/v1\/agreements\/:code/, `/api/v1/agreements/${public_}`)
      .replace(/^\/v\/:code/, `/v/${verify.verifyCode}`)
      .replace(/^\/wilayah\/:code/, "/wilayah/33.71")
      .replace(/\/kesepakatan\/:code/, `/kesepakatan/${negotiated}`)
      .replace(/^\/belajar\/praktik\/:key/, "/belajar/praktik/saber-hoaks")
      .replace(/^\/belajar\/:slug/, `/belajar/${programme.slug}`)
      .replace(/\/belajar\/program\/:id/, `/belajar/program/${programme.id}`)
      .replace(/\/belajar\/angkatan\/:id/, `/belajar/angkatan/${exchange.cohortId}`)
      .replace(/\/belajar\/sesi\/:id/, `/belajar/sesi/${session.id}`)
      .replace(/\/belajar\/peserta\/:id/, `/belajar/peserta/${learner.id}`)
      .replace(/^\/mitra\/:slug/, `/mitra/${other.slug}`)
      .replace(/\/mandat\/:(\w+)/, (whole, name) => (name === "baru" ? whole : `/mandat/${magelang.mandateId}`))
      .replace(/\/kunci\/baru\/:(\w+)/, `/kunci/baru/${magelang.mandateId}`)
      .replace(/\/anggota\/:(\w+)/, `/anggota/${membership.id}`)
      .replace(/\/organisasi\/:(\w+)/, `/organisasi/${magelang.organisation.id}`)
      .replace(/\/versi\/:(\w+)/, "/versi/1")
      .replace(/:token/, "tautan-yang-tidak-dikenal")
      .replace(/:(\w+)/g, "tidak-ada")
      .replace(/\*/, "users/agreement")

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
      `${method.padEnd(4)} ${path.padEnd(66)} ${(access ?? "").padEnd(26)} ${answers.map((cell) => cell.padEnd(4)).join(" ")}`.trimEnd(),
    )
  }
  const lines = requests.map(({ path, method }) => cells.get(`${method} ${path}`))
  const head = `${"".padEnd(4)} ${"".padEnd(66)} ${"".padEnd(26)} ${Object.keys(accounts)
    .map((name) => name.slice(0, 4).padEnd(4))
    .join(" ")}`
  await expect(`${[head, ...lines].join("\n")}\n`).toMatchFileSnapshot("./access-matrix.txt")
})
