import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { Encoding } from "./encoding.ts"

const brotliOf = promisify(brotliCompress)
const gzipOf = promisify(gzip)

/** One set of bytes of a page, with its headers as the flat list that node writes without looking at it twice. */
export type Variant = {
  readonly etag: string
  /**
   * A Buffer, or for up to 64 KiB the same bytes as text of one byte per character: node writes a text together with
   * the headers in one piece and a Buffer in a second one, which costs a sixth of the whole answer.
   */
  readonly body: Buffer | string
  /** For 200. The value at `requestIdSlot` is filled in per answer. */
  readonly headers: string[]
  /** For 304. */
  readonly notModified: string[]
}

/** A finished page in every encoding that pays. */
export type Page = {
  readonly variants: Readonly<Record<Encoding, Variant>>
  /** Bytes that the page holds in memory, all variants together. */
  readonly bytes: number
}

export const requestIdHeader = "X-Request-Id"
/** Where the flat header lists keep the request id's value. */
export const requestIdSlot = 1

/** Above this, copying a text behind the headers costs more than a second piece. */
const longestText = 64 * 1024

/** Below this, the headers of an encoding cost more than it saves. */
const smallestCompressed = 512

/**
 * Makes a page of a body and its headers (names and values in turn). Compresses for speed on the thread pool,
 * unless finished encodings are handed in.
 */
export async function makePage(
  body: Buffer,
  headers: readonly string[],
  finished?: Partial<Record<Exclude<Encoding, "identity">, Buffer>>,
): Promise<Page> {
  const { br, gzip } = finished ?? (await compress(body))
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22)
  const identity = variantOf(body, headers, `"${hash}"`)
  const variants = {
    identity,
    gzip: gzip ? variantOf(gzip, headers, `"${hash}-gz"`, "gzip") : identity,
    br: br ? variantOf(br, headers, `"${hash}-br"`, "br") : identity,
  }
  const bodies = new Set(Object.values(variants).map((variant) => variant.body))
  let bytes = 2048
  for (const each of bodies) bytes += each.length
  return { variants, bytes }
}

async function compress(body: Buffer): Promise<{ br?: Buffer; gzip?: Buffer }> {
  if (body.length < smallestCompressed) return {}
  const [br, zipped] = await Promise.all([
    brotliOf(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
    gzipOf(body, { level: 6 }),
  ])
  return { ...(br.length < body.length ? { br } : {}), ...(zipped.length < body.length ? { gzip: zipped } : {}) }
}

/** What a 304 repeats (RFC 9110 §15.4.5), and what lets a page of another site read it; the rest describes bytes that are not sent. */
const repeatedOn304 = new Set([
  "access-control-allow-origin",
  "access-control-expose-headers",
  "cache-control",
  "content-location",
  "expires",
  "link",
  "strict-transport-security",
  "vary",
])

function variantOf(body: Buffer, shared: readonly string[], etag: string, encoding?: string): Variant {
  const headers = [requestIdHeader, "", ...shared, "ETag", etag]
  const notModified = [requestIdHeader, "", "ETag", etag]
  for (let i = 0; i < shared.length; i += 2)
    if (repeatedOn304.has(shared[i]!.toLowerCase())) notModified.push(shared[i]!, shared[i + 1]!)
  if (encoding !== undefined) headers.push("Content-Encoding", encoding)
  headers.push("Content-Length", String(body.length))
  return { etag, body: body.length <= longestText ? body.toString("latin1") : body, headers, notModified }
}

/** Whether an If-None-Match header names `etag` (weak comparison, as for GET). */
export function namesEtag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag) return true
  if (ifNoneMatch.trim() === "*") return true
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)
}
