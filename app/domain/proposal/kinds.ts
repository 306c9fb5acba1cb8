/** What an organisation can contribute, and what a region can ask for. */
export const contributionKinds = [
  "money",
  "goods",
  "expertise",
  "data",
  "place",
  "coverage",
  "volunteers",
  "design",
] as const
export type ContributionKind = (typeof contributionKinds)[number]

export const isContributionKind = (value: unknown): value is ContributionKind =>
  contributionKinds.includes(value as ContributionKind)

/** The kinds as a need stores them: a JSON array. What is not one of them is left out. */
export function readKinds(json: string): ContributionKind[] {
  const stored: unknown = JSON.parse(json)
  return Array.isArray(stored) ? contributionKinds.filter((kind) => stored.includes(kind)) : []
}
