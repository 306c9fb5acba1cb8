import type { Documented } from "./resource.server.ts"
import { agreements } from "./resources/agreements.server.ts"
import { initiatives } from "./resources/initiatives.server.ts"
import { needs } from "./resources/needs.server.ts"
import { organisations } from "./resources/organisations.server.ts"
import { programmes } from "./resources/programmes.server.ts"
import { regions } from "./resources/regions.server.ts"

/** Every kind of open data, in the order in which they are told of. */
export const resources: readonly Documented[] = [agreements, initiatives, needs, organisations, programmes, regions]
