import type { Organisation } from "#app/domain/organisation/queries.server.ts"

const profile = ["description", "address", "website", "contactName", "contactEmail", "contactPhone"] as const
const all = ["name", "legalForm", "regionCode", ...profile] as const

/** What an edit form starts from: `scope` "profile" leaves out what was verified. */
export function storedValues(organisation: Organisation, scope: "all" | "profile"): Record<string, string> {
  return Object.fromEntries((scope === "all" ? all : profile).map((name) => [name, organisation[name]]))
}
