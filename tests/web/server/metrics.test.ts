import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import parse from "parse-prometheus-text-format"
import { describe, expect, test } from "vitest"
import { DomainError } from "#app/domain/kernel/errors.ts"
import { enqueueMail } from "#app/domain/notification/outbox.server.ts"
import { noteBackup } from "#app/server/backup/last-backup.server.ts"
import { startJobs } from "#app/server/jobs.ts"
import { metricsDoor } from "#app/server/metrics/door.server.ts"
import { registerGauges } from "#app/server/metrics/gauges.server.ts"
import { createInstruments, type Instruments } from "#app/server/metrics/instruments.server.ts"
import { observedWorkshop } from "#app/server/metrics/observed-workshop.ts"
import { type Db, openDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { closeAfterTest } from "#tests/support/closing.ts"
import { freshDatabase } from "#tests/support/database.ts"
import { createWorld } from "#tests/support/world.ts"
import { startEdge } from "./edge-harness.ts"

const token = "sebuah-token-yang-cukup-panjang"

/** The edge with its figures, in front of a site of a few pages. */
async function measured(options: { db?: Db; token?: string } = {}) {
  const instruments = createInstruments()
  const { registry } = instruments
  const dataDir = await mkdtemp(join(tmpdir(), "simpul-metrics-"))
  closeAfterTest(() => rm(dataDir, { recursive: true, force: true }))
  const harness = await startEdge(
    async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === "/kesepakatan") return page()
      return new Response("kosong", { status: pathname === "/" ? 200 : 404 })
    },
    { observe: instruments.answer, metrics: metricsDoor(registry, options.token) },
  )
  registerGauges(registry, {
    db: options.db ?? (await freshDatabase()),
    dataDir,
    cache: harness.cache,
    kept: harness.edge.kept,
    tasksWaiting: () => 3,
    version: "0.1.0",
  })
  const scrape = async (headers: Record<string, string> = {}) => {
    const { body, ...answer } = await harness.call("/metrics", {
      headers: { Host: `127.0.0.1:${harness.port}`, ...headers },
    })
    return { ...answer, text: body.toString("utf8") }
  }
  return { ...harness, instruments, dataDir, scrape, figures: async () => parse((await scrape()).text) }
}

const page = () =>
  new Response("<p>Daftar</p>", {
    headers: { "Content-Type": "text/html; charset=utf-8", "X-Simpul-Cache": "public", "Cache-Control": "no-cache" },
  })

type Figures = ReturnType<typeof parse>

/** The value of the one sample whose labels hold these; undefined where there is none. */
function figureOf(figures: Figures, name: string, labels: Record<string, string> = {}): number | undefined {
  const samples = figures.find((each) => each.name === name)?.metrics ?? []
  const found = samples.filter((sample) =>
    Object.entries(labels).every(([label, value]) => sample.labels?.[label] === value),
  )
  if (found.length > 1) throw new Error(`${name} has ${found.length} samples with ${JSON.stringify(labels)}`)
  return found[0] === undefined ? undefined : Number(found[0].value ?? found[0].count)
}

/** How often a histogram was told of something with these labels, from its own line: the parser forgets a histogram's labels. */
async function timesOf(instruments: Instruments, name: string, labels: Record<string, string>): Promise<number> {
  const text = await instruments.registry.getSingleMetricAsString(name)
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}_count`))
  const found = lines.filter((line) =>
    Object.entries(labels).every(([label, value]) => line.includes(`${label}="${value}"`)),
  )
  return found.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0)
}

describe("the figures", () => {
  test("are the text format, named by its rules", async () => {
    const { call, scrape } = await measured()
    await call("/")
    const answer = await scrape()
    expect(answer.status).toBe(200)
    expect(answer.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8")
    expect(answer.headers["cache-control"]).toBe("no-store")
    const figures = parse(answer.text)
    expect(figures.length).toBeGreaterThan(25)
    const own = figures.filter(({ name }) => name.startsWith("simpul_"))
    expect(own.length).toBeGreaterThan(18)
    for (const { name, help, type } of own) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(help, name).toMatch(/^[A-Z0-9].{10,}\.$/)
      expect(type, name).not.toBe("UNTYPED")
      if (type === "COUNTER") expect(name).toMatch(/_total$/)
      else expect(name).not.toMatch(/_(total|count|sum|bucket)$/)
      if (type === "HISTOGRAM") expect(name).toMatch(/_seconds$/)
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|hours|kb|mb|kilobytes|megabytes)(_|$)/)
    }
    expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length)
    for (const line of answer.text.split("\n"))
      if (line !== "" && !line.startsWith("#"))
        expect(
          figures.some(({ name }) => line.startsWith(name)),
          line,
        ).toBe(true)
  })

  test("count by pattern and hold nothing of the address, the reader or what was typed", async () => {
    const { call, scrape, instruments } = await measured()
    await call("/daftar/verifikasi/rahasia-di-alamat?surel=budi@magelang.go.id", {
      headers: { Cookie: "simpul_session=rahasia-kuki", "X-Forwarded-For": "198.51.100.9" },
    })
    for (let n = 0; n < 60; n += 1) await call(`/tidak-ada-${n}?q=rahasia-cari`)
    for (let n = 0; n < 20; n += 1) await call(`/kesepakatan/KB-${n}`)
    const { text } = await scrape()
    expect(text).not.toMatch(/rahasia|budi|198\.51|tidak-ada|KB-/)
    const figures = parse(text)
    expect(figureOf(figures, "simpul_http_requests_total", { route: "/daftar/verifikasi/:token" })).toBe(1)
    expect(figureOf(figures, "simpul_http_requests_total", { route: "none", method: "GET", status: "4xx" })).toBe(60)
    expect(figureOf(figures, "simpul_http_requests_total", { route: "/kesepakatan/:code", status: "4xx" })).toBe(20)
    expect(await timesOf(instruments, "simpul_http_request_duration_seconds", { route: "/kesepakatan/:code" })).toBe(20)
  })

  test("put verbs that nobody knows under one name", async () => {
    const { call, figures } = await measured()
    for (const method of ["PROPFIND", "MKCOL", "LOCK"]) await call("/", { method })
    expect(figureOf(await figures(), "simpul_http_requests_total", { method: "other" })).toBe(3)
  })

  test("tell kept pages from rendered ones", async () => {
    const { call, figures } = await measured()
    await call("/kesepakatan")
    const { headers } = await call("/kesepakatan")
    await call("/kesepakatan", { headers: { "If-None-Match": String(headers.etag) } })
    const now = await figures()
    expect(figureOf(now, "simpul_page_cache_misses_total")).toBe(1)
    expect(figureOf(now, "simpul_page_cache_hits_total")).toBe(2)
    expect(figureOf(now, "simpul_not_modified_total")).toBe(1)
    expect(figureOf(now, "simpul_page_cache_pages")).toBe(1)
    expect(figureOf(now, "simpul_page_cache_bytes")).toBeGreaterThan(10)
  })

  test("tell refused sign-ins from others", async () => {
    const { instruments, figures } = await measured()
    const post = (route: string, status: number, method = "POST") =>
      instruments.answer({ route, method, status, seconds: 0.1 })
    for (const status of [422, 422, 429, 302]) post("/masuk", status)
    post("/en/masuk", 422)
    post("/daftar", 422)
    post("/masuk", 422, "GET")
    const now = await figures()
    expect(figureOf(now, "simpul_sign_ins_refused_total", { reason: "wrong" })).toBe(3)
    expect(figureOf(now, "simpul_sign_ins_refused_total", { reason: "too_many" })).toBe(1)
  })

  test("say how the mail stands, and nothing of it where the database is down", async () => {
    const world = await createWorld()
    const late = new Date(Date.now() - 600_000).toISOString()
    for (const kind of ["waits", "waits too", "given up", "sent"]) {
      await world.db.transaction().execute((trx) =>
        enqueueMail(trx, kind === "waits" ? late : new Date().toISOString(), {
          to: "siti@magelang.go.id",
          locale: "id",
          kind: "account-deleted",
          values: { name: kind },
        }),
      )
    }
    const rows = await world.db.selectFrom("outbox").select(["id", "payload"]).execute()
    const idOf = (name: string) => rows.find(({ payload }) => payload.includes(`"${name}"`))!.id
    await world.db.updateTable("outbox").set({ failedAt: late }).where("id", "=", idOf("given up")).execute()
    await world.db.updateTable("outbox").set({ deliveredAt: late }).where("id", "=", idOf("sent")).execute()
    const { scrape } = await measured({ db: world.db })
    const { text } = await scrape()
    expect(text).not.toMatch(/siti|magelang/)
    const figures = parse(text)
    expect(figureOf(figures, "simpul_database_up")).toBe(1)
    expect(figureOf(figures, "simpul_outbox_waiting")).toBe(2)
    expect(figureOf(figures, "simpul_outbox_failed")).toBe(1)
    expect(figureOf(figures, "simpul_outbox_oldest_age_seconds")).toBeGreaterThanOrEqual(600)
    expect(figureOf(figures, "simpul_outbox_overdue_seconds")).toBeGreaterThanOrEqual(600)

    // An address that does not take its mail: old, yet nobody is late with it.
    const later = new Date(Date.now() + 3_600_000).toISOString()
    await world.db.updateTable("outbox").set({ availableAt: later }).execute()
    const put = await (await measured({ db: world.db })).figures()
    expect(figureOf(put, "simpul_outbox_oldest_age_seconds")).toBeGreaterThanOrEqual(600)
    expect(figureOf(put, "simpul_outbox_overdue_seconds")).toBe(0)

    const closed = openDatabase(":memory:")
    await closed.destroy()
    const down = await measured({ db: closed })
    const without = await down.figures()
    expect(figureOf(without, "simpul_database_up")).toBe(0)
    expect(figureOf(without, "simpul_outbox_waiting")).toBeUndefined()
    expect(figureOf(without, "simpul_workshop_tasks_waiting")).toBe(3)
  })

  test("know the disk and the newest backup", async () => {
    const { figures, dataDir } = await measured()
    const before = await figures()
    expect(figureOf(before, "simpul_disk_free_bytes")).toBeGreaterThan(1_000)
    expect(figureOf(before, "simpul_backup_last_success_timestamp_seconds")).toBeUndefined()
    await noteBackup(dataDir, { at: "2026-01-31T04:05:06.000Z", bytes: 1 })
    const after = await figures()
    expect(figureOf(after, "simpul_backup_last_success_timestamp_seconds")).toBe(1_769_832_306)
  })

  test("time transactions and the wait for a connection", async () => {
    const { instruments, figures } = await measured()
    const transactions = "simpul_database_transaction_duration_seconds"
    const db = openDatabase(":memory:", undefined, instruments.database)
    await migrateToLatest(db)
    const before = await timesOf(instruments, transactions, { end: "commit" })
    await db.transaction().execute(async (trx) => {
      await trx.selectFrom("account").select("id").execute()
    })
    await db
      .transaction()
      .execute(() => Promise.reject(new Error("back")))
      .catch(() => {})
    const now = await figures()
    expect(await timesOf(instruments, transactions, { end: "commit" })).toBe(before + 1)
    expect(await timesOf(instruments, transactions, { end: "rollback" })).toBe(1)
    expect(figureOf(now, "simpul_database_connections_in_use")).toBe(0)
    expect(figureOf(now, "simpul_database_connections_waiting")).toBe(0)
    let seen = 0
    await db.transaction().execute(async (trx) => {
      seen = figureOf(await figures(), "simpul_database_connections_in_use")!
      await trx.selectFrom("account").select("id").execute()
    })
    expect(seen).toBe(1)
    await db.destroy()
  })

  test("count seals, and tell a refusal from a fault", async () => {
    const { instruments, figures } = await measured()
    const ends = [
      async () => new Uint8Array(),
      async () => new Uint8Array(),
      async () => Promise.reject(new DomainError("invalid", "signing.passphraseWrong")),
      async () => Promise.reject(new Error("broken")),
    ]
    const workshop = observedWorkshop({ seal: () => ends.shift()!() } as never, instruments.workshop)
    for (let n = 0; n < 4; n += 1) await workshop.seal({} as never).catch(() => {})
    const now = await figures()
    expect(figureOf(now, "simpul_seals_total")).toBe(2)
    for (const [outcome, count] of Object.entries({ done: 2, refused: 1, failed: 1 }))
      expect(await timesOf(instruments, "simpul_workshop_task_duration_seconds", { task: "seal", outcome })).toBe(count)
  })

  test("know when periodic work last succeeded, under labels that Prometheus leaves alone", async () => {
    const { instruments, scrape } = await measured()
    const world = await createWorld()
    const ran: (() => void)[] = []
    const both = Promise.all([0, 1].map(() => new Promise<void>((resolve) => ran.push(resolve))))
    const observe: typeof instruments.job = (name, outcome) => {
      instruments.job(name, outcome)
      ran.pop()?.()
    }
    const jobs = startJobs(
      [
        { name: "goes-well", everyMs: 3_600_000, run: async () => {} },
        { name: "goes-wrong", everyMs: 3_600_000, run: () => Promise.reject(new Error("broken")) },
      ],
      world.services,
      observe,
    )
    await both
    await jobs.stop()
    const { text } = await scrape()
    expect(text).toMatch(/\{name="goes-well"\}/)
    expect(text).not.toMatch(/[{,](job|instance)="/)
    const now = parse(text)
    expect(figureOf(now, "simpul_job_last_success_timestamp_seconds", { name: "goes-well" })).toBeGreaterThan(1.7e9)
    expect(figureOf(now, "simpul_job_last_success_timestamp_seconds", { name: "goes-wrong" })).toBeUndefined()
    expect(figureOf(now, "simpul_job_failures_total", { name: "goes-wrong" })).toBe(1)
    expect(figureOf(now, "simpul_job_failures_total", { name: "goes-well" })).toBe(0)
  })
})

describe("the door of the figures", () => {
  test("opens for programs on this machine", async () => {
    const { scrape, port } = await measured()
    for (const host of [`127.0.0.1:${port}`, "localhost", `[::1]:${port}`])
      expect((await scrape({ Host: host })).status, host).toBe(200)
  })

  test.each([
    ["an address that a proxy passes on", { "X-Forwarded-For": "198.51.100.9" }],
    ["an empty one", { "X-Forwarded-For": "" }],
    ["one that claims to be from here", { "X-Forwarded-For": "127.0.0.1" }],
    ["the standard header", { Forwarded: "for=127.0.0.1" }],
    ["nginx's habit", { "X-Real-IP": "127.0.0.1" }],
    ["another proxy's", { Via: "1.1 proksi" }],
    ["the portal's public name", { Host: "portal.test" }],
    ["a name that leads here", { Host: "jahat.example" }],
    ["a name that only begins so", { Host: "127.0.0.1.jahat.example" }],
  ])("stays shut for %s", async (_what, headers) => {
    const { scrape } = await measured()
    const answer = await scrape(headers as Record<string, string>)
    expect([answer.status, answer.text]).toEqual([404, ""])
    expect(answer.headers["cache-control"]).toBe("no-store")
  })

  test("opens for the token from anywhere, and for nothing like it", async () => {
    const { scrape, call } = await measured({ token })
    const outside = { Host: "portal.test", "X-Forwarded-For": "198.51.100.9" }
    expect((await scrape({ ...outside, Authorization: `Bearer ${token}` })).status).toBe(200)
    for (const authorization of [`Bearer ${token}x`, `Bearer ${token.slice(1)}`, token, `Basic ${token}`, "Bearer "]) {
      const answer = await scrape({ ...outside, Authorization: authorization })
      expect([answer.status, answer.text]).toEqual([401, ""])
      expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/)
    }
    expect((await call(`/metrics?token=${token}`)).status).toBe(401)
  })

  test("takes nothing in", async () => {
    const { call } = await measured({ token })
    const answer = await call("/metrics", { method: "POST", headers: { Authorization: `Bearer ${token}` } })
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"])
  })
})
