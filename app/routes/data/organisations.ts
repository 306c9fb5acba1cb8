import { organisations } from "#app/domain/publishing/resources/organisations.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { listFile } from "./parts/list-file.server.ts"
import { tellOrganisation } from "./parts/telling.ts"

export const loader = listFile(organisations, tellOrganisation)

export const action = openDataOnly("organisation.browse")
