import { needs } from "#app/domain/publishing/resources/needs.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { listFile } from "./parts/list-file.server.ts"
import { tellNeed } from "./parts/telling.ts"

export const loader = listFile(needs, tellNeed)

export const action = openDataOnly("need.browse")
