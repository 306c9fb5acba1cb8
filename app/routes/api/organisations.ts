import { organisations } from "#app/domain/publishing/resources/organisations.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { apiList } from "./parts/read.server.ts"

export const loader = apiList(organisations)

export const action = openDataOnly("organisation.browse")
