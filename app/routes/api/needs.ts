import { needs } from "#app/domain/publishing/resources/needs.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiList } from "./parts/read.server.ts"

export const loader = apiList(needs)

export const action = openDataOnly("need.browse")
