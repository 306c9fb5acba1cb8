import { readPicture } from "#app/domain/initiative/picture.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"

/**
 * The picture of an update, for whoever may read the initiative. Browsers keep a published one for a day and not
 * longer, because an update can be withdrawn.
 */
export const loader = loaderFor("initiative.browse", async ({ ctx, request, params }) => {
  const sha256 = params.sha256 ?? ""
  const picture = await readPicture(ctx, sha256)
  const headers = {
    ETag: `"${sha256}"`,
    "Cache-Control": picture.published ? "public, max-age=86400" : "private, no-store",
    "Content-Type": picture.mediaType,
    "X-Content-Type-Options": "nosniff",
  }
  if (request.headers.get("If-None-Match")?.includes(sha256)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(picture.bytes), {
    headers: { ...headers, "Content-Length": String(picture.bytes.byteLength) },
  })
})
