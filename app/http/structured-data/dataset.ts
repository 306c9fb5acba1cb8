import type { Dataset } from "schema-dts"
import type { Site } from "./site.ts"

export type DatasetFacts = {
  /** Where people read of it, in Indonesian form. */
  readonly path: string
  readonly name: string
  readonly description: string
  /** Address of the licence's text. */
  readonly licence: string
  /** Instant of its newest change; null where nothing is in it. */
  readonly changedAt: string | null
  readonly columns: readonly string[]
  /** Its files: machine addresses, the same in every language. */
  readonly files: readonly { readonly path: string; readonly mediaType: string }[]
}

/** A set of open data with its files. */
export const datasetNode = (site: Site, facts: DatasetFacts): Dataset => ({
  "@type": "Dataset",
  "@id": `${site.url(facts.path)}#${facts.files[0]?.path.replaceAll("/", "-").slice(1) ?? ""}`,
  name: facts.name,
  description: facts.description,
  url: site.url(facts.path),
  license: facts.licence,
  isAccessibleForFree: true,
  creator: { "@id": `${site.appUrl}/#jaringan` },
  variableMeasured: facts.columns,
  ...(facts.changedAt ? { dateModified: facts.changedAt } : {}),
  distribution: facts.files.map(({ path, mediaType }) => ({
    "@type": "DataDownload" as const,
    contentUrl: site.appUrl + path,
    encodingFormat: mediaType,
  })),
})
