import type { AgreementEvents } from "../agreement/events.ts"
import type { IdentityEvents } from "../identity/events.ts"
import type { InitiativeEvents } from "../initiative/events.ts"
import type { OrganisationEvents } from "../organisation/events.ts"
import type { CertificateEvents } from "../programme/certificate/events.ts"
import type { ProgrammeEvents } from "../programme/events.ts"
import type { ProposalEvents } from "../proposal/events.ts"
import type { SignatureEvents } from "../signature/events.ts"

/** Every event type of the product with the shape of its data; an event that is not named here does not compile. */
export type EventData = IdentityEvents &
  OrganisationEvents &
  AgreementEvents &
  SignatureEvents &
  ProposalEvents &
  InitiativeEvents &
  ProgrammeEvents &
  CertificateEvents
export type EventType = keyof EventData
export type SubjectType =
  | "account"
  | "organisation"
  | "mandate"
  | "agreement"
  | "certificate"
  | "authority"
  | "need"
  | "proposal"
  | "initiative"
  | "programme"
  | "cohort"
  | "learner"
  | "learningCertificate"
