import { sitemapParts } from "#app/domain/publishing/sitemap.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { sitemapIndexXml, xmlResponse } from "#app/http/sitemap.ts"
import { paths } from "#app/paths.ts"
import { rowKinds, standingPart } from "./parts/kinds.ts"

/** The contents of the sitemap: one part for the standing pages, and of every kind of row as many as it takes. */
export const loader = loaderFor(
  "page.read",
  async ({ ctx }) => {
    const parts = [paths.sitemapPart(standingPart.kind, standingPart.from)]
    for (const [word, { kind }] of Object.entries(rowKinds))
      for (const from of await sitemapParts(ctx, kind)) parts.push(paths.sitemapPart(word, from))
    return xmlResponse(sitemapIndexXml(parts.map((path) => ctx.settings.appUrl + path)))
  },
  { public: true },
)
