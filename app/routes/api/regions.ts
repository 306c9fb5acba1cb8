import { regions } from "#app/domain/publishing/resources/regions.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiList } from "./parts/read.server.ts"

export const loader = apiList(regions)

export const action = openDataOnly("region.browse")
