import { Readable } from "node:stream"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { constants, createBrotliCompress, createGzip } from "node:zlib"
import type { Encoding } from "../cache/encoding.ts"

const compressibleType =
  /^(text\/|application\/(json|javascript|xml|manifest\+json|problem\+json|[a-z.+-]+\+xml))|^image\/svg/

/**
 * A response for one reader, squeezed as it streams: what the page has written so far leaves at once, so nothing
 * waits in the compressor. Bodies that are small, finished or already compressed stay as they are.
 */
export function compressed(response: Response, encoding: Encoding): Response {
  const { headers } = response
  if (!compressibleType.test(headers.get("Content-Type") ?? "")) return response
  headers.append("Vary", "Accept-Encoding")
  const length = headers.get("Content-Length")
  if (encoding === "identity" || !response.body || headers.has("Content-Encoding")) return response
  if (length !== null && Number(length) < 1024) return response
  const squeeze =
    encoding === "br"
      ? createBrotliCompress({
          flush: constants.BROTLI_OPERATION_FLUSH,
          params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
        })
      : createGzip({ flush: constants.Z_SYNC_FLUSH, level: 5 })
  const source = Readable.fromWeb(response.body as NodeStream<Uint8Array>)
  source.on("error", (error) => squeeze.destroy(error))
  squeeze.on("close", () => source.destroy())
  source.pipe(squeeze)
  headers.delete("Content-Length")
  headers.set("Content-Encoding", encoding)
  return new Response(Readable.toWeb(squeeze) as ReadableStream<Uint8Array>, { status: response.status, headers })
}
