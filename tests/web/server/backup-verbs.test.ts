import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { authorityOf } from "#app/domain/signature/authority.server.ts"
import { readEnvironment } from "#app/env.server.ts"
import { backup } from "#app/server/admin/backup.ts"
import { restore } from "#app/server/admin/restore.ts"
import { lastBackup } from "#app/server/backup/last-backup.server.ts"
import { claimDataDir, dataDirKind } from "#app/server/data-dir.server.ts"
import { demoState } from "#app/server/demo-network.server.ts"
import { evaluationSecrets } from "#app/server/evaluation-secrets.server.ts"
import { diskFiles } from "#app/services/file-store.server.ts"
import { openDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { createWorld } from "#tests/support/world.ts"

const secret = "rahasia server yang panjang sekali dan tidak dipakai di mana pun"
let root = ""
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "simpul-verbs-"))
  for (const name of ["DATABASE_URL", "FILES_URL", "SECRET", "SECRET_PREVIOUS"]) vi.stubEnv(name, "")
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true, force: true })
})

/** An installation with an authority, a file and an account in it; answers its environment. */
async function installation(mode: "evaluation" | "production") {
  const DATA_DIR = join(root, mode)
  const production = { APP_URL: "http://portal.test", SECRET: secret }
  const environment = readEnvironment(mode, { DATA_DIR, ...(mode === "production" ? production : {}) })
  claimDataDir(DATA_DIR, mode, "2026-01-01T00:00:00.000Z")
  const own = mode === "evaluation" ? evaluationSecrets(environment).secret : secret
  const db = openDatabase(environment.databaseUrl)
  const files = diskFiles(environment.filesUrl)
  await migrateToLatest(db)
  const world = await createWorld({ db, files })
  const settings = { ...world.services.settings, secrets: [own], demo: mode === "evaluation" }
  await authorityOf(world.visitor({ settings }))
  await world.create.account()
  if (mode === "evaluation")
    await db
      .insertInto("setting")
      .values({ key: "demo_network", value: '"loaded"', sourceNote: "npm start", updatedAt: world.clock.now() })
      .execute()
  await db.destroy()
  return { environment, files }
}

async function back(from: Awaited<ReturnType<typeof installation>>, args: string[]) {
  const lines: string[] = []
  const notes: string[] = []
  const code = await backup.run({
    args,
    environment: from.environment,
    composed: { services: { files: from.files } } as never,
    print: (line) => lines.push(line),
    note: (line) => notes.push(line),
    ask: async () => "",
  })
  return { code, text: lines.join("\n"), path: lines[0] ?? "", notes }
}

async function forth(args: string[]) {
  const lines: string[] = []
  const notes: string[] = []
  const io = { print: (line: string) => lines.push(line), note: (line: string) => notes.push(line) }
  const code = await restore.runBare({ args, ...io, ask: async () => "" })
  return { code, text: lines.join("\n"), notes: notes.join("\n") }
}

describe("backup", () => {
  test("names the archive after the time, verifies it, and notes when it was taken", async () => {
    const from = await installation("production")
    const { code, text, path, notes } = await back(from, ["--to", root, "--verify"])
    expect(code).toBe(0)
    expect(path).toMatch(/\/simpul-\d{8}T\d{6}Z\.tar$/)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(text).toMatch(
      /\d+ bytes, SHA-256 [0-9a-f]{64}\n\d+ rows in \d+ tables, 0 files, verified\n1 events in 1 chains/,
    )
    expect(notes).toContain("account: 1 rows")
    const noted = await lastBackup(from.environment.dataDir)
    expect(noted?.bytes).toBe((await stat(path)).size)
  })

  test.each([[[]], [["--to"]], [["--to", ""]], [["--too", "x"]]])("does not understand %j", async (args) => {
    const from = await installation("production")
    await expect(back(from, args)).rejects.toThrow(/--to/)
  })

  test("takes a folder that is missing for no file, and makes nothing", async () => {
    const from = await installation("production")
    const before = await readdir(root)
    for (const [to, folder] of [
      [join(root, "tidak-terpasang"), join(root, "tidak-terpasang")],
      [`${join(root, "tidak-terpasang")}/`, join(root, "tidak-terpasang")],
      [`${join(root, "a.tar")}/`, join(root, "a.tar")],
      [join(root, "tidak-ada", "a.tar"), join(root, "tidak-ada")],
    ] as const)
      await expect(back(from, ["--to", to]), to).rejects.toThrow(`There is no folder ${folder}`)
    expect(await readdir(root)).toEqual(before)
    expect(await lastBackup(from.environment.dataDir)).toBeNull()
  })

  test("never holds the server's secret in production", async () => {
    const from = await installation("production")
    const { path } = await back(from, ["--to", join(root, "a.tar")])
    const bytes = await readFile(path)
    expect(bytes.includes(secret)).toBe(false)
    expect(bytes.includes("evaluation.json")).toBe(false)
  })
})

describe("restore", () => {
  test("fills an empty folder, and tries the authority's key with SECRET", async () => {
    const { path } = await back(await installation("production"), ["--to", join(root, "a.tar")])
    const into = join(root, "baru")
    vi.stubEnv("SECRET", secret)
    const { code, text } = await forth(["--from", path, "--into", into])
    expect(text).toContain("Audit log: 1 events in 1 chains, all whole.")
    expect(text).toContain("key opens with SECRET")
    expect(code).toBe(0)
    expect(dataDirKind(into)).toBe("production")
    expect((await stat(into)).mode & 0o777).toBe(0o700)
    expect((await readdir(into)).sort()).toEqual(["simpul.json", "simpul.sqlite"])
    expect((await stat(join(into, "simpul.sqlite"))).mode & 0o777).toBe(0o600)
  })

  test("says so where SECRET is another or none", async () => {
    const { path } = await back(await installation("production"), ["--to", join(root, "a.tar")])
    const without = await forth(["--from", path, "--into", join(root, "b")])
    expect([without.code, without.text]).toEqual([0, expect.stringContaining("SECRET is not set")])
    vi.stubEnv("SECRET", "sebuah rahasia yang lain sama sekali, cukup panjang")
    const wrong = await forth(["--from", path, "--into", join(root, "c")])
    expect([wrong.code, wrong.text]).toEqual([1, expect.stringContaining("SECRET does not open")])
  })

  test("leaves a demonstration a demonstration, with its own secrets", async () => {
    const { path } = await back(await installation("evaluation"), ["--to", join(root, "a.tar")])
    const into = join(root, "lagi")
    const { code, text } = await forth(["--from", path, "--into", into])
    expect([code, text]).toEqual([0, expect.stringContaining("demonstration")])
    expect(dataDirKind(into)).toBe("evaluation")
    expect(await readFile(join(into, "evaluation.json"))).toEqual(
      await readFile(join(root, "evaluation", "evaluation.json")),
    )
    expect((await stat(join(into, "evaluation.json"))).mode & 0o777).toBe(0o600)
    const db = openDatabase(join(into, "simpul.sqlite"))
    expect(await demoState(db)).toBe("loaded")
    await db.destroy()
    expect(() => claimDataDir(into, "production", "2026-01-01T00:00:00.000Z")).toThrow(/demo network/)
  })

  test("only checks where it is asked to", async () => {
    const { path } = await back(await installation("production"), ["--to", join(root, "a.tar")])
    const before = await readdir(root)
    expect(await forth(["--from", path, "--check"])).toMatchObject({ code: 0, text: expect.stringContaining("right") })
    expect(await readdir(root)).toEqual(before)
  })

  test("refuses a folder, or a database, with something in it, and touches nothing", async () => {
    const { path } = await back(await installation("production"), ["--to", join(root, "a.tar")])
    const full = join(root, "production")
    const before = await readdir(full)
    await expect(forth(["--from", path, "--into", full])).rejects.toThrow("not empty")
    expect(await readdir(full)).toEqual(before)
    vi.stubEnv("DATABASE_URL", join(full, "simpul.sqlite"))
    await expect(forth(["--from", path, "--into", join(root, "b")])).rejects.toThrow("there already")
    vi.stubEnv("DATABASE_URL", "")
    vi.stubEnv("FILES_URL", full)
    await expect(forth(["--from", path, "--into", join(root, "b")])).rejects.toThrow("not empty")
    expect(await readdir(root)).not.toContain("b")
  })

  test("refuses a damaged archive before it makes anything", async () => {
    const { path } = await back(await installation("production"), ["--to", join(root, "a.tar")])
    const bytes = await readFile(path)
    const at = bytes.indexOf("tables/account/") + 512 + 12
    bytes[at] = bytes[at]! ^ 1
    await writeFile(path, bytes)
    await expect(forth(["--from", path, "--into", join(root, "b")])).rejects.toThrow(
      "tables/account/000001.jsonl.gz was changed",
    )
    expect(await readdir(root)).not.toContain("b")
  })

  test("marks a folder whose restoration did not end; nothing starts on it", async () => {
    const { path } = await back(await installation("production"), ["--to", join(root, "a.tar")])
    const into = join(root, "b")
    // A database has no place below a file.
    vi.stubEnv("DATABASE_URL", join(path, "simpul.sqlite"))
    await expect(forth(["--from", path, "--into", into])).rejects.toThrow(/EEXIST|ENOTDIR/)
    expect(() => claimDataDir(into, "production", "2026-01-01T00:00:00.000Z")).toThrow(/did not come to its end/)
  })

  test("makes nothing where the database does not answer", async () => {
    const { path } = await back(await installation("production"), ["--to", join(root, "a.tar")])
    vi.stubEnv("DATABASE_URL", "postgres://nobody:nothing@127.0.0.1:1/none")
    await expect(forth(["--from", path, "--into", join(root, "b")])).rejects.toThrow(/ECONNREFUSED/)
    expect(await readdir(root)).not.toContain("b")
  })

  test.each([
    [["--into", "x"], "--from is missing"],
    [["--from", "x"], "Say either"],
    [["--from", "x", "--into", "y", "--check"], "Say either"],
    [["--form", "x"], "--form"],
  ])("does not understand %j", async (args, sentence) => {
    await expect(forth(args)).rejects.toThrow(sentence)
  })
})
