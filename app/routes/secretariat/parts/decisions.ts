import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { organisationFlow } from "#app/domain/organisation/flow.ts"
import type { OrganisationStatus } from "#db/schema.ts"

/** What the secretariat may decide on an organisation in this state, in the order in which it is offered. */
export const decisionsOn = (status: OrganisationStatus) =>
  stepsFrom(organisationFlow, status).filter((step) => step !== "submit")
