import type { SitemapPage } from "#app/http/sitemap.ts"
import { paths } from "#app/paths.ts"
import { STRANDS } from "#app/ui/strand.ts"
import { findText, handbookContents } from "#content/library.server.ts"
import { textPages } from "#content/pages.ts"
import { practiceKeys } from "#content/practices/titles.ts"

/** Public pages with an address of their own: lists, words, tools. A page that is added is added here. */
const addresses: readonly string[] = [
  paths.home(),
  paths.search(),
  paths.initiatives(),
  paths.needs(),
  paths.agreements(),
  paths.programmes(),
  paths.organisations(),
  paths.regions(),
  paths.verification(),
  paths.openData(),
  paths.help(),
  paths.style(),
  paths.authority(),
  paths.register(),
]

/** All public pages that are no rows of the database. When a chapter of the handbook changed is not known to the portal. */
export function standingPages(): SitemapPage[] {
  const handbook = handbookContents("id").flatMap(({ pages }) => pages.map(({ name }) => name))
  return [
    ...addresses.map((path) => ({ path, changedAt: null })),
    ...textPages.map(({ name, path }) => {
      const updated = findText(`pages/${name}`, "id", (link) => link)?.facts?.updated
      return { path, changedAt: updated ? `${updated}T00:00:00.000Z` : null }
    }),
    ...STRANDS.map((strand) => ({ path: paths.strand(strand), changedAt: null })),
    ...practiceKeys.map((key) => ({ path: paths.practice(key), changedAt: null })),
    ...handbook.map((name) => {
      const onlyIn = findText(`handbook/${name}`, "id", (path) => path)?.onlyIn
      return { path: paths.handbook(name), changedAt: null, ...(onlyIn ? { onlyIn } : {}) }
    }),
  ]
}
