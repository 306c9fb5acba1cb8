import { addressFiles, addressKinds } from "#app/domain/network/addresses.server.ts"
import { apiGetOnly, apiLoaderFor } from "#app/http/problem.server.ts"
import { withQuery } from "#app/http/query.ts"
import { paths } from "#app/paths.ts"
import { element, xmlAnswer } from "./parts/xml.ts"

/** The index of the site map: one file for pages, and as many as it takes for each kind of public thing. */
export const loader = apiLoaderFor("network.browse", async ({ ctx }) => {
  const { appUrl } = ctx.settings
  const files = [paths.siteMapFile("pages")]
  for (const kind of addressKinds)
    for (const from of await addressFiles(ctx, kind)) files.push(withQuery(paths.siteMapFile(kind), { dari: from }))
  const entries = files.map((path) => `<sitemap>${element("loc", appUrl + path)}</sitemap>`)
  return xmlAnswer(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</sitemapindex>`,
  )
})

export const action = apiGetOnly("network.browse")
