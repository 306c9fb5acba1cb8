import { programmes } from "#app/domain/publishing/resources/programmes.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiOne } from "./parts/read.server.ts"

export const loader = apiOne(programmes)

export const action = openDataOnly("programme.browse")
