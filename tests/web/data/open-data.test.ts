import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { datasetKeys, datasets } from "#app/domain/publishing/datasets.ts"
import { pageParameters } from "#app/domain/publishing/query.server.ts"
import { resources } from "#app/domain/publishing/resources.server.ts"
import { paths } from "#app/paths.ts"
import { type Published, publishedWorld } from "#tests/support/open-data.ts"

let published: Published
let read: Published["read"]
const origin = "http://127.0.0.1:3000"

beforeAll(async () => {
  published = await publishedWorld()
  read = published.read
}, 120_000)

afterAll(() => published.close())

const dataOf = async (path: string) => JSON.parse((await read(path)).text)
const keyOf = (record: Record<string, unknown>) => String(record.code ?? record.slug)

/** Follows `next` to the end. */
async function wholeList(path: string): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = []
  let address: string | null = path
  for (let page = 0; address !== null && page < 100; page += 1) {
    const answer = await read(address)
    expect(answer.status, address).toBe(200)
    const { data, next } = JSON.parse(answer.text)
    const link = /^<([^>]*)>; rel="next"$/.exec(answer.headers.get("Link") ?? "")?.[1] ?? null
    expect(link === null).toBe(next === null)
    records.push(...data)
    address = link?.slice(origin.length) ?? null
  }
  expect(address).toBeNull()
  return records
}

describe.each(resources)("$key", ({ key, record, detail }) => {
  const { apiPath, listPath } = datasets[key]

  test("every answer parses with the strict schema that the documentation is made of", async () => {
    const { data } = await dataOf(`${apiPath}?limit=100`)
    expect(data.length).toBeGreaterThan(0)
    for (const each of data) {
      expect(record.parse(each)).toEqual(each)
      expect(() => record.parse({ ...each, surplus: 1 })).toThrow()
    }
    const one = await dataOf(`${apiPath}/${keyOf(data[0])}`)
    expect(detail.parse(one)).toEqual(one)
    expect(() => detail.parse({ ...one, surplus: 1 })).toThrow()
    expect(one).toMatchObject(data[0])
  })

  test("the file beside the list holds the same records, in both languages", async () => {
    const answer = await dataOf(apiPath)
    expect(answer.data.length).toBeGreaterThan(0)
    for (const prefix of ["", "/en"]) expect(await dataOf(`${prefix}${listPath}.json`)).toEqual(answer)
  })

  test("its pages lead to the end, each record once", async () => {
    const { data } = await dataOf(`${apiPath}?limit=100`)
    const size = data.length > 20 ? 100 : 1
    const keys = (await wholeList(`${apiPath}?limit=${size}`)).map(keyOf)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.slice(0, data.length)).toEqual(data.map(keyOf))
    expect((await wholeList(`${listPath}.json?limit=${size}`)).map(keyOf)).toEqual(keys)
  })

  test("a record that is not there is a problem, not a page", async () => {
    const answer = await read(`${apiPath}/tidak-ada`)
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, "application/problem+json"])
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*")
  })

  test("what it does not understand it names, and answers nothing", async () => {
    const wrong: readonly (readonly [string, string])[] = [
      ["limit", "0"],
      ["limit", "101"],
      ["limit", "1e1"],
      ["limit", " 5"],
      ["q", "a".repeat(201)],
      ["surplus", "1"],
      ["__proto__", "1"],
    ]
    for (const [name, value] of wrong)
      for (const path of [apiPath, `${listPath}.json`, `${listPath}.csv`, `${listPath}.atom`]) {
        const answer = await read(`${path}?${name}=${encodeURIComponent(value)}`)
        expect(answer.status, `${path} ${name}=${value}`).toBe(400)
        expect(answer.headers.get("Content-Type")).toBe("application/problem+json")
        expect(Object.keys(JSON.parse(answer.text).errors)).toEqual([name])
      }
    const twice = await read(`${apiPath}?limit=1&limit=1`)
    expect([twice.status, Object.keys(JSON.parse(twice.text).errors)]).toEqual([400, ["limit"]])
    const first = await dataOf(`${apiPath}?limit=1`)
    const record = await read(`${apiPath}/${keyOf(first.data[0])}?limit=1`)
    expect(record.status).toBe(400)
  })

  test("can only be read", async () => {
    for (const path of [apiPath, `${apiPath}/x`, `${listPath}.csv`, `${listPath}.json`, `${listPath}.atom`])
      for (const method of ["POST", "PUT", "DELETE"]) {
        const answer = await published.app.visitor().send(path, { method })
        expect([answer.status, answer.headers.get("Allow")], `${method} ${path}`).toEqual([405, "GET, HEAD"])
      }
  })
})

describe("filters", () => {
  test.each([
    ["agreements", "region=33", "region=33", "region=51"],
    ["agreements", "status=in_force", "status=in_force", "status=lapsed"],
    ["initiatives", "state=running", "state=running", "state=stopped"],
    ["initiatives", "strand=A", "strand=A", "strand=M"],
    ["needs", "state=open", "state=open", "state=closed"],
    ["needs", "region=33", "region=33", "region=51"],
    ["organisations", "strand=G", "unsur=G", "unsur=G&q=tidak-ada-yang-begini"],
    ["organisations", "region=33.71", "wilayah=33.71", "wilayah=51"],
    ["programmes", "status=open", "status=open", "status=cancelled"],
    ["regions", "province=33", "provinsi=33", "provinsi=99"],
  ] as const)("%s?%s is what the page calls %s", async (key, inApi, onPage, nothing) => {
    const { apiPath, listPath } = datasets[key]
    const all = (await wholeList(`${apiPath}?limit=100`)).map(keyOf)
    const some = (await wholeList(`${apiPath}?limit=100&${inApi}`)).map(keyOf)
    expect(some.length).toBeGreaterThan(0)
    expect(all).toEqual(expect.arrayContaining(some))
    expect((await wholeList(`${listPath}.json?limit=100&${onPage}`)).map(keyOf)).toEqual(some)
    expect(await wholeList(`${listPath}.json?${nothing}`)).toEqual([])
  })

  test("a region's filter takes no other region in", async () => {
    const { data } = await dataOf("/wilayah.json?provinsi=33&limit=100")
    expect(data).toHaveLength(36)
    expect(data.every(({ province }: { province: string }) => province === "33")).toBe(true)
  })
})

describe("what is nobody's business stays out", () => {
  test("no answer names a learner, an account, a telephone or a number of a person", async () => {
    const { db } = published.app.world
    const accounts = await db.selectFrom("account").select(["id", "email", "name"]).execute()
    const learners = await db.selectFrom("learner").select(["id", "name"]).execute()
    const signers = new Set(
      (await db.selectFrom("signature").select("signerName").execute()).map((row) => row.signerName),
    )
    const phones = await db.selectFrom("organisation").select(["contactPhone", "contactName", "contactEmail"]).execute()
    const secrets = [
      ...accounts.flatMap(({ id, email, name }) => [id, email, ...(signers.has(name) ? [] : [name])]),
      ...learners.flatMap(({ id, name }) => [id, name]),
      ...phones.flatMap((row) => [row.contactPhone, row.contactName, row.contactEmail]),
      "198609262015051",
    ].filter((secret) => secret.length > 4)
    expect(secrets.length).toBeGreaterThan(20)
    expect(published.addresses.length).toBeGreaterThan(50)
    for (const address of published.addresses) {
      const { status, text } = await read(address)
      expect(status, address).toBe(200)
      for (const secret of secrets) expect(text.includes(secret), `${secret} in ${address}`).toBe(false)
      expect(text, address).not.toMatch(/[\w.]+@(?!simpul)[\w-]+\.example|lockVersion|createdBy|accountId/)
    }
  })

  test("whoever is signed in gets the same and no more", async () => {
    const { app, rows } = published
    const drafter = await app.as(rows.people.drafter!)
    for (const address of published.addresses)
      expect((await drafter.send(address, {})).text, address).toBe((await read(address)).text)
  })

  test("what is drafted is in no list", async () => {
    for (const address of published.addresses) {
      expect((await read(address)).text, address).not.toContain("Kebutuhan yang masih dirancang")
      expect((await read(address)).text, address).not.toContain("Naskah yang dikunci")
    }
  })
})

describe("over HTTP", () => {
  test("other spellings of an address are answered in its format or not at all", async () => {
    const { text } = await read("/wilayah.csv?provinsi=33")
    for (const path of ["/wilayah.csv/", "/WILAYAH.CSV", "/wilayah%2Ecsv", "/wilayah.xml", "/wilayah."]) {
      const answer = await read(`${path}?provinsi=33`)
      expect([200, 404], path).toContain(answer.status)
      if (answer.status === 200) expect(answer.text).toBe(text)
    }
  })

  test("whoever has the answer is told so, and any site may read", async () => {
    for (const address of published.addresses) {
      const answer = await read(address)
      const etag = answer.headers.get("ETag") ?? ""
      expect(etag, address).toMatch(/^W\/"[\w-]{22}"$/)
      expect(answer.headers.get("Cache-Control")).toBe("no-cache")
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*")
      expect(answer.headers.get("Set-Cookie")).toBeNull()
      const again = await read(address, { "If-None-Match": `"other", ${etag}` })
      expect([again.status, again.text, again.headers.get("ETag")], address).toEqual([304, "", etag])
      expect(again.headers.get("Access-Control-Allow-Origin")).toBe("*")
      expect((await read(address, { "If-None-Match": '"other"' })).status).toBe(200)
    }
  })

  test("the page cache keeps what it may, compressed and for HEAD as well", async () => {
    const { call } = await published.app.serve()
    for (const address of ["/api/v1/regions?limit=50", "/wilayah.csv?provinsi=33", "/en/kesepakatan.atom"]) {
      const plain = await call(address)
      const strong = String(plain.headers.etag)
      expect([plain.status, strong], address).toEqual([200, expect.stringMatching(/^"[\w-]+"$/)])
      expect(plain.headers["x-simpul-cache"]).toBeUndefined()
      expect(plain.headers["access-control-allow-origin"]).toBe("*")
      const brotli = await call(address, { headers: { "Accept-Encoding": "br" } })
      expect([brotli.headers["content-encoding"], brotli.headers.vary]).toEqual(["br", "Cookie, Accept-Encoding"])
      const head = await call(address, { method: "HEAD" })
      expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
        200,
        0,
        plain.headers["content-length"],
      ])
      const again = await call(address, { headers: { "If-None-Match": strong } })
      expect([again.status, again.headers["access-control-allow-origin"]]).toEqual([304, "*"])
      // The weak tag that is handed out beside the cache names the same bytes.
      expect((await read(address, { "If-None-Match": strong })).status).toBe(304)
    }
  })

  test("a page of another site that asks first may read, and nothing else", async () => {
    const { call } = await published.app.serve()
    const headers = { Origin: "https://lain.example", "Access-Control-Request-Method": "GET" }
    for (const path of ["/api/v1/needs", "/api/v1/needs/x", "/kebutuhan.csv", "/en/kebutuhan.atom", "/belajar.ics"]) {
      const { status, headers: told } = await call(path, { method: "OPTIONS", headers })
      expect([status, told["access-control-allow-origin"], told["access-control-allow-methods"]]).toEqual([
        204,
        "*",
        "GET, HEAD",
      ])
    }
    for (const path of ["/", "/ruang-kerja", "/kebutuhan", "/ruang-kerja/x.csv", "/api/v1/verify", "/api/v1/proposals"])
      expect((await call(path, { method: "OPTIONS", headers })).headers["access-control-allow-origin"]).toBeUndefined()
  })
})

describe("one place says where everything stands", () => {
  test("the lists' pages and the API are where the data sets say", () => {
    expect(
      Object.fromEntries(datasetKeys.map((key) => [key, [datasets[key].listPath, datasets[key].apiPath]])),
    ).toEqual({
      agreements: [paths.agreements(), paths.apiAgreements()],
      initiatives: [paths.initiatives(), paths.apiInitiatives()],
      needs: [paths.needs(), paths.apiNeeds()],
      organisations: [paths.organisations(), paths.apiOrganisations()],
      programmes: [paths.programmes(), paths.apiProgrammes()],
      regions: [paths.regions(), paths.apiRegions()],
    })
  })

  test("addresses in the records open", async () => {
    for (const address of published.addresses.filter((path) => /^\/api\/v1\/\w+$/.test(path))) {
      const { data } = await dataOf(`${address}?limit=1`)
      for (const [name, value] of Object.entries(data[0]))
        if (/Url$/.test(name) && typeof value === "string")
          expect((await read(value.slice(origin.length))).status, `${name} of ${address}`).toBeLessThan(
            // The story of these rows is made without sealed files.
            name === "pdfUrl" ? 600 : 400,
          )
    }
  })

  test("each list's page offers its files with the filters that are set, and names its feed", async () => {
    for (const resource of resources) {
      const { listPath } = datasets[resource.key]
      const filter = pageParameters(resource.query, resource.pageNames).includes("provinsi") ? "provinsi=33" : "q=a"
      for (const prefix of ["", "/en"]) {
        const { text } = await published.app.visitor().get(`${prefix}${listPath}?${filter}`)
        expect(text).toContain(`href="${prefix}${listPath}.csv?${filter}"`)
        expect(text).toContain(`href="${prefix}${listPath}.atom?${filter}"`)
        expect(text).toMatch(
          new RegExp(`<link rel="alternate" type="application/atom\\+xml"[^>]*href="${prefix}${listPath}\\.atom"`),
        )
      }
    }
  })
})
