import type { Locale } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"

/** A page as the sitemap names it. */
export type SitemapPage = {
  /** In Indonesian form. */
  readonly path: string
  readonly changedAt: string | null
  /** Where it is written in one language only. */
  readonly onlyIn?: Locale
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A sitemap (sitemaps.org 0.9): every page in each of its languages, with the others beside it. */
export function sitemapXml(appUrl: string, pages: readonly SitemapPage[]): string {
  const urls = pages.flatMap((page) => {
    const languages: readonly Locale[] = page.onlyIn ? [page.onlyIn] : ["id", "en"]
    const address = (locale: Locale) => escaped(appUrl + localPath(locale, page.path))
    const alternates = languages
      .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`)
      .join("")
    const changed = page.changedAt ? `<lastmod>${escaped(page.changedAt)}</lastmod>` : ""
    return languages.map((locale) => `<url><loc>${address(locale)}</loc>${changed}${alternates}</url>\n`)
  })
  return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("")}</urlset>\n`
}

/** The contents of a sitemap that stands in parts. */
export const sitemapIndexXml = (addresses: readonly string[]): string =>
  `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses
    .map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>\n`)
    .join("")}</sitemapindex>\n`

/** An XML answer. */
export const xmlResponse = (xml: string): Response =>
  new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } })

/**
 * What crawlers are asked: in an evaluation to stay away altogether, because nothing in it may pass for the real
 * thing; otherwise to leave alone what is behind the sign-in.
 */
export function robotsText(appUrl: string, demo: boolean, closed: readonly string[]): string {
  const lines = demo
    ? ["Disallow: /"]
    : closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: ${localPath("en", path)}`])
  return ["User-agent: *", ...lines, "", `Sitemap: ${appUrl}/sitemap.xml`, ""].join("\n")
}
