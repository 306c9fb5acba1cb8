import { type MessageKey, translator } from "#app/i18n/messages.ts"
import { localeOf } from "./locale.ts"

/** How much of a description is told; search engines and messengers cut sooner. */
const longestDescription = 300

/** The document title "Page · Simpul", a description, and both again for those who share a link to the page. */
export function pageMeta(title: string, description?: string) {
  const told = description?.replaceAll(/\s+/g, " ").trim().slice(0, longestDescription)
  return [
    { title: `${title} · Simpul` },
    { property: "og:title", content: title },
    ...(told
      ? [
          { name: "description", content: told },
          { property: "og:description", content: told },
        ]
      : []),
  ]
}

/** `meta` for a page whose title (and description) are catalogue messages. */
export const metaFrom =
  (titleKey: MessageKey, descriptionKey?: MessageKey) =>
  ({ location }: { location: { pathname: string } }) => {
    const t = translator(localeOf(location.pathname))
    return pageMeta(t(titleKey), descriptionKey ? t(descriptionKey) : undefined)
  }
