import type { Locale } from "#app/i18n/messages.ts"
import { element, xmlText } from "./xml.ts"

export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly url: string
  readonly updated: string
  readonly published?: string | null
  /** Terms that it can be sorted by. */
  readonly categories?: readonly string[]
}

export type Feed = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly locale: Locale
  readonly rights: string
  /** Its own address. */
  readonly self: string
  /** The list for people. */
  readonly page: string
  readonly first: string | null
  readonly next: string | null
  readonly updated: string
  readonly entries: readonly FeedEntry[]
}

const link = (relation: string, href: string, type: string): string =>
  `<link rel="${relation}" type="${type}" href="${xmlText(href)}"/>`

const atom = "application/atom+xml"

/** A page of a feed: RFC 4287, and RFC 5005 where it has more pages. What it tells of is written in Indonesian. */
export function atomText(feed: Feed): string {
  const head = [
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", feed.updated),
    `<author>${element("name", "Simpul")}</author>`,
    element("rights", feed.rights),
    element("generator", "Simpul"),
    link("self", feed.self, atom),
    link("alternate", feed.page, "text/html"),
    ...(feed.first ? [link("first", feed.first, atom)] : []),
    ...(feed.next ? [link("next", feed.next, atom)] : []),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.locale}">${[...head, ...feed.entries.map(entryText)].join("\n")}</feed>
`
}

const entryText = (entry: FeedEntry): string =>
  `<entry>${[
    element("id", entry.id),
    `<title xml:lang="id">${xmlText(entry.title)}</title>`,
    element("updated", entry.updated),
    ...(entry.published ? [element("published", entry.published)] : []),
    element("summary", entry.summary),
    link("alternate", entry.url, "text/html"),
    ...(entry.categories ?? []).map((term) => `<category term="${xmlText(term)}"/>`),
  ].join("")}</entry>`
