import type { Graph, Organization, Thing, WebSite } from "schema-dts"
import type { Locale, Translator } from "#app/i18n/messages.ts"
import { paths } from "#app/paths.ts"

/** A description of one thing in the words of schema.org; the compiler knows its vocabulary. */
export type Node = Thing

/** The portal as its descriptions need it. */
export type Site = {
  /** Origin of every address. */
  readonly appUrl: string
  readonly locale: Locale
  readonly t: Translator
  /** The absolute address of an internal path in the reader's language. */
  url(path: string): string
}

/** One document for a page, of all that it is about. */
export const graphOf = (nodes: readonly Node[]): Graph => ({ "@context": "https://schema.org", "@graph": nodes })

const networkId = ({ appUrl }: Site): string => `${appUrl}/#jaringan`

/** The portal itself and the network that it stands for. */
export function siteNodes(site: Site): [WebSite, Organization] {
  return [
    {
      "@type": "WebSite",
      "@id": `${site.appUrl}/#situs`,
      name: "Simpul",
      url: site.url(paths.home()),
      description: site.t("home.lede"),
      inLanguage: ["id", "en"],
      publisher: { "@id": networkId(site) },
    },
    {
      "@type": "Organization",
      "@id": networkId(site),
      name: "Simpul",
      url: site.url(paths.about()),
      description: site.t("common.statement"),
      logo: `${site.appUrl}/icon-512.png`,
    },
  ]
}

/** What says that a thing is made up for an evaluation; nothing for the real ones. */
export const demoMark = (site: Site, demo: boolean): { disambiguatingDescription?: string } =>
  demo ? { disambiguatingDescription: site.t("meta.demo") } : {}
