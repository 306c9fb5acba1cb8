import { createHash } from "node:crypto"
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { diskFiles } from "#app/services/file-store.server.ts"
import { closeAfterTest } from "#tests/support/closing.ts"

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "simpul-files-"))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const bytes = new TextEncoder().encode("Kesepakatan Bersama")
const sha256 = createHash("sha256").update(bytes).digest("hex")

test("what is put is found under its SHA-256, by another store on the same folder too", async () => {
  const folder = await freshFolder()
  const files = diskFiles(folder)
  expect(await files.has(sha256)).toBe(false)
  expect(await files.put(bytes)).toBe(sha256)
  expect(await files.has(sha256)).toBe(true)
  expect(await diskFiles(folder).get(sha256)).toEqual(bytes)
})

test("the same bytes put at the same instant are one file and leave nothing behind", async () => {
  const folder = await freshFolder()
  const files = diskFiles(folder)
  const hashes = await Promise.all(Array.from({ length: 20 }, () => files.put(bytes)))
  expect(new Set(hashes)).toEqual(new Set([sha256]))
  expect(await readdir(join(folder, "incoming"))).toEqual([])
  expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([sha256.slice(2)])
})

test("an empty file is a file", async () => {
  const files = diskFiles(await freshFolder())
  const empty = await files.put(new Uint8Array())
  expect(await files.get(empty)).toEqual(new Uint8Array())
})

test("a name that is no SHA-256 is never a path", async () => {
  const folder = await freshFolder()
  const files = diskFiles(folder)
  await files.put(bytes)
  for (const name of [
    "",
    "..",
    "../../etc/passwd",
    sha256.toUpperCase(),
    `${sha256}/`,
    `${sha256}\n`,
    "a".repeat(63),
  ]) {
    expect(await files.get(name)).toBe(null)
    expect(await files.has(name)).toBe(false)
  }
})

test("a file that the disk has changed is refused and mended by putting it again", async () => {
  const folder = await freshFolder()
  const files = diskFiles(folder)
  await files.put(bytes)
  const place = join(folder, sha256.slice(0, 2), sha256.slice(2))
  await writeFile(place, "half")
  await expect(files.get(sha256)).rejects.toThrow("damaged")
  await files.put(bytes)
  expect(await files.get(sha256)).toEqual(bytes)
})

test("nobody but the portal's user reads the files", async () => {
  const folder = await freshFolder()
  await diskFiles(folder).put(bytes)
  const { mode } = await stat(join(folder, sha256.slice(0, 2), sha256.slice(2)))
  expect(mode & 0o777).toBe(0o600)
})

test("what a crash left half-written is removed after an hour, and not before", async () => {
  const folder = await freshFolder()
  await diskFiles(folder).put(bytes)
  await writeFile(join(folder, "incoming", "old"), "half")
  await writeFile(join(folder, "incoming", "new"), "half")
  const past = new Date(Date.now() - 2 * 3_600_000)
  await utimes(join(folder, "incoming", "old"), past, past)
  await diskFiles(folder).put(bytes)
  expect(await readdir(join(folder, "incoming"))).toEqual(["new"])
})
