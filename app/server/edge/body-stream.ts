import type { IncomingMessage } from "node:http"

/**
 * Bytes that the edge lets through: forms, and posts that carry files. Handlers set narrower limits of their own; what a
 * form's files have above them is read and dropped, so that the form can come back and say so.
 */
export const bodyLimits = { form: 2 * 1024 * 1024, upload: 128 * 1024 * 1024 } as const

/** The limit for a request, by what its Content-Type says that it carries. */
export const bodyLimitOf = (contentType: string | undefined): number =>
  /^\s*multipart\/form-data\b/i.test(contentType ?? "") ? bodyLimits.upload : bodyLimits.form

/** Whether a body follows the headers. */
export const hasBody = (request: IncomingMessage): boolean =>
  request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0

/** A body on its way in. `tooLarge` turns true when it ran past its limit, whatever Content-Length had said. */
export type CountedBody = { readonly stream: ReadableStream<Uint8Array>; readonly tooLarge: () => boolean }

/** The body as a web stream that fails past `limit` bytes and keeps no more in memory than its reader has asked for. */
export function countedBody(request: IncomingMessage, limit: number): CountedBody {
  let size = 0
  let over = false
  let ended = false
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = (finish: () => void) => {
        if (ended) return
        ended = true
        request.off("data", take)
        finish()
      }
      const take = (chunk: Buffer) => {
        size += chunk.length
        if (size > limit) {
          over = true
          request.pause()
          end(() => controller.error(new Error("The body is larger than its limit.")))
          return
        }
        controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length))
        if ((controller.desiredSize ?? 0) <= 0) request.pause()
      }
      request.on("data", take)
      request.on("end", () => end(() => controller.close()))
      request.on("error", (error) => end(() => controller.error(error)))
      request.on("close", () => end(() => controller.error(new Error("The client went away."))))
      request.pause()
    },
    pull() {
      request.resume()
    },
    cancel() {
      ended = true
      request.resume()
    },
  })
  return { stream, tooLarge: () => over }
}
