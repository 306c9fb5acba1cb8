import { agreements } from "#app/domain/publishing/resources/agreements.server.ts"
import { openDataOnly } from "#app/http/open-data.server.ts"
import { listFile } from "./parts/list-file.server.ts"
import { tellAgreement } from "./parts/telling.ts"

export const loader = listFile(agreements, tellAgreement)

export const action = openDataOnly("agreement.browse")
