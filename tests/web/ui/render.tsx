import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import type { Locale } from "#app/i18n/messages.ts"
import { LocaleProvider } from "#app/i18n/react.tsx"

/** The markup of a piece of a page, in the language given. */
export const markup = (node: ReactNode, locale: Locale = "id"): string =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale} timeZone="Asia/Jakarta">
      {node}
    </LocaleProvider>,
  )

/** The opening tag of the first element that carries this piece of markup. */
export const tagWith = (html: string, piece: string): string => {
  const at = html.indexOf(piece)
  if (at < 0) throw new Error(`Nothing carries ${piece} in ${html}`)
  return html.slice(html.lastIndexOf("<", at), html.indexOf(">", at) + 1)
}
