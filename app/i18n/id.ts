import { account } from "./id/account.ts"
import { agreement } from "./id/agreement.ts"
import { apiToken } from "./id/api-token.ts"
import { certificate } from "./id/certificate.ts"
import { common } from "./id/common.ts"
import { data } from "./id/data.ts"
import { errors } from "./id/errors.ts"
import { events } from "./id/events.ts"
import { flash } from "./id/flash.ts"
import { help } from "./id/help.ts"
import { home } from "./id/home.ts"
import { initiative } from "./id/initiative.ts"
import { mandate } from "./id/mandate.ts"
import { map } from "./id/map.ts"
import { meta } from "./id/meta.ts"
import { network } from "./id/network.ts"
import { organisation } from "./id/organisation.ts"
import { programme } from "./id/programme.ts"
import { proposal } from "./id/proposal.ts"
import { region } from "./id/region.ts"
import { search } from "./id/search.ts"
import { signing } from "./id/signing.ts"
import { strand } from "./id/strand.ts"
import { ui } from "./id/ui.ts"
import { verification } from "./id/verification.ts"
import { words } from "./id/words.ts"
import { workspace } from "./id/workspace.ts"

/** The source catalogue: Indonesian. English must have exactly these keys. */
export const id = {
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
