import { readdirSync, readFileSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"
import { makePage, type Page } from "./cache/page.server.ts"

const mediaTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".pdf": "application/pdf",
}

/** Drawings may not run script even when opened by themselves. */
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"

/** URL path → finished answer. */
export type StaticFiles = ReadonlyMap<string, Page>

/**
 * Reads every file below `folder` into memory with its finished encodings (`.br` and `.gz` beside it). The set is
 * fixed at start, so no URL ever becomes a path on disk. Files in `/assets/` carry a hash in their name and never
 * change; the others are asked for again each time and answered with 304.
 */
export async function readStaticFiles(
  folder: string,
  standing: readonly (readonly [string, string])[],
): Promise<StaticFiles> {
  const files = new Map<string, Page>()
  const names = listFiles(folder)
  const present = new Set(names)
  for (const name of names) {
    if (/\.(br|gz)$/.test(name) && present.has(name.slice(0, -3))) continue
    const path = `/${name}`
    const type = mediaTypes[extname(name).toLowerCase()]
    const headers = [
      ...["Content-Type", type ?? "application/octet-stream"],
      ...["Cache-Control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"],
      ...["Vary", "Accept-Encoding"],
      ...["Content-Security-Policy", filePolicy],
      ...(type === undefined ? ["Content-Disposition", "attachment"] : []),
      ...standing.flat(),
    ]
    const encoded = (suffix: ".br" | ".gz") =>
      present.has(name + suffix) ? readFileSync(join(folder, name + suffix)) : undefined
    const br = encoded(".br")
    const gzip = encoded(".gz")
    const page = await makePage(readFileSync(join(folder, name)), headers, {
      ...(br ? { br } : {}),
      ...(gzip ? { gzip } : {}),
    })
    files.set(path, page)
    if (encodeURI(path) !== path) files.set(encodeURI(path), page)
  }
  return files
}

/** Paths below `folder` with forward slashes. Hidden files and the build's own manifest are not for visitors. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !name.split("/").some((part) => part.startsWith(".")))
    .sort()
}
