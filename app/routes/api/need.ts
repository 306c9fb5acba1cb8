import { needs } from "#app/domain/publishing/resources/needs.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiOne } from "./parts/read.server.ts"

export const loader = apiOne(needs)

export const action = openDataOnly("need.browse")
