import { agreements } from "#app/domain/publishing/resources/agreements.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiList } from "./parts/read.server.ts"

export const loader = apiList(agreements)

export const action = openDataOnly("agreement.browse")
