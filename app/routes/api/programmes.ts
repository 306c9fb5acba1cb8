import { programmes } from "#app/domain/publishing/resources/programmes.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiList } from "./parts/read.server.ts"

export const loader = apiList(programmes)

export const action = openDataOnly("programme.browse")
