import type { MetaDescriptor } from "@remix-run/node"
import type { Locale } from "#app/i18n/messages.ts"
import { type MessageKey, translator } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { excerpt } from "./excerpt.ts"
import { localeOf } from "./locale.ts"
import { breadcrumbs, type Crumb } from "./structured-data/breadcrumbs.ts"
import { graphOf, type Node, type Site } from "./structured-data/site.ts"

/** What Remix hands to a route's `meta`, as far as a description of the page needs it. */
export type PageArgs = {
  readonly location: { readonly pathname: string; readonly search: string }
  readonly matches: readonly ({ readonly id: string; readonly data: unknown } | undefined)[]
}

/** What a public page says of itself. */
export type PublicPage = {
  /** Its one address in Indonesian form, from `paths`: never what the reader happened to type. */
  readonly path: string
  readonly title: string
  /** What its heading says, where the title says more. */
  readonly heading?: string
  readonly description: string
  /** What Open Graph calls it; a list or a text is a "website". */
  readonly type?: "website" | "article" | "profile"
  /** Kind and key of its card; a page without one of its own shows that of the front page. */
  readonly card?: readonly [kind: string, key: string]
  /** Query parameters that make another view of it: filters, searches, cursors. */
  readonly views?: readonly string[]
  /** The language of its text, where it was written in one only. */
  readonly onlyIn?: Locale
  /** The pages above it, from the list down. */
  readonly trail?: readonly Crumb[]
  /** What it is about, for machines. */
  readonly about?: (site: Site) => readonly Node[]
}

export const cardSize = { width: 1200, height: 630 } as const

/**
 * How a public page describes itself: title, description, canonical address, the same page in both languages, a card
 * for those who share it, and structured data. All addresses are absolute below the portal's own origin.
 *
 * A view of a page (filtered, searched or paged by a known parameter) is not for search engines and has no canonical
 * address: what it lists stands in the sitemap. Unknown parameters change nothing, so they are left out of it.
 * An evaluation is never for search engines.
 */
export function publicMeta(args: PageArgs, page: PublicPage): MetaDescriptor[] {
  const root = rootData(args)
  const title = `${page.title} · Simpul`
  if (!root) return [{ title }, noindex]
  const locale = localeOf(args.location.pathname)
  const site = siteOf(root.appUrl, locale)
  const other = locale === "id" ? "en" : "id"
  const description = excerpt(page.description, 200)
  const query = new URLSearchParams(args.location.search)
  const isView = page.views?.some((name) => query.has(name)) ?? false
  const canonical = root.appUrl + localPath(page.onlyIn ?? locale, page.path)
  const [kind, key] = page.card ?? ["halaman", "beranda"]
  const about = [
    ...(page.trail ? [breadcrumbs(site, page.trail, { title: page.heading ?? page.title, path: page.path })] : []),
    ...(page.about?.(site) ?? []),
  ]
  return [
    { title },
    { name: "description", content: description },
    ...(isView || root.demo ? [noindex] : []),
    ...(isView ? [] : [{ tagName: "link", rel: "canonical", href: canonical }, ...alternates(root.appUrl, page)]),
    { property: "og:site_name", content: "Simpul" },
    { property: "og:type", content: page.type ?? "website" },
    { property: "og:title", content: page.title },
    { property: "og:description", content: description },
    { property: "og:url", content: canonical },
    { property: "og:locale", content: openGraphLocale[locale] },
    { property: "og:locale:alternate", content: openGraphLocale[other] },
    { property: "og:image", content: site.url(paths.card(kind, key)) },
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: String(cardSize.width) },
    { property: "og:image:height", content: String(cardSize.height) },
    { property: "og:image:alt", content: site.t("meta.cardAlt", { title: page.title }) },
    { name: "twitter:card", content: "summary_large_image" },
    ...(about.length > 0 && !isView ? [{ "script:ld+json": graphOf(about) }] : []),
  ]
}

/** `publicMeta` of a page whose title and description are catalogue messages. */
export const publicMetaFrom =
  (
    titleKey: MessageKey,
    descriptionKey: MessageKey,
    page: Omit<PublicPage, "title" | "description">,
  ): ((args: PageArgs) => MetaDescriptor[]) =>
  (args) => {
    const t = translator(localeOf(args.location.pathname))
    return publicMeta(args, { ...page, title: t(titleKey), description: t(descriptionKey) })
  }

/** The title of a page that is somebody's own matter: search engines have no business there. */
export function pageMeta(title: string): MetaDescriptor[] {
  return [{ title: `${title} · Simpul` }, noindex]
}

/** What a loader may answer of the thing that its page does something with. */
type WithSubject = {
  readonly head?: { readonly title?: string }
  readonly standing?: { readonly organisation?: { readonly name?: string } }
}

/**
 * `pageMeta` of a page whose title is a catalogue message. What the page works on (the title of the loader's `head`, the
 * organisation of its `standing`) follows it, so that two tabs or two entries of a history are told apart.
 */
export const metaFrom =
  (titleKey: MessageKey) =>
  ({ location, data }: { location: { pathname: string }; data?: unknown }): MetaDescriptor[] => {
    const { head, standing } = (data ?? {}) as WithSubject
    const title = translator(localeOf(location.pathname))(titleKey)
    const subject = head?.title ?? standing?.organisation?.name
    return pageMeta(subject ? `${title}: ${subject}` : title)
  }

const noindex = { name: "robots", content: "noindex" }

const openGraphLocale: Readonly<Record<Locale, string>> = { id: "id_ID", en: "en_GB" }

type RootFacts = { readonly appUrl: string; readonly demo: boolean }

/** The root loader's facts; none where the root itself failed. */
const rootData = ({ matches }: PageArgs): RootFacts | undefined =>
  matches.find((match) => match?.id === "root")?.data as RootFacts | undefined

const siteOf = (appUrl: string, locale: Locale): Site => ({
  appUrl,
  locale,
  t: translator(locale),
  url: (path) => appUrl + localPath(locale, path),
})

/** The page in each language it has; whoever reads neither gets the one of the country. */
function alternates(appUrl: string, { path, onlyIn }: PublicPage): MetaDescriptor[] {
  const link = (hrefLang: string, locale: Locale) => ({
    ...{ tagName: "link", rel: "alternate", hrefLang },
    href: appUrl + localPath(locale, path),
  })
  if (onlyIn) return [link(onlyIn, onlyIn), link("x-default", onlyIn)]
  return [link("id", "id"), link("en", "en"), link("x-default", "id")]
}
