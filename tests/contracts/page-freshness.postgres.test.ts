import pg from "pg"
import { expect, inject, test, vi } from "vitest"
import { postgresFreshness } from "#app/server/cache/freshness-postgres.server.ts"

const quiet = { info() {}, warn() {}, error() {} }
const url = () => `${inject("postgresServer")}/postgres`

test("while the channel is lost nothing is trusted, and all is stale when it is back", async () => {
  const freshness = postgresFreshness(`${url()}?application_name=freshness_lost`, quiet)
  await vi.waitFor(() => expect(freshness.trusted()).toBe(true))
  const before = freshness.epoch()
  const admin = new pg.Client({ connectionString: url() })
  await admin.connect()
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'freshness_lost'")
  await vi.waitFor(() => expect(freshness.trusted()).toBe(false), { interval: 1 })
  await vi.waitFor(() => expect(freshness.trusted()).toBe(true), { timeout: 10_000 })
  expect(freshness.epoch()).toBeGreaterThan(before)
  await admin.end()
  await freshness.close()
})

test("a change made while the channel is down is told once it is up", async () => {
  const here = postgresFreshness(url(), quiet)
  await vi.waitFor(() => expect(here.trusted()).toBe(true))
  const before = here.epoch()
  const there = postgresFreshness(url(), quiet)
  expect(there.trusted()).toBe(false)
  there.changed()
  await vi.waitFor(() => expect(here.epoch()).toBeGreaterThan(before))
  await there.close()
  await here.close()
})

test("a server that is not there leaves it untrusted, and closing does not wait for it", async () => {
  const freshness = postgresFreshness("postgres://nobody@127.0.0.1:1/nothing", quiet)
  freshness.changed()
  expect(freshness.trusted()).toBe(false)
  await freshness.close()
})
