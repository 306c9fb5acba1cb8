import { regions } from "#app/domain/publishing/resources/regions.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiOne } from "./parts/read.server.ts"

export const loader = apiOne(regions)

export const action = openDataOnly("region.browse")
