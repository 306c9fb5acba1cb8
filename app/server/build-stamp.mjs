import { createHash } from "node:crypto"
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join, relative, sep } from "node:path"

/** What a build is made of. Plain JavaScript, because the launcher reads it before anything is compiled. */
const sources = [
  "app",
  "db",
  "content",
  "public",
  "vite.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
]

/** @param {string} root */
const stampFile = (root) => join(root, "build", "server", "stamp.json")

/**
 * Every file below `path`, sorted so that the order of the file system does not matter.
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/**
 * SHA-256 over names and contents of all sources: the same on every machine, untouched by time stamps.
 * @param {string} root
 */
export function sourceStamp(root) {
  const hash = createHash("sha256")
  for (const source of sources)
    for (const file of filesBelow(join(root, source))) {
      const bytes = readFileSync(file)
      hash.update(`${relative(root, file).split(sep).join("/")}\0${bytes.length}\0`)
      hash.update(bytes)
    }
  return hash.digest("hex")
}

/**
 * The stamp of the build that lies below `root`, or null where there is none (or one that never finished).
 * @param {string} root
 * @returns {string | null}
 */
export function builtStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), "utf8")).sources
  } catch {
    return null
  }
}

/**
 * Says that the build below `root` is whole and made of these sources. The last thing a build does.
 * @param {string} root
 * @param {string} stamp
 */
export function writeStamp(root, stamp) {
  writeFileSync(stampFile(root), `${JSON.stringify({ sources: stamp })}\n`)
}

/**
 * Takes the mark of wholeness away before a build begins.
 * @param {string} root
 */
export function clearStamp(root) {
  rmSync(stampFile(root), { force: true })
}
