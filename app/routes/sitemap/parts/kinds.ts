import type { SitemapKind } from "#app/domain/publishing/sitemap.server.ts"
import { paths } from "#app/paths.ts"

/** The pages of each kind of row, and the word by which its parts go. */
export const rowKinds: Readonly<Record<string, { kind: SitemapKind; path: (name: string) => string }>> = {
  kesepakatan: { kind: "agreement", path: paths.agreement },
  inisiatif: { kind: "initiative", path: paths.initiative },
  kebutuhan: { kind: "need", path: paths.need },
  belajar: { kind: "programme", path: paths.programme },
  mitra: { kind: "organisation", path: paths.organisation },
  wilayah: { kind: "region", path: paths.region },
}

/** The part of the pages that are no rows: it is one and begins at its beginning. */
export const standingPart = { kind: "halaman", from: "awal" } as const
