import { type MessageKey, translator } from "#app/i18n/messages.ts"
import { localeOf } from "./locale.ts"

/** The document title "Page · Simpul" and a description. */
export function pageMeta(title: string, description?: string) {
  return [
    { title: `${title} · Simpul` },
    ...(description ? [{ name: "description", content: description.slice(0, 300) }] : []),
  ]
}

/** `meta` for a page whose title (and description) are catalogue messages. */
export const metaFrom =
  (titleKey: MessageKey, descriptionKey?: MessageKey) =>
  ({ location }: { location: { pathname: string } }) => {
    const t = translator(localeOf(location.pathname))
    return pageMeta(t(titleKey), descriptionKey ? t(descriptionKey) : undefined)
  }
