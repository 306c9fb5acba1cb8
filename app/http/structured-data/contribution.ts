import type { GovernmentOrganization, Project } from "schema-dts"
import { paths } from "#app/paths.ts"
import { governmentNode, memberNode, placeNode } from "./organisations.ts"
import { demoMark, type Site } from "./site.ts"

export type InitiativeFacts = {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly startsOn: string
  readonly endsOn: string
  /** It was completed or stopped. */
  readonly ended: boolean
  readonly regionCode: string
  readonly regionName: string
  readonly lead: { readonly slug: string; readonly name: string }
  readonly partners: readonly { readonly slug: string; readonly name: string }[]
  readonly demo: boolean
}

/** An initiative as a project of the organisations that take part. Its last day counts once it is over. */
export const initiativeNode = (site: Site, facts: InitiativeFacts): Project => ({
  "@type": "Project",
  "@id": site.url(paths.initiative(facts.slug)),
  name: facts.title,
  description: facts.summary,
  url: site.url(paths.initiative(facts.slug)),
  founder: memberNode(site, facts.lead),
  member: facts.partners.map((partner) => memberNode(site, partner)),
  foundingDate: facts.startsOn,
  ...(facts.ended ? { dissolutionDate: facts.endsOn } : {}),
  areaServed: placeNode(site, facts.regionCode, facts.regionName),
  ...demoMark(site, facts.demo),
})

export type NeedFacts = {
  readonly slug: string
  readonly title: string
  readonly problem: string
  readonly periodFrom: string
  readonly periodUntil: string
  readonly regionCode: string
  readonly regionName: string
  readonly organisationSlug: string
  readonly organisationName: string
  readonly demo: boolean
}

/** A need as what a government seeks. */
export const needNode = (site: Site, facts: NeedFacts): GovernmentOrganization => ({
  ...governmentNode(site, { slug: facts.organisationSlug, name: facts.organisationName }),
  seeks: {
    "@type": "Demand",
    "@id": site.url(paths.need(facts.slug)),
    name: facts.title,
    description: facts.problem,
    url: site.url(paths.need(facts.slug)),
    validFrom: facts.periodFrom,
    validThrough: facts.periodUntil,
    areaServed: placeNode(site, facts.regionCode, facts.regionName),
    ...demoMark(site, facts.demo),
  },
})
