import { randomBytes } from "node:crypto"
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Writable } from "node:stream"
import { type Kysely, sql } from "kysely"
import { describe, expect, test } from "vitest"
import { record } from "#app/domain/audit/record.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import type { FileStore } from "#app/domain/kernel/file-store.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { BackupError, entryNames, type Manifest } from "#app/server/backup/manifest.ts"
import { restoreBackup } from "#app/server/backup/restore-backup.server.ts"
import { type TakeOptions, takeBackup } from "#app/server/backup/take-backup.server.ts"
import { verifyArchive } from "#app/server/backup/verify-archive.server.ts"
import { diskFiles } from "#app/services/file-store.server.ts"
import { type Db, openDatabase } from "#db/connection.ts"
import { columnsOf, type RawTrx, tablesIn, tallyOf } from "#db/dump/snapshot.ts"
import { dumpedTables, isPlanned, tablePlans } from "#db/dump/table-plan.ts"
import { type Dialect, dialectOf } from "#db/portable.ts"
import { closeAfterTest } from "#tests/support/closing.ts"
import { databaseUrl, testDialect } from "#tests/support/database.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { png } from "#tests/support/pictures.ts"
import { createWorld, type World } from "#tests/support/world.ts"

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "simpul-backup-"))
  closeAfterTest(() => rm(path, { recursive: true, force: true }))
  return path
}

async function handle(url: string): Promise<Db> {
  const db = openDatabase(url)
  // A test's database need not outlive a power cut, and a busy disk makes every commit wait.
  if (dialectOf(db) === "sqlite") await sql`pragma synchronous = off`.execute(db)
  closeAfterTest(() => db.destroy())
  return db
}

type Source = {
  readonly world: World
  readonly url: string
  readonly files: FileStore
  readonly write: () => Promise<void>
}

/** A world on disk with a row of everything, and somebody who goes on working in it. */
async function source(): Promise<Source> {
  const url = await databaseUrl("regions")
  const db = await handle(url)
  const files = diskFiles(join(await folder(), "files"))
  const world = await createWorld({ db, files })
  const { sides } = await everyRow(world)
  const initiative = await db
    .selectFrom("initiative")
    .select("id")
    .where("publishedAt", "is not", null)
    .executeTakeFirstOrThrow()
  const picture = await png()
  const ctx = await world.as(sides.region.approver)
  let serial = 0
  async function write() {
    serial += 1
    world.clock.turn(1_000)
    // An initiative takes only so many updates.
    if (serial <= 150)
      await postUpdate({ ...ctx, now: world.clock.now() }, initiative.id, {
        title: `Kabar ke-${serial}`,
        body: "Ditulis selagi cadangan dibuat.",
        alt: serial % 3 === 0 ? "Ruang kelas" : "",
        picture: serial % 3 === 0 ? picture : null,
      })
    const bytes = randomBytes(2_000)
    const sha256 = await files.put(bytes)
    await db.transaction().execute(async (trx) => {
      const id = newId()
      const occasion = { actor: ctx.actor, now: world.clock.now(), requestId: "test" }
      await trx
        .insertInto("storedFile")
        .values({
          id,
          sha256,
          size: bytes.length,
          mediaType: "application/pdf",
          name: "berkas.pdf",
          purpose: "organisation_evidence",
          organisationId: sides.region.organisation.id,
          uploadedBy: null,
          createdAt: world.clock.now(),
        })
        .execute()
      await record(trx as never, occasion, {
        type: "account.registered",
        subjectType: "account",
        subjectId: id,
        data: {},
      })
    })
  }
  return { world, url, files, write }
}

const take = async (from: Source, path: string, options: Partial<TakeOptions> = {}) =>
  takeBackup({
    path,
    db: await handle(from.url),
    files: from.files,
    kind: "production",
    evaluation: null,
    portal: "0.1.0",
    now: new Date("2026-01-31T04:05:06.789Z"),
    progress: () => {},
    ...options,
  })

/** Restores into a database and a folder that hold nothing. */
async function restored(path: string, dialect: Dialect = testDialect) {
  const url = await databaseUrl("nothing", dialect)
  const files = diskFiles(join(await folder(), "files"))
  const manifest = await verifyArchive(path)
  const db = await handle(url)
  await restoreBackup({ path, manifest, db, files, progress: () => {}, keepEvaluation: async () => {} })
  return { url, db, files, manifest }
}

/** Number and hash of every table's rows, as they stand. */
async function talliesOf(db: Db): Promise<Record<string, { rows: number; sha256: string }>> {
  const raw = db.withoutPlugins() as unknown as Kysely<Record<string, never>>
  return raw.transaction().execute(async (trx) => {
    const tallies: Record<string, { rows: number; sha256: string }> = {}
    for (const { name } of dumpedTables)
      tallies[name] = await tallyOf(trx as unknown as RawTrx, name, await columnsOf(trx as unknown as RawTrx, name))
    return tallies
  })
}

const talliesIn = ({ tables }: Manifest) =>
  Object.fromEntries(tables.map(({ name, rows, sha256 }) => [name, { rows, sha256 }]))

describe("a backup taken under write load", () => {
  test("restored elsewhere is equal by hash, audit chains verify, and it is the state of one moment", async () => {
    const from = await source()
    const before = await talliesOf(from.world.db)
    const path = join(await folder(), "cadangan.tar")
    let ended = false
    let writes = 0
    let stand = () => {}
    const standing = new Promise<void>((resolve) => {
      stand = resolve
    })
    const writer = (async () => {
      // Not before the snapshot stands; then one after the other until the archive is whole.
      await standing
      while (!ended) {
        await from.write()
        writes += 1
      }
    })()
    const { manifest } = await take(from, path, {
      async progress(line) {
        stand()
        // Whatever the machine's mood: something is written between any two tables.
        await from.write()
        writes += 1
        expect(line).not.toBe("")
      },
    })
    ended = true
    await writer
    expect(writes).toBeGreaterThan(dumpedTables.length)

    expect(talliesIn(manifest)).toEqual(before)
    const copy = await restored(path)
    expect(await talliesOf(copy.db)).toEqual(before)
    expect(await talliesOf(from.world.db)).not.toEqual(before)

    const audit = await verifyAudit(copy.db)
    expect(audit.faults).toEqual([])
    expect({ events: audit.events, chains: audit.chains }).toEqual({
      events: manifest.audit.events,
      chains: manifest.audit.chains,
    })
    expect((await verifyAudit(from.world.db)).events).toBeGreaterThan(audit.events)

    expect(manifest.files.length).toBeGreaterThan(3)
    for (const { sha256, bytes } of manifest.files) expect((await copy.files.get(sha256))?.byteLength).toBe(bytes)
    for (const row of await copy.db.selectFrom("storedFile").select("sha256").execute())
      expect(await copy.files.has(row.sha256)).toBe(true)
    expect((await copy.db.selectFrom("session").selectAll().execute()).length).toBe(0)
  }, 120_000)

  test("can be taken from the copy again, and is the same", async () => {
    const from = await source()
    const path = join(await folder(), "a.tar")
    const first = await take(from, path)
    const copy = await restored(path)
    const second = await take({ ...from, url: copy.url, files: copy.files }, join(await folder(), "b.tar"))
    const { engine: _engine, ...rest } = first.manifest
    expect(second.manifest).toMatchObject(rest)
    expect(second.sha256).toBe(first.sha256)
  })

  test.runIf(testDialect === "postgres")(
    "goes from one engine to the other and back without a changed byte",
    async () => {
      const from = await source()
      await from.write()
      const here = join(await folder(), "postgres.tar")
      const first = await take(from, here)
      const small = await restored(here, "sqlite")
      const there = join(await folder(), "sqlite.tar")
      const second = await take({ ...from, url: small.url, files: small.files }, there)
      expect(second.manifest).toMatchObject({ engine: "sqlite", audit: first.manifest.audit })
      expect(talliesIn(second.manifest)).toEqual(talliesIn(first.manifest))
      const large = await restored(there)
      expect(await talliesOf(large.db)).toEqual(talliesIn(first.manifest))
      expect((await verifyAudit(large.db)).faults).toEqual([])
      // It is a portal again: its next transition passes.
      const world = await createWorld({ db: large.db, files: large.files })
      await large.db
        .transaction()
        .execute((trx) =>
          record(
            trx as never,
            { actor: null, now: world.clock.now(), requestId: "test" },
            { type: "account.registered", subjectType: "account", subjectId: newId(), data: {} },
          ),
        )
      await expect(large.db.updateTable("auditEvent").set({ actorName: "x" }).execute()).rejects.toThrow(/append-only/)
    },
  )
})

describe("what a backup holds", () => {
  test("every table of the database is declared", async () => {
    const db = await handle(await databaseUrl("regions"))
    const raw = db.withoutPlugins() as unknown as Kysely<Record<string, never>>
    const tables = await raw.transaction().execute((trx) => tablesIn(trx as unknown as RawTrx))
    expect(tables.length).toBeGreaterThan(Object.keys(tablePlans).length)
    expect(tables.filter((name) => !isPlanned(name))).toEqual([])
    expect(isPlanned("a_new_table")).toBe(false)
  })

  test("every column that may name a file is declared as one, or as a hash of something else", async () => {
    const db = await handle(await databaseUrl("regions"))
    const raw = db.withoutPlugins() as unknown as Kysely<Record<string, never>>
    const undeclared: string[] = []
    await raw.transaction().execute(async (trx) => {
      for (const [name, plan] of Object.entries(tablePlans)) {
        if (plan.in === "none") continue
        const table = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        for (const column of await columnsOf(trx as unknown as RawTrx, table))
          if (/sha256/.test(column.name) && ![...(plan.files ?? []), ...(plan.hashes ?? [])].includes(column.name))
            undeclared.push(`${table}.${column.name}`)
      }
    })
    expect(undeclared).toEqual([])
  })

  test("every file that was stored for a row is in it", async () => {
    const from = await source()
    const stored = new Set<string>()
    const counting: FileStore = {
      ...from.files,
      get(sha256) {
        stored.add(sha256)
        return from.files.get(sha256)
      },
    }
    const { manifest } = await take({ ...from, files: counting }, join(await folder(), "a.tar"))
    const named = await from.world.db.selectFrom("agreementRevision").select("sha256").execute()
    expect(named.length).toBeGreaterThan(0)
    for (const { sha256 } of named) expect(manifest.files.map((file) => file.sha256)).toContain(sha256)
    expect(manifest.files.map(({ sha256 }) => sha256)).toEqual([...stored].sort())
  })

  test("is readable by its owner alone and leaves nothing else behind", async () => {
    const from = await source()
    const into = await folder()
    const path = join(into, "a.tar")
    await take(from, path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(into)).toEqual(["a.tar"])
  })
})

/** A backup of a world, quietly. */
async function taken() {
  const from = await source()
  const path = join(await folder(), "a.tar")
  return { from, path, ...(await take(from, path)) }
}

describe("a backup is refused", () => {
  /** One archive, made once, in a folder of this test's own. */
  async function archive() {
    made ??= (async () => {
      const { manifest, path } = await taken()
      return { manifest, bytes: await readFile(path) }
    })()
    const { manifest, bytes } = await made
    const path = join(await folder(), "a.tar")
    await writeFile(path, bytes)
    return { path, manifest, bytes }
  }
  let made: Promise<{ manifest: Manifest; bytes: Buffer }> | undefined

  /** Where the bytes of an entry begin in the archive. */
  const startOf = (bytes: Buffer, name: string): number => bytes.indexOf(`${name}\0`) + 512

  test("with a changed byte, by the name of the entry", async () => {
    const { path, bytes, manifest } = await archive()
    const file = entryNames.file(manifest.files[0]!.sha256)
    const rows = manifest.tables.find(({ name }) => name === "agreement")!.parts[0]!.name
    for (const name of [file, rows, entryNames.rows("audit_event", 1)]) {
      const changed = Buffer.from(bytes)
      const at = startOf(changed, name) + 12
      changed[at] = changed[at]! ^ 0x01
      await writeFile(path, changed)
      await expect(verifyArchive(path)).rejects.toThrow(`${name} was changed`)
    }
  })

  test("cut short anywhere", async () => {
    const { path, bytes } = await archive()
    const places = [600, 5_000, Math.floor(bytes.length / 2), bytes.length - 20_000, bytes.length - 2_000]
    for (const length of places) {
      await writeFile(path, bytes.subarray(0, length))
      await expect(verifyArchive(path), `${length} of ${bytes.length}`).rejects.toThrow(/cut short/)
    }
  })

  test("with an entry added, renamed out of the folder, or twice", async () => {
    const { path, bytes } = await archive()
    const victim = entryNames.rows("agreement", 1)
    for (const [name, words] of [
      ["../../../etc/cron.d/x", "no backup has"],
      ["/etc/passwd", "no backup has"],
      ["files/ab/../../../x", "no backup has"],
      [entryNames.rows("agreement", 2), "does not belong"],
      [entryNames.rows("account", 1), "twice"],
    ] as const) {
      await writeFile(path, renamed(bytes, victim, name))
      await expect(verifyArchive(path), name).rejects.toThrow(words)
    }
  })

  test("where it is something else", async () => {
    const path = join(await folder(), "x.tar")
    await expect(verifyArchive(path)).rejects.toThrow("cannot be read")
    for (const bytes of [Buffer.alloc(0), Buffer.from("bukan arsip"), randomBytes(20_000), Buffer.alloc(10_240)]) {
      await writeFile(path, bytes)
      await expect(verifyArchive(path)).rejects.toThrow("no backup of Simpul")
    }
    const { bytes } = await archive()
    await writeFile(path, renamed(bytes, entryNames.header, "readme.txt"))
    await expect(verifyArchive(path)).rejects.toThrow("no backup of Simpul")
  })

  test("from a newer version, or from another line of versions", async () => {
    const { path, manifest } = await archive()
    const into = async (migrations: string[]) =>
      restoreBackup({
        path,
        manifest: { ...manifest, migrations },
        db: await handle(await databaseUrl("nothing")),
        files: diskFiles(await folder()),
        progress: () => {},
        keepEvaluation: async () => {},
      })
    await expect(into([...manifest.migrations, "9999-later"])).rejects.toThrow("newer version of Simpul")
    await expect(into(manifest.migrations.slice(1))).rejects.toThrow("another line of versions")
  })

  test("into a database that is not empty", async () => {
    const { path, manifest } = await archive()
    const db = await handle(await databaseUrl("regions"))
    const before = await talliesOf(db)
    const files = diskFiles(await folder())
    const options = { path, manifest, db, files, progress: () => {}, keepEvaluation: async () => {} }
    await expect(restoreBackup(options)).rejects.toThrow("not empty")
    expect(await talliesOf(db)).toEqual(before)
  })

  test("when it changed between being checked and being restored: no row stays", async () => {
    const { path, manifest, bytes } = await archive()
    const changed = { ...manifest, tables: manifest.tables.map((table) => ({ ...table })) }
    changed.tables.find(({ name }) => name === "organisation")!.sha256 = "0".repeat(64)
    await writeFile(path, bytes)
    const db = await handle(await databaseUrl("nothing"))
    const options = { path, manifest: changed, db, files: diskFiles(await folder()), progress: () => {} }
    await expect(restoreBackup({ ...options, keepEvaluation: async () => {} })).rejects.toThrow(
      "organisation is not equal",
    )
    expect(await db.selectFrom("account").select("id").execute()).toEqual([])
  })
})

describe("a backup that fails leaves nothing that looks like one", () => {
  test("when the disk is full", async () => {
    const from = await source()
    const into = await folder()
    let room = 30_000
    const fullDisk = () =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          room -= chunk.length
          done(room < 0 ? Object.assign(new Error("no space left on device"), { code: "ENOSPC" }) : null)
        },
      })
    await expect(take(from, join(into, "a.tar"), { openSink: fullDisk })).rejects.toThrow("no space left")
    expect(await readdir(into)).toEqual([])
  })

  test("when a file is missing or damaged: it is named", async () => {
    const from = await source()
    const into = await folder()
    const { sha256 } = await from.world.db.selectFrom("agreementRevision").select("sha256").executeTakeFirstOrThrow()
    const lossy = (instead: () => Promise<null>): FileStore => ({
      ...from.files,
      get: (hash) => (hash === sha256 ? instead() : from.files.get(hash)),
    })
    const damaged = () => Promise.reject(new Error("damaged"))
    for (const instead of [async () => null, damaged]) {
      const failed = take({ ...from, files: lossy(instead) }, join(into, "a.tar"))
      await expect(failed).rejects.toThrow(BackupError)
      await expect(failed).rejects.toThrow(sha256)
    }
    expect(await readdir(into)).toEqual([])
  })

  test("when something stands there: it is left alone", async () => {
    const from = await source()
    const path = join(await folder(), "a.tar")
    await writeFile(path, "yang lama")
    await expect(take(from, path)).rejects.toThrow("never replaces")
    expect(await readFile(path, "utf8")).toBe("yang lama")
  })
})

/** The archive with one entry under another name, its checksum made right. */
function renamed(bytes: Buffer, name: string, other: string): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(`${name}\0`)
  copy.fill(0, at, at + 100)
  copy.write(other, at, "latin1")
  copy.write("        ", at + 148, "latin1")
  let sum = 0
  for (let i = at; i < at + 512; i += 1) sum += copy[i]!
  copy.write(`${sum.toString(8).padStart(6, "0")}\0 `, at + 148, "latin1")
  return copy
}
