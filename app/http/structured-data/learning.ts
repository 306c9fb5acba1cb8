import type { Course, LearningResource } from "schema-dts"
import type { Locale } from "#app/i18n/messages.ts"
import { paths } from "#app/paths.ts"
import { governmentNode } from "./organisations.ts"
import { demoMark, type Site } from "./site.ts"

export type ProgrammeFacts = {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly aims: readonly string[]
  readonly hostSlug: string
  readonly hostName: string
  readonly agreementCode: string
  readonly demo: boolean
  readonly cohorts: readonly {
    readonly name: string
    readonly startsOn: string
    readonly endsOn: string
    readonly seats: number
    readonly cancelled: boolean
  }[]
}

/** A learning programme as a course, each cohort that was not cancelled as one instance of it. Never who learns. */
export const programmeNode = (site: Site, facts: ProgrammeFacts): Course => {
  const provider = governmentNode(site, { slug: facts.hostSlug, name: facts.hostName })
  return {
    "@type": "Course",
    "@id": site.url(paths.programme(facts.slug)),
    name: facts.title,
    description: facts.summary,
    url: site.url(paths.programme(facts.slug)),
    inLanguage: "id",
    isAccessibleForFree: true,
    provider,
    teaches: facts.aims,
    isBasedOn: site.url(paths.agreement(facts.agreementCode)),
    hasCourseInstance: facts.cohorts
      .filter(({ cancelled }) => !cancelled)
      .map(({ name, startsOn, endsOn, seats }) => ({
        "@type": "CourseInstance" as const,
        name,
        startDate: startsOn,
        endDate: endsOn,
        maximumAttendeeCapacity: seats,
        organizer: provider,
      })),
    ...demoMark(site, facts.demo),
  }
}

/** A practice: learning material that anybody may use. */
export const practiceNode = (
  site: Site,
  facts: { readonly key: string; readonly title: string; readonly description: string; readonly language: Locale },
): LearningResource => ({
  "@type": "LearningResource",
  "@id": site.url(paths.practice(facts.key)),
  name: facts.title,
  description: facts.description,
  url: site.url(paths.practice(facts.key)),
  inLanguage: facts.language,
  isAccessibleForFree: true,
})
