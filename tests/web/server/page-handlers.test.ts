import { matchRoutes } from "@remix-run/react"
import { expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { createWorld } from "#tests/support/world.ts"

test("the table finds the same page as the router does among all routes of the build", async () => {
  const world = await createWorld()
  const { build, routePattern } = await openApp({ world })
  const { fill } = await everyRow(world)
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const tree = [
    {
      id: "root",
      path: "",
      children: routes.filter(({ id }) => id !== "root").map(({ id, path = "" }) => ({ id, path })),
    },
  ]
  const differing = routes
    .filter(({ id, path }) => id !== "root" && !path?.includes("*"))
    .map(({ path = "" }) => fill(`/${path}`.replace("//", "/")))
    .filter((path) => {
      const leaf = matchRoutes(tree, path)?.at(-1)?.route.path ?? ""
      return routePattern(path) !== `/${leaf}`.replace("//", "/")
    })
  expect(routes.length).toBeGreaterThan(300)
  expect(differing).toEqual([])
})

test("other spellings, unknown addresses and the router's own are answered by the whole build", async () => {
  const app = await openApp()
  const visitor = app.visitor()
  expect((await visitor.get("/KESEPAKATAN")).status).toBe(200)
  expect((await visitor.get("/kesepakatan/")).status).toBe(200)
  expect((await visitor.get("/tidak/ada/di-sini")).status).toBe(404)
  expect((await visitor.get("/en/tidak-ada")).status).toBe(404)
  const manifest = await visitor.get("/__manifest?p=%2Fmasuk&version=x")
  expect(manifest.status).toBeLessThan(500)
})

test("texts below a catch-all address are found, and what is none of them is missing", async () => {
  const visitor = (await openApp()).visitor()
  for (const [path, status] of [
    ["/bantuan/panduan/users/agreement", 200],
    ["/en/bantuan/panduan/users/agreement", 200],
    ["/bantuan/panduan/users/tidak-ada", 404],
    ["/bantuan/panduan/..%2F..%2Fpackage", 404],
  ] as const)
    expect([path, (await visitor.get(path)).status]).toEqual([path, status])
})
