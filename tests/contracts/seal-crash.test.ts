import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { factsOf } from "#app/domain/agreement/facts.server.ts"
import { statusOfFacts } from "#app/domain/agreement/facts.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { addMilliseconds, hours } from "#app/domain/kernel/clock.ts"
import { verifyFile } from "#app/domain/signature/file-check.server.ts"
import { diskFiles } from "#app/services/file-store.server.ts"
import { type Db, openDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { loadRegions } from "#db/seeds/regions.server.ts"
import { agreementIn } from "#tests/support/agreements.ts"
import { testDialect } from "#tests/support/database.ts"
import { testPassword } from "#tests/support/password.ts"
import type { SealChildOrder } from "#tests/support/seal-child.ts"
import { testPassphrase, twoSigners } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

/** Processes killed while they seal; `SEAL_CRASHES=100` makes it the long run. */
const crashes = Number(process.env.SEAL_CRASHES ?? 25)
/** What is open for signing when a process starts: more than one can seal before it is killed. */
const openAtStart = 6

const marks = ["ready", "sealing", "storing", "stored", "sealed"] as const

let folder: string | undefined
let database: Db | undefined

afterEach(async () => {
  await database?.destroy()
  if (folder) await rm(folder, { recursive: true, force: true })
  database = undefined
  folder = undefined
})

/**
 * When to kill: some milliseconds after the n-th time that the process said `mark`, or after so many statements from
 * its first stored file; null lets it finish.
 */
type Moment =
  | { readonly mark: (typeof marks)[number]; readonly nth: number; readonly delay: number }
  | { readonly statement: number }
  | null

/** A transaction has about this many statements, the mails to everybody among them. */
const statements = 40

/** Every other round between two statements; else at each mark in turn, exactly there or somewhere in what follows. */
function momentOf(round: number): Moment {
  if (round % 2 === 1) return { statement: 1 + Math.floor(Math.random() * statements) }
  const mark = marks[(round / 2) % marks.length]!
  // The process is ready once; from there any time of its first seals.
  if (mark === "ready") return { mark, nth: 1, delay: Math.floor(Math.random() * 600) }
  return {
    mark,
    nth: 1 + (Math.floor(round / 2 / marks.length) % 3),
    delay: round % 4 === 0 ? 0 : Math.floor(Math.random() * 120),
  }
}

/** Runs the sealing process and kills it at `moment`; answers whether it was killed. */
function run(base: Omit<SealChildOrder, "lastStatement">, moment: Moment): Promise<boolean> {
  const order: SealChildOrder = { ...base, lastStatement: moment && "statement" in moment ? moment.statement : null }
  const words = ["--import", "tsx", "tests/support/seal-child.ts", JSON.stringify(order)]
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] })
  let said = ""
  let complaints = ""
  let armed = moment !== null && "mark" in moment
  child.stderr.on("data", (chunk) => {
    complaints += chunk
  })
  child.stdout.on("data", (chunk) => {
    said += chunk
    if (
      !armed ||
      !moment ||
      !("mark" in moment) ||
      said.split("\n").filter((word) => word === moment.mark).length < moment.nth
    )
      return
    armed = false
    setTimeout(() => child.kill("SIGKILL"), moment.delay)
  })
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL") resolve(true)
      else if (code === 0) resolve(false)
      else reject(new Error(`the sealing process failed: ${complaints}`))
    })
  })
}

/** Rows, files, status and the record, all of them: nothing half, nothing doubled. */
async function expectWhole(world: World): Promise<{ seals: number; inForce: number }> {
  const { db } = world
  const agreements = await db.selectFrom("agreement").select(["id", "status"]).execute()
  for (const { id, status } of agreements) {
    expect(statusOfFacts(await factsOf(db, id))).toBe(status)
    const revisions = await db
      .selectFrom("agreementRevision")
      .selectAll()
      .where("agreementId", "=", id)
      .orderBy("ordinal")
      .execute()
    const seals = await db
      .selectFrom("signature")
      .selectAll()
      .where("agreementId", "=", id)
      .orderBy("revisionOrdinal")
      .execute()
    expect(
      seals.map(({ sha256Before, sha256After, revisionOrdinal }) => ({ sha256Before, sha256After, revisionOrdinal })),
    ).toEqual(
      revisions.slice(1).map(({ sha256, ordinal }, index) => ({
        sha256Before: revisions[index]!.sha256,
        sha256After: sha256,
        revisionOrdinal: ordinal,
      })),
    )
    expect(new Set(seals.map(({ partyId }) => partyId)).size).toBe(seals.length)
    // The store refuses a file that is not what its name says.
    for (const { sha256, size } of revisions) expect((await world.services.files.get(sha256))?.byteLength).toBe(size)
    const events = await db
      .selectFrom("auditEvent")
      .select("type")
      .where("subjectId", "=", id)
      .where("type", "in", ["agreement.sealed", "agreement.entered_into_force"])
      .execute()
    expect(events.map(({ type }) => type).sort()).toEqual([
      ...(status === "in_force" ? ["agreement.entered_into_force"] : []),
      ...seals.map(() => "agreement.sealed"),
    ])
  }
  expect((await verifyAudit(db)).faults).toEqual([])
  const count = async (table: "signature") => (await db.selectFrom(table).select("id").execute()).length
  return { seals: await count("signature"), inForce: agreements.filter(({ status }) => status === "in_force").length }
}

test.skipIf(testDialect === "postgres")(
  `a process killed ${crashes} times while it seals leaves the signed or the unsigned revision, never half, never two`,
  async () => {
    folder = await mkdtemp(join(tmpdir(), "simpul-crash-"))
    const file = join(folder, "simpul.sqlite")
    database = openDatabase(file)
    await migrateToLatest(database)
    await loadRegions(database, { villages: false })
    const world = await createWorld({ db: database, files: diskFiles(join(folder, "files")) })
    const sides = await twoSigners(world)
    const order = (round: number) => ({
      database: file,
      files: join(folder ?? "", "files"),
      settings: world.services.settings,
      startedAt: addMilliseconds(world.clock.now(), hours(round)),
      password: testPassword,
      passphrase: testPassphrase,
    })
    const open = async () =>
      (await world.db.selectFrom("agreement").select("id").where("status", "=", "signing").execute()).length

    let killed = 0
    let sealed = 0
    for (let round = 0; round < crashes; round += 1) {
      for (let missing = openAtStart - (await open()); missing > 0; missing -= 1)
        await agreementIn(world, sides, "signing")
      if (await run(order(round), momentOf(round))) killed += 1
      const { seals } = await expectWhole(world)
      expect(seals).toBeGreaterThanOrEqual(sealed)
      sealed = seals
    }
    expect(killed).toBe(crashes)
    expect(sealed).toBeGreaterThan(crashes / 2)

    expect(await run(order(crashes), null)).toBe(false)
    const { seals, inForce } = await expectWhole(world)
    expect(await open()).toBe(0)
    expect(seals).toBe(2 * inForce)
    const newest = await world.db
      .selectFrom("agreementRevision")
      .select("sha256")
      .where("ordinal", "=", 2)
      .limit(10)
      .execute()
    for (const { sha256 } of newest) {
      const { report, registered } = await verifyFile(world.visitor(), (await world.services.files.get(sha256))!)
      expect([report.verdict, registered]).toEqual(["valid", true])
    }
  },
  30 * 60_000,
)
