import type { Ctx } from "#app/domain/kernel/context.ts"
import { notFound } from "#app/domain/kernel/errors.ts"

/** The file that an address asks for by `?sha256=`; anything that is no SHA-256 names a file that does not exist. */
export function wantedSha256(url: URL): string | undefined {
  const value = url.searchParams.get("sha256")
  if (value === null) return undefined
  if (!/^[0-9a-f]{64}$/.test(value)) throw notFound()
  return value
}

/**
 * A stored PDF as a download, or 304 where the reader has it. Its SHA-256 is its ETag, so a changed file can never be
 * taken for the one before.
 */
export async function pdfResponse(
  ctx: Ctx,
  request: Request,
  file: { readonly sha256: string; readonly name: string },
  cacheControl: string,
): Promise<Response> {
  const etag = `"${file.sha256}"`
  const headers = { ETag: etag, "Cache-Control": cacheControl }
  const known = (request.headers.get("If-None-Match") ?? "").split(",").map((value) => value.trim().replace(/^W\//, ""))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  const bytes = await ctx.files.get(file.sha256)
  if (!bytes) throw new Error(`The file ${file.sha256} is registered but not stored`)
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "X-Content-Type-Options": "nosniff",
    },
  })
}
