import { regions } from "#app/domain/publishing/resources/regions.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { listFile } from "./parts/list-file.server.ts"
import { tellRegion } from "./parts/telling.ts"

export const loader = listFile(regions, tellRegion)

export const action = openDataOnly("region.browse")
