import { initiatives } from "#app/domain/publishing/resources/initiatives.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiList } from "./parts/read.server.ts"

export const loader = apiList(initiatives)

export const action = openDataOnly("initiative.browse")
