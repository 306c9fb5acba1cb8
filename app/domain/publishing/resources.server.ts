import type { DatasetKey } from "./datasets.ts"
import type { Documented } from "./resource.server.ts"
import { agreements } from "./resources/agreements.server.ts"
import { initiatives } from "./resources/initiatives.server.ts"
import { needs } from "./resources/needs.server.ts"
import { organisations } from "./resources/organisations.server.ts"
import { programmes } from "./resources/programmes.server.ts"
import { regions } from "./resources/regions.server.ts"

/** Every kind of open data, in the order in which they are told of. */
export const resources: readonly Documented[] = [agreements, initiatives, needs, organisations, programmes, regions]

/** The columns of each list as a file, by key. */
export const columnNames: Readonly<Record<DatasetKey, readonly string[]>> = {
  agreements: Object.keys(agreements.columns),
  initiatives: Object.keys(initiatives.columns),
  needs: Object.keys(needs.columns),
  organisations: Object.keys(organisations.columns),
  programmes: Object.keys(programmes.columns),
  regions: Object.keys(regions.columns),
}
