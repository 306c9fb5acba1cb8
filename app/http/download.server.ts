/**
 * A private file as a download: never shown inside the portal, never guessed to be another type, never kept by a
 * cache. `mediaType` is what its bytes proved when it was stored.
 */
export function downloadResponse(file: {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes.byteLength),
      "Content-Disposition": attachment(file.name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  })
}

/** The header of RFC 6266: a name of plain letters for all, and the true one in UTF-8 for those that read it. */
export function attachment(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "")
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
