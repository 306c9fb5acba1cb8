import { compileErrors, validate } from "@readme/openapi-parser"
import { expect, test } from "vitest"
import { licenceSetting } from "#app/domain/publishing/licence.server.ts"
import { resources } from "#app/domain/publishing/resources.server.ts"
import { verificationReport } from "#app/domain/publishing/verification-report.server.ts"
import { openApp } from "#tests/support/app.ts"

const documentIn = async (app: Awaited<ReturnType<typeof openApp>>) =>
  JSON.parse((await app.visitor().send("/api/v1/openapi.json", {})).text)

test("the document is OpenAPI 3.1 to a parser that nobody here wrote", async () => {
  const document = await documentIn(await openApp())
  const result = await validate(structuredClone(document))
  expect(result.valid ? "" : compileErrors(result)).toBe("")
  const broken = structuredClone(document)
  delete broken.paths["/api/v1/agreements"].get.parameters[0].in
  expect((await validate(broken)).valid).toBe(false)
})

test("every address of the API is in it, and nothing else", async () => {
  const app = await openApp()
  const { paths, components } = await documentIn(app)
  const routes = Object.values(app.build.routes).flatMap((route) => route?.path ?? [])
  const served = routes.filter((path) => path.startsWith("api/v1/") && !path.endsWith("openapi.json"))
  expect(Object.keys(paths).sort()).toEqual(served.map((path) => `/${path.replace(/:(\w+)/, "{$1}")}`).sort())
  expect(paths["/api/v1/proposals"].post.security).toEqual([{ token: [] }])
  expect(components.securitySchemes.token).toEqual({ type: "http", scheme: "bearer" })
  for (const reference of JSON.stringify(paths).matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(components.schemas, reference[1]).toHaveProperty(reference[1]!)
})

test("every field of a record and every parameter is explained", async () => {
  const { paths, components } = await documentIn(await openApp())
  for (const { name, key, query } of resources) {
    for (const [field, schema] of Object.entries<{ description?: string; properties?: object; items?: object }>(
      components.schemas[name].properties,
    ))
      expect(schema.description ?? schema.properties ?? schema.items, `${name}.${field}`).toBeDefined()
    const { parameters } = paths[`/api/v1/${key}`].get
    const names = parameters
      .filter((each: { in: string }) => each.in === "query")
      .map((each: { name: string }) => each.name)
    expect(names).toEqual(Object.keys(query.shape))
    for (const { description } of parameters) expect(description.length).toBeGreaterThan(3)
  }
})

test("the report of a check is what the document says", async () => {
  const form = new FormData()
  form.append("file", new File(["%PDF-1.7\n%%EOF\n"], "naskah.pdf", { type: "application/pdf" }))
  const app = await openApp()
  const { text } = await app.visitor().send("/api/v1/verify", { method: "POST", body: form })
  const report = JSON.parse(text)
  expect(verificationReport.parse(report)).toEqual(report)
})

test("the page of open data tells of every operation and schema without a script, in both languages", async () => {
  const app = await openApp()
  const { paths, components } = await documentIn(app)
  for (const path of ["/data", "/en/data"]) {
    const { status, text } = await app.visitor().get(path)
    expect(status).toBe(200)
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
    for (const operation of Object.keys(paths)) expect(text).toContain(operation)
    for (const name of Object.keys(components.schemas)) expect(text).toContain(`id="skema-${name}"`)
    expect(text).toContain("https://creativecommons.org/licenses/by/4.0/")
  }
})

test("the licence is a setting; one that cannot be read counts as none", async () => {
  const app = await openApp()
  const set = async (value: string) => {
    const row = { key: licenceSetting, value, sourceNote: "Keputusan uji 1/2026", updatedAt: app.world.clock.now() }
    await app.world.db.deleteFrom("setting").where("key", "=", licenceSetting).execute()
    await app.world.db.insertInto("setting").values(row).execute()
    return (await documentIn(app)).info.license.name
  }
  expect(
    await set(JSON.stringify({ name: "ODC-By 1.0", identifier: "ODC-By-1.0", url: "https://odc.example/by" })),
  ).toBe("ODC-By 1.0")
  expect((await app.visitor().get("/data")).text).toContain("Keputusan uji 1/2026")
  for (const broken of ["{", "{}", JSON.stringify({ name: "x", identifier: "x", url: "javascript:alert(1)" })])
    expect(await set(broken)).toBe("CC BY 4.0")
})
