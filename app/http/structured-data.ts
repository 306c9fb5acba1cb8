import type { Locale } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Strand } from "#db/schema.ts"
import { localeOf } from "./locale.ts"

/** What a page is about in the words of schema.org, for machines that read it. Plain data, no markup. */
export type Thing = { readonly "@type": string; readonly [property: string]: unknown }

type Match = { readonly id: string; readonly data?: unknown }

/** Where a page stands, as `meta` learns it: the portal's address (never the request's Host) and the language. */
export type Place = { readonly matches: readonly Match[]; readonly location: { readonly pathname: string } }

/** Makes addresses of the portal absolute, in the language of the page. */
export function addressing({ matches, location }: Place): { locale: Locale; url(path: string): string } {
  const root = matches.find(({ id }) => id === "root")?.data as { appUrl?: string } | undefined
  const locale = localeOf(location.pathname)
  return { locale, url: (path) => `${root?.appUrl ?? ""}${localPath(locale, path)}` }
}

/** The descriptor that puts `thing` into the head of a page. */
export const structured = (thing: Thing) => ({ "script:ld+json": { "@context": "https://schema.org", ...thing } })

/** The way from the front page to this one; the last entry is the page itself. */
export const breadcrumbs = (
  place: Place,
  trail: readonly { readonly name: string; readonly path: string }[],
): Thing => ({
  "@type": "BreadcrumbList",
  itemListElement: trail.map(({ name, path }, index) => ({
    ...{ "@type": "ListItem", position: index + 1, name, item: addressing(place).url(path) },
  })),
})

/** An organisation of the network by its name and page; regional governments are governments. */
export const organisationThing = (
  place: Place,
  { name, slug, strand }: { readonly name: string; readonly slug: string; readonly strand?: Strand },
): Thing => ({
  "@type": strand === "G" ? "GovernmentOrganization" : "Organization",
  name,
  url: addressing(place).url(paths.organisation(slug)),
})

export type AgreementFacts = {
  readonly code: string
  readonly title: string
  readonly place: string
  readonly signingDate: string | null
  readonly periodFrom: string | null
  readonly periodUntil: string | null
  readonly parties: readonly { readonly organisationName: string; readonly organisationSlug: string }[]
}

/** A signed agreement as a document with its parties, days and file. */
export const agreementThing = (place: Place, agreement: AgreementFacts, sha256: string): Thing => {
  const { url } = addressing(place)
  return {
    "@type": "DigitalDocument",
    name: agreement.title,
    identifier: agreement.code,
    url: url(paths.agreement(agreement.code)),
    inLanguage: "id",
    ...(agreement.signingDate ? { dateCreated: agreement.signingDate } : {}),
    ...(agreement.periodFrom && agreement.periodUntil
      ? { temporalCoverage: `${agreement.periodFrom}/${agreement.periodUntil}` }
      : {}),
    ...(agreement.place ? { locationCreated: { "@type": "Place", name: agreement.place } } : {}),
    author: agreement.parties.map(({ organisationName, organisationSlug }) =>
      organisationThing(place, { name: organisationName, slug: organisationSlug, strand: "G" }),
    ),
    encoding: {
      "@type": "MediaObject",
      contentUrl: url(paths.agreementPdf(agreement.code)),
      encodingFormat: "application/pdf",
      sha256,
    },
  }
}

/** An initiative as a project with its members and days. */
export const initiativeThing = (
  place: Place,
  facts: {
    readonly slug: string
    readonly title: string
    readonly summary: string
    readonly startsOn: string
    readonly endsOn: string
    readonly regionName: string
    readonly members: readonly { readonly name: string; readonly slug: string; readonly strand: Strand }[]
  },
): Thing => ({
  "@type": "Project",
  name: facts.title,
  description: facts.summary,
  url: addressing(place).url(paths.initiative(facts.slug)),
  foundingDate: facts.startsOn,
  dissolutionDate: facts.endsOn,
  areaServed: { "@type": "AdministrativeArea", name: facts.regionName },
  member: facts.members.map((member) => organisationThing(place, member)),
})

/** A need as a demand that ends with its last day. */
export const needThing = (
  place: Place,
  need: {
    readonly slug: string
    readonly title: string
    readonly problem: string
    readonly periodFrom: string
    readonly periodUntil: string
    readonly regionName: string
  },
): Thing => ({
  "@type": "Demand",
  name: need.title,
  description: need.problem,
  url: addressing(place).url(paths.need(need.slug)),
  availabilityStarts: need.periodFrom,
  availabilityEnds: need.periodUntil,
  areaServed: { "@type": "AdministrativeArea", name: need.regionName },
})

/** A learning exchange as a course with its cohorts. */
export const programmeThing = (
  place: Place,
  programme: {
    readonly slug: string
    readonly title: string
    readonly summary: string
    readonly hostName: string
    readonly hostSlug: string
  },
  cohorts: readonly { readonly name: string; readonly startsOn: string; readonly endsOn: string }[],
): Thing => ({
  "@type": "Course",
  name: programme.title,
  description: programme.summary,
  url: addressing(place).url(paths.programme(programme.slug)),
  inLanguage: "id",
  provider: organisationThing(place, { name: programme.hostName, slug: programme.hostSlug, strand: "G" }),
  hasCourseInstance: cohorts.map(({ name, startsOn, endsOn }) => ({
    ...{ "@type": "CourseInstance", name, startDate: startsOn, endDate: endsOn, courseMode: "onsite" },
  })),
})
