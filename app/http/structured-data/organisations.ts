import type { AdministrativeArea, GovernmentOrganization, Organization } from "schema-dts"
import { paths } from "#app/paths.ts"
import { demoMark, type Site } from "./site.ts"

export type OrganisationFacts = {
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly website: string
  readonly regionCode: string
  readonly regionName: string
  readonly governsRegionCode: string | null
  readonly demo: boolean
}

/** A verified organisation: a region's government as such, everybody else as an organisation. No contact person. */
export function organisationNode(site: Site, facts: OrganisationFacts): Organization | GovernmentOrganization {
  const known = {
    ...memberNode(site, facts),
    description: facts.description,
    ...(/^https?:\/\//.test(facts.website) ? { sameAs: facts.website } : {}),
    ...demoMark(site, facts.demo),
  }
  const region = placeNode(site, facts.regionCode, facts.regionName)
  return facts.governsRegionCode === null
    ? { ...known, "@type": "Organization", location: region }
    : { ...known, "@type": "GovernmentOrganization", areaServed: region }
}

/** An organisation as it is named on another page; its own says the rest. */
export const memberNode = (site: Site, { slug, name }: { readonly slug: string; readonly name: string }) => ({
  "@type": "Organization" as const,
  "@id": site.url(paths.organisation(slug)),
  name,
  url: site.url(paths.organisation(slug)),
})

/** The government of a region as it is named on another page. */
export const governmentNode = (site: Site, named: { readonly slug: string; readonly name: string }) => ({
  ...memberNode(site, named),
  "@type": "GovernmentOrganization" as const,
})

/** A region as it is named on another page. */
export const placeNode = (site: Site, code: string, name: string): AdministrativeArea => ({
  "@type": "AdministrativeArea",
  "@id": site.url(paths.region(code)),
  name,
  identifier: code,
  url: site.url(paths.region(code)),
})

type Named = { readonly code: string; readonly name: string }

/** A region with the province it lies in. The country is a country also to machines. */
export const regionNode = (site: Site, region: Named, province: Named | null): AdministrativeArea => ({
  ...(placeNode(site, region.code, region.name) as Exclude<AdministrativeArea, string>),
  "@type": "AdministrativeArea",
  containedInPlace: province
    ? placeNode(site, province.code, province.name)
    : { "@type": "Country", name: "Indonesia", identifier: "ID" },
})
