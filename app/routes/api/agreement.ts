import { agreements } from "#app/domain/publishing/resources/agreements.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiOne } from "./parts/read.server.ts"

export const loader = apiOne(agreements)

export const action = openDataOnly("agreement.browse")
