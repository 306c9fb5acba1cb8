/**
 * Content-addressed storage. `put` returns only after the bytes are durable under their SHA-256,
 * so a row that names a hash can always be read; a file without a row is harmless.
 */
export interface FileStore {
  /** Stores `bytes` and answers their SHA-256 in hex. Storing the same bytes twice is one file. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes under `sha256`, or null where there are none. Refuses anything that is not 64 hex digits. */
  get(sha256: string): Promise<Uint8Array | null>
  has(sha256: string): Promise<boolean>
}
