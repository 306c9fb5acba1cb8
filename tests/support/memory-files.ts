import { createHash } from "node:crypto"
import type { FileStore } from "#app/domain/kernel/file-store.ts"

/** The file store as a map. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>()
  return {
    async put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex")
      files.set(sha256, new Uint8Array(bytes))
      return sha256
    },
    async get(sha256) {
      return files.get(sha256) ?? null
    },
    async has(sha256) {
      return files.has(sha256)
    },
  }
}
