import type { DigitalDocument } from "schema-dts"
import { paths } from "#app/paths.ts"
import { governmentNode } from "./organisations.ts"
import { demoMark, type Site } from "./site.ts"

export type AgreementFacts = {
  readonly code: string
  readonly title: string
  readonly status: "in_force" | "lapsed"
  readonly place: string
  readonly signingDate: string | null
  readonly periodFrom: string | null
  readonly periodUntil: string | null
  readonly inForceAt: string
  readonly demo: boolean
  readonly parties: readonly {
    readonly organisationSlug: string
    readonly organisationName: string
    readonly number: string
  }[]
  /** Of the sealed file that is public. */
  readonly sha256: string
  readonly size: number
  readonly pages: number
}

/** An agreement as a signed document: its parties, their numbers, its days, and the exact file with its digest. */
export const agreementNode = (site: Site, facts: AgreementFacts): DigitalDocument => ({
  "@type": "DigitalDocument",
  "@id": site.url(paths.agreement(facts.code)),
  name: facts.title,
  url: site.url(paths.agreement(facts.code)),
  identifier: [facts.code, ...facts.parties.map(({ number }) => number).filter((number) => number !== "")],
  inLanguage: "id",
  creator: facts.parties.map(({ organisationSlug: slug, organisationName: name }) =>
    governmentNode(site, { slug, name }),
  ),
  locationCreated: { "@type": "Place", name: facts.place },
  creativeWorkStatus: site.t(`agreement.status.${facts.status}`),
  datePublished: facts.inForceAt,
  ...(facts.signingDate ? { dateCreated: facts.signingDate } : {}),
  ...(facts.periodUntil ? { expires: facts.periodUntil } : {}),
  ...(facts.periodFrom && facts.periodUntil ? { temporalCoverage: `${facts.periodFrom}/${facts.periodUntil}` } : {}),
  encoding: {
    "@type": "MediaObject",
    contentUrl: site.appUrl + paths.agreementPdf(facts.code),
    encodingFormat: "application/pdf",
    contentSize: `${facts.size} B`,
    sha256: facts.sha256,
  },
  ...demoMark(site, facts.demo),
})
