import { privateAreas } from "#app/http/indexing.ts"
import { apiGetOnly, apiLoaderFor } from "#app/http/problem.server.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"

/** Which parts machines leave alone, and where the site map is. Sample portals say on every page that they are none to list. */
export const loader = apiLoaderFor("page.read", ({ ctx }) => {
  const closed = privateAreas.flatMap((area) => [area, localPath("en", area)])
  const lines = [
    "User-agent: *",
    ...closed.map((area) => `Disallow: ${area}`),
    "",
    `Sitemap: ${ctx.settings.appUrl}${paths.siteMap()}`,
  ]
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  })
})

export const action = apiGetOnly("page.read")
