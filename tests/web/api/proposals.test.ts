import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import { days, hours } from "#app/domain/kernel/clock.ts"
import { type Answer, openApp, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { openNeed, proposalSides, type Sides } from "#tests/support/proposals.ts"
import { requestBody, tokenIn } from "#tests/support/tokens.ts"

let app: TestApp
let sides: Sides
let token: string

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
  token = (await tokenIn(app.world, sides.campus.organisation.slug)).token
})

const address = "/api/v1/proposals"
const origin = "http://127.0.0.1:3000"

type Changes = { body?: unknown; raw?: BodyInit; headers?: Record<string, string | undefined> }

/** A post as a program makes it: a token, JSON, and nothing that browsers add. */
function submit({ body = requestBody(), raw, headers = {} }: Changes = {}): Promise<Answer> {
  const all = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers }
  return app.visitor().send(address, {
    method: "POST",
    body: raw ?? JSON.stringify(body),
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as HeadersInit,
  })
}

function problemIn(answer: Answer, status: number) {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json")
  expect(answer.headers.get("Cache-Control")).toBe("no-store")
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull()
  const body = JSON.parse(answer.text)
  expect(body).toMatchObject({ type: "about:blank", status })
  expect(body.detail.length).toBeGreaterThan(0)
  return body
}

const proposals = () => app.world.db.selectFrom("proposal").selectAll().execute()

describe("submitting a proposal with a token", () => {
  test("answers 201 with its id and page, and both sides find it", async () => {
    const answer = await submit()
    expect(answer.status, answer.text).toBe(201)
    const created = JSON.parse(answer.text)
    const [row] = await proposals()
    expect(created).toEqual({
      ...{ id: row?.id, code: row?.code, status: "submitted" },
      url: `${origin}/ruang-kerja/usulan/${row?.code}`,
    })
    expect(answer.headers.get("Location")).toBe(created.url)
    expect(answer.headers.get("Cache-Control")).toBe("no-store")
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull()
    for (const person of [sides.campus.drafter, sides.region.approver]) {
      const page = await (await app.as(person)).get(`/ruang-kerja/usulan/${created.code}`)
      expect(page.status).toBe(200)
      expect(pageWords(page.text)).toContain("Kelas talenta untuk kelurahan")
      expect(pageWords(page.text)).toContain("Sistem hibah (simpul_")
    }
  })

  test("answers the same again under an Idempotency-Key, and refuses another request under it", async () => {
    const headers = { "Idempotency-Key": "3f0c8a52-hibah-17" }
    const first = await submit({ headers })
    const again = await submit({ headers })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.text).toBe(first.text)
    expect(again.headers.get("Location")).toBe(first.headers.get("Location"))
    const other = problemIn(await submit({ headers, body: requestBody({ title: "Usulan yang lain" }) }), 422)
    expect(other.code).toBe("api.keyReused")
    expect(await proposals()).toHaveLength(1)
    for (const key of ["", " ", "kunci dengan spasi", "é", "k".repeat(201)])
      problemIn(await submit({ headers: { "Idempotency-Key": key } }), 400)
  })

  test("names every field that is wrong, by the names of the request", async () => {
    const wrong = requestBody({
      ...{ title: "x", starts: "kapan-kapan", surprise: true },
      contributions: [{ kind: "money", description: "Biaya", value: -1 }],
    })
    const { code, errors } = problemIn(await submit({ body: wrong }), 422)
    expect(code).toBe("api.fields")
    expect(errors).toEqual({
      title: ["Too short. Please write more."],
      starts: ["Enter a date that is in the calendar."],
      surprise: ["There is no such field."],
      "contributions[0].value": ["Must be a whole number of at least 1."],
    })
    const backwards = problemIn(await submit({ body: requestBody({ ends: "2026-01-01" }) }), 422)
    expect(Object.keys(backwards.errors)).toEqual(["ends"])
    expect(await proposals()).toEqual([])
  })

  test("tells a need that is closed or unknown from a fault of the form", async () => {
    const need = await openNeed(app.world, sides.region)
    const body = requestBody({ need: need.slug, recipient: undefined })
    expect((await submit({ body })).status).toBe(201)
    app.world.clock.turn(days(320))
    token = (await tokenIn(app.world, sides.campus.organisation.slug, { label: "Baru" })).token
    expect(problemIn(await submit({ body }), 409).code).toBe("proposal.need.closed")
    const unknown = problemIn(await submit({ body: requestBody({ need: "tidak-ada", recipient: undefined }) }), 422)
    expect(unknown.errors).toEqual({ need: ["No published need has this slug."] })
  })
})

describe("whoever has no valid token", () => {
  test("gets 401 in the same words, whatever he presents, and is not read", async () => {
    const expired = (await tokenIn(app.world, sides.firm.organisation.slug, { days: 1 })).token
    const revoked = await tokenIn(app.world, sides.firm.organisation.slug, { label: "Dicabut" })
    await app.world.db
      .updateTable("apiToken")
      .set({ revokedAt: app.world.clock.now() })
      .where("id", "=", revoked.id)
      .execute()
    app.world.clock.turn(days(2))
    const words = new Set<string>()
    for (const value of [
      undefined,
      "",
      "Bearer",
      "Bearer x",
      `Basic ${btoa("a:b")}`,
      `Bearer ${expired}`,
      `Bearer ${revoked.token}`,
      `Bearer ${token.slice(0, -1)}a${token.slice(-1)}`,
    ]) {
      const answer = await submit({ headers: { Authorization: value }, raw: "{ not json" })
      words.add(answer.text)
      problemIn(answer, 401)
      expect(answer.headers.get("WWW-Authenticate")).toMatch(/^Bearer realm="/)
    }
    expect(words.size).toBe(1)
    expect(await proposals()).toEqual([])
  })

  test("is not let in by a session, however the request is dressed", async () => {
    const drafter = await app.as(sides.campus.drafter)
    const answer = await drafter.send(address, {
      method: "POST",
      body: JSON.stringify(requestBody()),
      headers: { "Content-Type": "application/json", Origin: origin, "Sec-Fetch-Site": "same-origin" },
    })
    problemIn(answer, 401)
    expect(await proposals()).toEqual([])
  })
})

describe("a token", () => {
  test("without the scope, or of an organisation that is not verified, is refused with 403", async () => {
    await app.world.db.updateTable("apiToken").set({ scopes: "[]" }).execute()
    const scope = problemIn(await submit(), 403)
    expect([scope.code, scope.detail]).toEqual(["api.scope", "This token does not have the scope proposals:write."])
    await app.world.db.updateTable("apiToken").set({ scopes: '["proposals:write"]' }).execute()
    for (const status of ["suspended", "refused", "submitted"] as const) {
      await app.world.db
        .updateTable("organisation")
        .set({ status })
        .where("id", "=", sides.campus.organisation.id)
        .execute()
      expect(problemIn(await submit(), 403).code).toBe("apiToken.notVerified")
    }
    expect(await proposals()).toEqual([])
  })

  test("may try 120 times an hour, its mistakes among them, and is told when to come back", async () => {
    for (let n = 0; n < 119; n += 1) expect((await submit({ raw: "nanti" })).status).toBe(400)
    expect((await submit()).status).toBe(201)
    const answer = await submit()
    problemIn(answer, 429)
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0)
    const other = (await tokenIn(app.world, sides.firm.organisation.slug)).token
    expect((await submit({ headers: { Authorization: `Bearer ${other}` } })).status).toBe(201)
    app.world.clock.turn(hours(1))
    expect((await submit()).status).toBe(201)
  })

  test("opens no other address: pages ask for a sign-in, the rest of the API answers as to anybody", async () => {
    const headers = { Authorization: `Bearer ${token}`, Accept: "text/html" }
    const { code } = JSON.parse((await submit()).text)
    for (const path of [
      "/ruang-kerja",
      `/ruang-kerja/usulan/${code}`,
      "/usulan",
      "/akun",
      "/ruang-kerja/kesepakatan",
      "/akun/kunci",
      `/ruang-kerja/organisasi/${sides.campus.organisation.id}/token`,
    ]) {
      const page = await app.visitor().send(path, { headers })
      expect([page.status, page.location?.startsWith("/masuk?")], path).toEqual([303, true])
    }
    for (const path of ["/usulan/baru", `/ruang-kerja/usulan/${code}/penarikan`, "/ruang-kerja/organisasi/baru"]) {
      const post = await app.visitor().send(path, {
        method: "POST",
        body: new URLSearchParams({ title: "x", reason: "", lockVersion: "1" }),
        headers: { ...headers, Origin: origin, "Sec-Fetch-Site": "same-origin" },
      })
      expect([303, 403], path).toContain(post.status)
    }
    expect(await app.world.db.selectFrom("proposal").select("status").execute()).toEqual([{ status: "submitted" }])
  })
})

describe("a body", () => {
  test("that is not JSON, too large, or of another type is refused", async () => {
    for (const type of [undefined, "", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
      problemIn(
        await submit({ raw: JSON.stringify(requestBody()), headers: { "Content-Type": type ?? "text/plain" } }),
        415,
      )
    problemIn(await submit({ headers: { "Content-Type": "application/json; charset=utf-16" } }), 415)
    for (const raw of ["", "{", "nope", '{"title":"\u0000"}', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])])
      problemIn(await submit({ raw }), 400)
    const large = JSON.stringify({ ...requestBody(), plan: "a".repeat(256 * 1024) })
    problemIn(await submit({ raw: large }), 413)
    expect((await submit({ headers: { "Content-Type": "Application/JSON; charset=UTF-8" } })).status).toBe(201)
  })

  test("is refused by its fields however it is nested", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000)
    for (const raw of [
      deep,
      `{"title":${deep}}`,
      `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`,
      '{"__proto__":{"title":"x"},"constructor":1}',
      "null",
      "[]",
      '"teks"',
      "1e999",
    ])
      problemIn(await submit({ raw }), 422)
    expect(await proposals()).toEqual([])
  })

  test("of any kind makes no fault of the portal", { timeout: 120_000 }, async () => {
    await app.world.db.updateTable("apiToken").set({ scopes: '["proposals:write"]' }).execute()
    const nasty = fc.oneof(fc.json(), fc.string({ unit: "binary", maxLength: 80 }), fc.integer(), fc.constant(null))
    const names = Object.keys(requestBody({ need: "x" }))
    const changed = fc
      .tuple(fc.constantFrom(...names), nasty)
      .map(([name, value]) => JSON.stringify(requestBody({ [name]: value })))
    const methods = fc.constantFrom("POST", "POST", "POST", "PUT", "PATCH", "DELETE", "GET")
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, fc.json(), fc.string()), methods, async (body, method) => {
        await app.world.db.deleteFrom("rateLimit").execute()
        const answer = await app.visitor().send(address, {
          method,
          ...(method === "GET" ? {} : { body }),
          headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        })
        if (method === "POST") expect([201, 400, 409, 422]).toContain(answer.status)
        else expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "POST"])
      }),
      { numRuns: 400, seed: 20211208 },
    )
    expect(app.logged.filter(({ level }) => level === "error")).toEqual([])
  })
})

test("a page of another site cannot post here: no preflight is answered with leave", async () => {
  const { call } = await app.serve()
  const preflight = await call(address, {
    method: "OPTIONS",
    headers: {
      Origin: "https://lain.example",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization,content-type",
    },
  })
  expect(Object.keys(preflight.headers).filter((name) => name.startsWith("access-control-"))).toEqual([])
})
