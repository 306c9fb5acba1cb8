import { loaderFor } from "#app/http/handler.server.ts"
import { robotsText } from "#app/http/sitemap.ts"
import { paths } from "#app/paths.ts"

/** What crawlers are asked to leave alone. */
export const loader = loaderFor(
  "page.read",
  ({ ctx }) => {
    const { appUrl, demo } = ctx.settings
    const text = robotsText(appUrl, demo, [paths.workspace(), paths.account(), paths.admin(), "/dev"])
    return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } })
  },
  { public: true },
)
