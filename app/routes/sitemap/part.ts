import { notFound } from "#app/domain/kernel/errors.ts"
import { sitemapEntries } from "#app/domain/publishing/sitemap.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { sitemapXml, xmlResponse } from "#app/http/sitemap.ts"
import { rowKinds, standingPart } from "./parts/kinds.ts"
import { standingPages } from "./parts/standing-pages.server.ts"

/** One part of the sitemap. */
export const loader = loaderFor(
  "page.read",
  async ({ ctx, params }) => {
    const { kind = "", from: file = "" } = params
    if (!file.endsWith(".xml")) throw notFound()
    const from = file.slice(0, -4)
    const { appUrl } = ctx.settings
    if (kind === standingPart.kind && from === standingPart.from)
      return xmlResponse(sitemapXml(appUrl, standingPages()))
    const rows = Object.hasOwn(rowKinds, kind) ? rowKinds[kind] : undefined
    const entries = rows ? await sitemapEntries(ctx, rows.kind, from) : null
    if (!rows || !entries) throw notFound()
    return xmlResponse(
      sitemapXml(
        appUrl,
        entries.map(({ name, changedAt }) => ({ path: rows.path(name), changedAt })),
      ),
    )
  },
  { public: true },
)
