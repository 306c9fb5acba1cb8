import { notFound } from "#app/domain/kernel/errors.ts"
import { type AddressKind, isAddressKind, publicAddresses } from "#app/domain/network/addresses.server.ts"
import { apiGetOnly, apiLoaderFor } from "#app/http/problem.server.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { handbookContents } from "#content/library.server.ts"
import { practiceKeys } from "#content/practices/titles.ts"
import { element, xmlAnswer } from "./parts/xml.ts"

const pathOf: Readonly<Record<AddressKind, (key: string) => string>> = {
  agreements: paths.agreement,
  initiatives: paths.initiative,
  needs: paths.need,
  organisations: paths.organisation,
  programmes: paths.programme,
  regions: paths.region,
}

/** Pages that stand by themselves, and every text. */
const standing = (): string[] => [
  ...[paths.home(), paths.agreements(), paths.initiatives(), paths.needs(), paths.programmes()],
  ...[paths.organisations(), paths.regions(), paths.verification(), paths.authority()],
  ...[paths.about(), paths.privacy(), paths.help()],
  ...practiceKeys.map((key) => paths.practice(key)),
  ...handbookContents("id").flatMap(({ pages }) => pages.map(({ name }) => paths.handbook(name))),
]

/** One file of the site map: each page with its twin in the other language, and when it last changed. */
export const loader = apiLoaderFor("network.browse", async ({ ctx, params, url }) => {
  const kind = params.kind ?? ""
  const { appUrl } = ctx.settings
  if (kind !== "pages" && !isAddressKind(kind)) throw notFound()
  const from = (url.searchParams.get("dari") ?? "").slice(0, 64).replaceAll("\0", "")
  const entries =
    kind === "pages"
      ? standing().map((path) => ({ path, changedAt: null }))
      : (await publicAddresses(ctx, kind, from)).map(({ key, changedAt }) => ({ path: pathOf[kind](key), changedAt }))
  const at = (path: string) => appUrl + path
  const urls = entries.flatMap(({ path, changedAt }) => {
    const twins = (["id", "en"] as const).map((locale) => ({ locale, href: at(localPath(locale, path)) }))
    const links = twins
      .map(
        ({ locale, href }) =>
          `<xhtml:link rel="alternate" hreflang="${locale}" href="${href.replaceAll("&", "&amp;")}"/>`,
      )
      .join("")
    const changed = changedAt === null ? "" : element("lastmod", changedAt)
    return twins.map(({ href }) => `<url>${element("loc", href)}${changed}${links}</url>`)
  })
  return xmlAnswer(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join("")}</urlset>`,
  )
})

export const action = apiGetOnly("network.browse")
