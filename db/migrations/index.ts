import type { Migration } from "kysely"
import * as identity from "./0001-identity.ts"
import * as region from "./0002-region.ts"
import * as organisation from "./0003-organisation.ts"
import * as agreement from "./0004-agreement.ts"
import * as signature from "./0005-signature.ts"
import * as record from "./0006-record.ts"
import * as programme from "./0007-programme.ts"
import * as contribution from "./0008-contribution.ts"
import * as apiToken from "./0010-api-token.ts"
import * as names from "./0011-names.ts"
import * as newest from "./0012-newest.ts"
import * as openData from "./0014-open-data.ts"
import * as search from "./0016-search.ts"
import * as byRegion from "./0018-by-region.ts"

/** Every migration in order. A migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-identity": identity,
  "0002-region": region,
  "0003-organisation": organisation,
  "0004-agreement": agreement,
  "0005-signature": signature,
  "0006-record": record,
  "0007-programme": programme,
  "0008-contribution": contribution,
  "0010-api-token": apiToken,
  "0011-names": names,
  "0012-newest": newest,
  "0014-open-data": openData,
  "0016-search": search,
  "0018-by-region": byRegion,
}
