import { programmes } from "#app/domain/publishing/resources/programmes.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { listFile } from "./parts/list-file.server.ts"
import { tellProgramme } from "./parts/telling.ts"

export const loader = listFile(programmes, tellProgramme)

export const action = openDataOnly("programme.browse")
