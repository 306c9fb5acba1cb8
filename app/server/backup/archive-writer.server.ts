import { createHash } from "node:crypto"
import type { Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { pack } from "tar-stream"
import type { ArchivePart } from "./manifest.ts"

/** An archive on its way out, entry by entry; no more than one entry is in memory. */
export type ArchiveWriter = {
  /** Adds an entry and answers its size and hash once the bytes below it have gone on their way. */
  add(name: string, bytes: Uint8Array): Promise<ArchivePart>
  /** Writes the end and answers size and hash of the whole. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>
  /** Gives up and closes what lies below. */
  abort(): Promise<void>
}

/** Writes a tar archive to `sink`. A sink that fails fails the entry that is being added. */
export function archiveWriter(sink: Writable, now: Date): ArchiveWriter {
  const tar = pack()
  const whole = createHash("sha256")
  let bytes = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of tar as AsyncIterable<Buffer>) {
      whole.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  const written = pipeline(counted, sink)
  const endedEarly = written.then(() => Promise.reject(new Error("The archive was closed early.")))
  // Whoever adds next is told of a failure; until then nobody listens.
  endedEarly.catch(() => {})
  const entry = (name: string, content: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      const header = { name, mode: 0o600, mtime: now, type: "file" as const }
      tar.entry(header, Buffer.from(content.buffer, content.byteOffset, content.byteLength), (error) =>
        error ? reject(error) : resolve(),
      )
    })
  return {
    async add(name, content) {
      try {
        await Promise.race([entry(name, content), endedEarly])
      } catch (error) {
        // What lies below knows better why: a full disk, say, where the entry only finds the archive closed.
        tar.destroy(error as Error)
        throw await written.then(
          () => error,
          (cause) => cause,
        )
      }
      return { name, bytes: content.byteLength, sha256: createHash("sha256").update(content).digest("hex") }
    },
    async finish() {
      tar.finalize()
      await written
      return { bytes, sha256: whole.digest("hex") }
    },
    async abort() {
      tar.destroy()
      await written.catch(() => {})
    },
  }
}
