import type { Translation } from "./catalogue.ts"
import { account } from "./en/account.ts"
import { agreement } from "./en/agreement.ts"
import { apiToken } from "./en/api-token.ts"
import { certificate } from "./en/certificate.ts"
import { common } from "./en/common.ts"
import { data } from "./en/data.ts"
import { errors } from "./en/errors.ts"
import { events } from "./en/events.ts"
import { flash } from "./en/flash.ts"
import { help } from "./en/help.ts"
import { home } from "./en/home.ts"
import { initiative } from "./en/initiative.ts"
import { mandate } from "./en/mandate.ts"
import { map } from "./en/map.ts"
import { meta } from "./en/meta.ts"
import { network } from "./en/network.ts"
import { organisation } from "./en/organisation.ts"
import { programme } from "./en/programme.ts"
import { proposal } from "./en/proposal.ts"
import { region } from "./en/region.ts"
import { search } from "./en/search.ts"
import { signing } from "./en/signing.ts"
import { strand } from "./en/strand.ts"
import { ui } from "./en/ui.ts"
import { verification } from "./en/verification.ts"
import { words } from "./en/words.ts"
import { workspace } from "./en/workspace.ts"
import type { id } from "./id.ts"

/** English; a missing or an extra key does not compile. */
export const en: Translation<typeof id> = {
  account,
  agreement,
  apiToken,
  certificate,
  common,
  data,
  errors,
  events,
  flash,
  help,
  home,
  initiative,
  mandate,
  map,
  meta,
  network,
  organisation,
  programme,
  proposal,
  region,
  search,
  signing,
  strand,
  ui,
  verification,
  words,
  workspace,
}
