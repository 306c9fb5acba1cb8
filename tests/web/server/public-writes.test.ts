import { sql } from "kysely"
import { expect, test } from "vitest"
import { statementOf, watchWrites } from "#app/server/cache/public-writes.ts"
import { openDatabase } from "#db/connection.ts"

test.each([
  [`insert into "agreement" ("id") values (?)`, "write"],
  [`update "organisation" set "name" = ?`, "write"],
  [`delete from "agreement" where "id" = ?`, "write"],
  [`with "x" as (insert into "agreement" default values returning "id") select * from "x"`, "write"],
  ["insert or replace into agreement values (1)", "write"],
  ["create table x (y)", "write"],
  ["vacuum", "write"],
  [`insert into "session" ("id") values (?)`, "other"],
  [`update "session" set "last_seen_at" = ?`, "other"],
  [`delete from "session" where "id" = ?`, "other"],
  [`insert into "rate_limit" ("action") values (?)`, "other"],
  [`update "outbox" set "attempts" = attempts + 1`, "other"],
  [`select * from "agreement" for update`, "other"],
  [`with "x" as (select 1) select * from "x"`, "other"],
  ["begin", "begin"],
  ["begin immediate", "begin"],
  ["commit", "end"],
  ["rollback", "end"],
  ["rollback to savepoint x", "other"],
  ["savepoint x", "other"],
])("%s is a %s", (statement, kind) => {
  expect(statementOf(statement)).toBe(kind)
})

test("a database tells of its own writes, and again when their transaction ends", async () => {
  let changes = 0
  const db = openDatabase(
    ":memory:",
    watchWrites(() => (changes += 1)),
  )
  const since = () => {
    const seen = changes
    changes = 0
    return seen
  }
  await sql`create table agreement (id text)`.execute(db)
  await sql`create table session (id text)`.execute(db)
  since()
  await sql`select * from agreement`.execute(db)
  await sql`insert into session (id) values ('a')`.execute(db)
  await db.transaction().execute(async (trx) => {
    await sql`insert into session (id) values ('b')`.execute(trx)
    await sql`select * from agreement`.execute(trx)
  })
  expect(since()).toBe(0)
  await sql`insert into agreement (id) values ('a')`.execute(db)
  expect(since()).toBe(1)
  await db.transaction().execute(async (trx) => {
    await sql`insert into agreement (id) values ('b')`.execute(trx)
    expect(since()).toBe(1)
  })
  expect(since()).toBe(1)
  await db.transaction().execute(async (trx) => {
    await sql`select * from agreement`.execute(trx)
  })
  expect(since()).toBe(0)
  await db.destroy()
})
