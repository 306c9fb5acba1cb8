/**
 * The affairs that regions govern, in the three groups of the law: 6 basic and 18 other mandatory ones, 8 chosen ones.
 * Source: annex to UU 23/2014 as listed for the object of regional cooperation (PP 28/2018). A need names one of them.
 */
export const affairGroups = {
  basic: ["education", "health", "publicWorks", "housing", "publicOrder", "social"],
  nonBasic: [
    "labour",
    "womenChildren",
    "food",
    "land",
    "environment",
    "civilRegistration",
    "villages",
    "population",
    "transport",
    "communication",
    "cooperatives",
    "investment",
    "youthSport",
    "statistics",
    "cryptography",
    "culture",
    "libraries",
    "archives",
  ],
  chosen: ["marineFisheries", "tourism", "agriculture", "forestry", "energy", "trade", "industry", "transmigration"],
} as const

export type AffairGroup = keyof typeof affairGroups
export type Affair = (typeof affairGroups)[AffairGroup][number]

/** All 32, in the order of the law. */
export const affairs: readonly Affair[] = [...affairGroups.basic, ...affairGroups.nonBasic, ...affairGroups.chosen]

export const isAffair = (value: unknown): value is Affair => affairs.includes(value as Affair)

/** What was stored as an affair. Throws where the database holds something else: that is no refusal. */
export function readAffair(value: string): Affair {
  if (!isAffair(value)) throw new Error(`Unknown affair ${value}`)
  return value
}
