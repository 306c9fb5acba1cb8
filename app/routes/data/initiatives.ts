import { initiatives } from "#app/domain/publishing/resources/initiatives.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { listFile } from "./parts/list-file.server.ts"
import { tellInitiative } from "./parts/telling.ts"

export const loader = listFile(initiatives, tellInitiative)

export const action = openDataOnly("initiative.browse")
