import {
  anyone,
  both,
  either,
  inOrganisation,
  not,
  ownAccount,
  provedPerson,
  type Rule,
  secretariat,
  signedIn,
} from "../kernel/rule.ts"

type OfOrganisation = { readonly organisationId: string }

/** Belongs to the organisation, for whichever he acts right now: enough to look at its desk, not to change it. */
const memberOf: Rule<OfOrganisation> = (actor, { organisationId }) =>
  actor?.memberships.some((own) => own.organisationId === organisationId) === true

/** Entered the mandate. */
const enteredIt: Rule<{ enteredBy: string }> = (actor, { enteredBy }) => actor?.accountId === enteredBy

export const organisationPolicy = {
  "organisation.browse": anyone,
  "organisation.create": provedPerson,
  "organisation.edit": inOrganisation("admin"),
  "organisation.submit": both(provedPerson, inOrganisation("admin")),
  "organisation.readPrivate": memberOf,
  "organisation.readEvidence": either(secretariat, inOrganisation("admin")),
  "organisation.examine": secretariat,
  /** Nobody decides on an organisation that he belongs to. */
  "organisation.verify": both(secretariat, not(memberOf)),
  "organisation.suspend": both(secretariat, not(memberOf)),
  "organisation.actFor": signedIn,
  "membership.invite": inOrganisation("admin"),
  "membership.changeRole": inOrganisation("admin"),
  "membership.end": inOrganisation("admin"),
  "membership.handOver": inOrganisation("admin"),
  "membership.leave": memberOf,
  "invitation.accept": signedIn,
  "mandate.read": either(secretariat, memberOf),
  "mandate.readBasis": either(secretariat, either(inOrganisation("admin"), ownAccount)),
  "mandate.enter": inOrganisation("admin"),
  "mandate.end": either(secretariat, inOrganisation("admin")),
  "mandate.examine": secretariat,
  /** Nobody vouches for an authority that he holds or has entered himself. */
  "mandate.verify": both(secretariat, not(either(ownAccount, enteredIt))),
  "apiToken.read": inOrganisation("admin"),
  "apiToken.create": both(provedPerson, inOrganisation("admin")),
  "apiToken.revoke": inOrganisation("admin"),
  "region.browse": anyone,
} as const
