import type { SearchKind } from "#app/domain/search/kinds.ts"
import { paths } from "#app/paths.ts"
import { pathOfText } from "#content/pages.ts"

/** The page of one found thing, by what its address ends with. */
export const pagePaths = {
  agreement: paths.agreement,
  initiative: paths.initiative,
  need: paths.need,
  programme: paths.programme,
  organisation: paths.organisation,
  region: paths.region,
  page: pathOfText,
} as const satisfies Record<SearchKind, (key: string) => string>

/** The list of everything of a kind. */
export const listPaths = {
  agreement: paths.agreements,
  initiative: paths.initiatives,
  need: paths.needs,
  programme: paths.programmes,
  organisation: paths.organisations,
  region: paths.regions,
  page: paths.help,
} as const satisfies Record<SearchKind, () => string>
