import { paths } from "#app/paths.ts"
import { withoutLocale } from "./locale.ts"

/** First words of addresses whose pages have a card of their own, and the kind of thing that stands there. */
const kinds: Readonly<Record<string, string>> = {
  kesepakatan: "agreements",
  inisiatif: "initiatives",
  kebutuhan: "needs",
  mitra: "organisations",
  belajar: "programmes",
  wilayah: "regions",
}

/** Where the card of the page at `pathname` is drawn; every other page shows that of the portal. */
export function cardPath(pathname: string): string {
  const [, area = "", key = "", ...more] = withoutLocale(pathname).split("/")
  const kind = kinds[area]
  return kind && key !== "" && more.length === 0
    ? paths.card(kind, decodeURIComponent(key))
    : paths.card("network", "simpul")
}
