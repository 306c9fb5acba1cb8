import { findableAgreements } from "./agreement/findable.server.ts"
import { findableInitiatives } from "./initiative/findable.server.ts"
import { findableOrganisations } from "./organisation/findable.server.ts"
import { findableProgrammes } from "./programme/findable.server.ts"
import { findableNeeds } from "./proposal/findable.server.ts"
import { findableTexts } from "./publishing/findable-texts.server.ts"
import { findableRegions } from "./region/findable.server.ts"
import type { FindableReaders } from "./search/findable.ts"

/** How the search reads each kind of thing; handed to the indexer, which knows none of the nouns. */
export const findable: FindableReaders = {
  agreement: findableAgreements,
  initiative: findableInitiatives,
  need: findableNeeds,
  programme: findableProgrammes,
  organisation: findableOrganisations,
  region: findableRegions,
  page: findableTexts,
}
