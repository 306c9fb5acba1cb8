import { initiatives } from "#app/domain/publishing/resources/initiatives.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiOne } from "./parts/read.server.ts"

export const loader = apiOne(initiatives)

export const action = openDataOnly("initiative.browse")
