import type { Generated } from "kysely"

/**
 * The whole database as TypeScript sees it (columns in camelCase through CamelCasePlugin).
 * Portable types only: ids are UUIDv7 text, instants are ISO-8601 UTC text, local dates are YYYY-MM-DD text,
 * JSON is text that its noun's Zod schema parses, and facts that have a time are dated columns, not booleans.
 * A test compares this file with a migrated database on both dialects.
 */
export interface Schema {
  account: AccountTable
  session: SessionTable
  mailToken: MailTokenTable
  rateLimit: RateLimitTable
  region: RegionTable
  district: DistrictTable
  village: VillageTable
  storedFile: StoredFileTable
  organisation: OrganisationTable
  organisationReview: OrganisationReviewTable
  membership: MembershipTable
  invitation: InvitationTable
  mandate: MandateTable
  agreement: AgreementTable
  agreementParty: AgreementPartyTable
  agreementVersion: AgreementVersionTable
  agreementApproval: AgreementApprovalTable
  agreementDocument: AgreementDocumentTable
  agreementRevision: AgreementRevisionTable
  agreementReading: AgreementReadingTable
  authority: AuthorityTable
  certificate: CertificateTable
  signature: SignatureTable
  need: NeedTable
  proposal: ProposalTable
  proposalVersion: ProposalVersionTable
  proposalPoint: ProposalPointTable
  proposalPartner: ProposalPartnerTable
  proposalFile: ProposalFileTable
  initiative: InitiativeTable
  initiativeProposal: InitiativeProposalTable
  initiativePartner: InitiativePartnerTable
  milestone: MilestoneTable
  initiativeUpdate: InitiativeUpdateTable
  outcome: OutcomeTable
  outcomeMeasure: OutcomeMeasureTable
  programme: ProgrammeTable
  programmeModule: ProgrammeModuleTable
  cohort: CohortTable
  learner: LearnerTable
  learningSession: LearningSessionTable
  attendance: AttendanceTable
  actionPlan: ActionPlanTable
  learningCertificate: LearningCertificateTable
  apiToken: ApiTokenTable
  apiAnswer: ApiAnswerTable
  auditEvent: AuditEventTable
  outbox: OutboxTable
  setting: SettingTable
  searchQueue: SearchQueueTable
  searchEntry: SearchEntryTable
  searchWord: SearchWordTable
  searchVariant: SearchVariantTable
  searchState: SearchStateTable
}

type Id = string
/** ISO-8601 UTC, millisecond precision: 2026-01-31T04:05:06.789Z */
type InstantText = string
/** YYYY-MM-DD without a zone */
type LocalDate = string
type Json = string

export interface AccountTable {
  id: Id
  /** Lower case. A deleted account holds `deleted:<id>`. */
  email: string
  name: string
  passwordHash: string
  locale: "id" | "en"
  timeZone: string
  emailVerifiedAt: InstantText | null
  secretariatSince: InstantText | null
  privacyNoticeVersion: string
  privacyAcceptedAt: InstantText
  createdAt: InstantText
  deletedAt: InstantText | null
  demoSince: InstantText | null
}

export interface SessionTable {
  /** SHA-256 of the secret in the cookie. */
  id: string
  accountId: Id
  expiresAt: InstantText
  createdAt: InstantText
  lastSeenAt: InstantText
  /** Browser family and system as words, never the raw header. */
  device: string
  actingOrganisationId: Id | null
}

export interface MailTokenTable {
  id: Id
  accountId: Id
  purpose: "verify_email" | "reset_password"
  tokenHash: string
  email: string
  createdAt: InstantText
  expiresAt: InstantText
  usedAt: InstantText | null
}

export interface RateLimitTable {
  action: string
  /** SHA-256 of the limited thing (address, account, e-mail), so that no personal data rests here. */
  subjectHash: string
  windowStartedAt: InstantText
  windowEndsAt: InstantText
  hits: number
}

export type RegionKind = "provinsi" | "kabupaten" | "kota" | "kabupaten_administrasi" | "kota_administrasi"

export interface RegionTable {
  code: string
  kind: RegionKind
  /** With its kind: "Kota Magelang", "Kabupaten Magelang", "Provinsi Jawa Barat". */
  name: string
  provinceCode: string
  decree: string
}

export interface DistrictTable {
  code: string
  regionCode: string
  name: string
}

export interface VillageTable {
  code: string
  districtCode: string
  kind: "kelurahan" | "desa"
  name: string
}

export interface StoredFileTable {
  id: Id
  sha256: string
  size: number
  mediaType: string
  name: string
  purpose: "organisation_evidence" | "mandate_basis" | "agreement_document" | "proposal_attachment"
  organisationId: Id | null
  uploadedBy: Id | null
  createdAt: InstantText
}

export type Strand = "A" | "B" | "C" | "G" | "M"
export type OrganisationStatus = "draft" | "submitted" | "verified" | "refused" | "suspended"

export interface OrganisationTable {
  id: Id
  slug: string
  name: string
  strand: Strand
  legalForm: string
  regionCode: string
  /** Set only for the government of a region itself (pemda); at most one live organisation per region. */
  governsRegionCode: string | null
  description: string
  address: string
  website: string
  contactName: string
  contactEmail: string
  contactPhone: string
  evidenceFileId: Id | null
  status: OrganisationStatus
  lockVersion: Generated<number>
  createdBy: Id
  createdAt: InstantText
  updatedAt: InstantText
  submittedAt: InstantText | null
  verifiedAt: InstantText | null
  demoSince: InstantText | null
}

export interface OrganisationReviewTable {
  id: Id
  organisationId: Id
  decision: "verified" | "refused" | "suspended" | "restored"
  reason: string
  reviewerId: Id
  createdAt: InstantText
}

export type MembershipRole = "admin" | "drafter" | "approver" | "member"

export interface MembershipTable {
  id: Id
  organisationId: Id
  accountId: Id
  role: MembershipRole
  joinedAt: InstantText
  endedAt: InstantText | null
}

export interface InvitationTable {
  id: Id
  organisationId: Id
  email: string
  role: MembershipRole
  tokenHash: string
  invitedBy: Id
  createdAt: InstantText
  expiresAt: InstantText
  acceptedAt: InstantText | null
  revokedAt: InstantText | null
}

export type StandIn = "plt" | "plh" | "an" | "ub"
export type MandateStatus = "entered" | "verified" | "refused" | "ended"

export interface MandateTable {
  id: Id
  organisationId: Id
  accountId: Id
  holderName: string
  office: string
  officeKind: "head_of_region" | "delegate"
  standIn: StandIn | null
  basisKind: "sk" | "surat_kuasa"
  basisNumber: string
  basisDate: LocalDate
  basisFileId: Id | null
  /** JSON array of instrument names, e.g. ["kesepakatan_bersama"]. */
  instruments: Json
  validFrom: LocalDate
  validUntil: LocalDate | null
  status: MandateStatus
  lockVersion: Generated<number>
  enteredBy: Id
  enteredAt: InstantText
  decidedBy: Id | null
  decidedAt: InstantText | null
  decisionReason: string
  endedAt: InstantText | null
  endReason: string
}

export type AgreementStatus =
  | "draft"
  | "negotiation"
  | "agreed"
  | "signing"
  | "in_force"
  | "lapsed"
  | "withdrawn"
  | "cancelled"
  | "declined"

export interface AgreementTable {
  id: Id
  /** Public code in URLs, e.g. KB-7H3K-9QPD. */
  code: string
  kind: "kesepakatan_bersama"
  title: string
  status: AgreementStatus
  lockVersion: Generated<number>
  /** Number of the newest version. */
  versionNumber: number
  /** Counts lockings: a voided lock starts the next round. 0 before the first. */
  round: number
  place: string
  signingDate: LocalDate | null
  periodFrom: LocalDate | null
  periodUntil: LocalDate | null
  createdBy: Id
  createdAt: InstantText
  updatedAt: InstantText
  /** When side 1 showed its draft to side 2, and the first version that side 2 may see. */
  proposedAt: InstantText | null
  proposedVersion: number | null
  lockedAt: InstantText | null
  inForceAt: InstantText | null
  endedAt: InstantText | null
  endReason: string
  demoSince: InstantText | null
}

export interface AgreementPartyTable {
  id: Id
  agreementId: Id
  ordinal: 1 | 2
  organisationId: Id
  regionCode: string
  /** This party's own number for the document; empty until given. */
  number: string
  numberedOn: LocalDate | null
}

export interface AgreementVersionTable {
  id: Id
  agreementId: Id
  number: number
  title: string
  /** JSON of AgreementText (clauses). */
  text: Json
  /** JSON of VersionParticulars (place, date, period). */
  particulars: Json
  sha256: string
  note: string
  authorId: Id
  /** The name at that time. */
  authorName: string
  authorOrganisationId: Id
  createdAt: InstantText
}

export interface AgreementApprovalTable {
  id: Id
  agreementId: Id
  versionNumber: number
  organisationId: Id
  accountId: Id
  /** The name at that time. */
  accountName: string
  createdAt: InstantText
}

/** One rendering of a locked text: round 1, and one more for each lock that was voided. */
export interface AgreementDocumentTable {
  id: Id
  agreementId: Id
  round: number
  versionNumber: number
  verifyCode: string
  pages: number
  /** JSON of the exact render input. */
  input: Json
  createdAt: InstantText
  voidedAt: InstantText | null
  voidReason: string
}

/** ordinal 0 is the unsigned base, n the file after the n-th seal; only the newest may be sealed. */
export interface AgreementRevisionTable {
  id: Id
  documentId: Id
  agreementId: Id
  ordinal: number
  sha256: string
  size: number
  createdAt: InstantText
}

/** What a signer last looked at, so that he sees what changed since. */
export interface AgreementReadingTable {
  id: Id
  agreementId: Id
  accountId: Id
  versionNumber: number
  revisionSha256: string
  readAt: InstantText
}

export interface AuthorityTable {
  id: Id
  commonName: string
  /** base64 DER */
  certificate: string
  /** JSON envelope, encrypted under a key derived from SECRET. */
  keyEnvelope: Json
  /** Counts up with every list that is issued and every revocation, so numbers of lists only grow. */
  crlNumber: number
  /** base64 DER of the newest list; null when a revocation has outdated it. */
  revocationList: string | null
  revocationListedAt: InstantText | null
  createdAt: InstantText
}

export type RevocationCode =
  | "keyCompromise"
  | "affiliationChanged"
  | "superseded"
  | "cessationOfOperation"
  | "privilegeWithdrawn"

export interface CertificateTable {
  id: Id
  authorityId: Id
  serial: string
  accountId: Id
  mandateId: Id
  subject: string
  /** base64 DER */
  certificate: string
  /** JSON envelope under the signer's passphrase. Emptied when the certificate is revoked. */
  keyEnvelope: Json
  issuedAt: InstantText
  validUntil: InstantText
  revokedAt: InstantText | null
  /** As RFC 5280 §5.3.1 names it. */
  revocationCode: RevocationCode | null
  revocationReason: string
}

export interface SignatureTable {
  id: Id
  agreementId: Id
  documentId: Id
  partyId: Id
  accountId: Id
  mandateId: Id
  certificateId: Id
  /** As printed: "Gubernur Jawa Barat". */
  signerName: string
  office: string
  sha256Before: string
  sha256After: string
  revisionOrdinal: number
  provider: "local"
  signedAt: InstantText
}

export type NeedStatus = "draft" | "open" | "closed" | "discarded"

/** What a region asks the network for. */
export interface NeedTable {
  id: Id
  slug: string
  organisationId: Id
  title: string
  problem: string
  /** One of the 32 government affairs (urusan). */
  affair: string
  regionCode: string
  place: string
  /** JSON array of contribution kinds. */
  kinds: Json
  periodFrom: LocalDate
  periodUntil: LocalDate
  status: NeedStatus
  lockVersion: Generated<number>
  createdBy: Id
  createdAt: InstantText
  updatedAt: InstantText
  publishedAt: InstantText | null
  closedAt: InstantText | null
  closeReason: string
  demoSince: InstantText | null
}

export type ProposalStatus = "draft" | "submitted" | "in_review" | "revision" | "accepted" | "declined" | "withdrawn"

export interface ProposalTable {
  id: Id
  /** Public code in URLs, e.g. US-7H3K-9QPD. */
  code: string
  organisationId: Id
  /** The region's government that is asked to decide. */
  recipientId: Id
  needId: Id | null
  title: string
  status: ProposalStatus
  lockVersion: Generated<number>
  /** JSON of the content as it is being written; may be incomplete. */
  draft: Json
  /** Counts the saves of the draft: who saves on an older one is told. */
  draftNumber: Generated<number>
  draftSavedAt: InstantText
  draftSavedBy: Id
  /** Number of the newest submitted version; 0 before the first submission. */
  versionNumber: Generated<number>
  createdBy: Id
  createdAt: InstantText
  updatedAt: InstantText
  submittedAt: InstantText | null
  openedAt: InstantText | null
  openedBy: Id | null
  decidedAt: InstantText | null
  decidedBy: Id | null
  /** Public. */
  decisionReason: string
  endedAt: InstantText | null
  endReason: string
  demoSince: InstantText | null
}

/** What was submitted, never changed afterwards. */
export interface ProposalVersionTable {
  id: Id
  proposalId: Id
  number: number
  content: Json
  sha256: string
  authorId: Id
  /** The name at that time. */
  authorName: string
  createdAt: InstantText
}

/** One point of a request for revision, with its answer. */
export interface ProposalPointTable {
  id: Id
  proposalId: Id
  versionNumber: number
  ordinal: number
  part: string
  text: string
  askedBy: Id
  createdAt: InstantText
  answer: string
  answeredAt: InstantText | null
}

/** An organisation that contributes to a proposal and writes it along, once it has accepted. */
export interface ProposalPartnerTable {
  id: Id
  proposalId: Id
  organisationId: Id
  /** What it does in the proposal. */
  part: string
  invitedBy: Id
  invitedAt: InstantText
  answeredAt: InstantText | null
  acceptedAt: InstantText | null
  endedAt: InstantText | null
}

export interface ProposalFileTable {
  id: Id
  proposalId: Id
  storedFileId: Id
  addedAt: InstantText
  removedAt: InstantText | null
}

export type InitiativeStatus = "prepared" | "running" | "completed" | "stopped"

export interface InitiativeTable {
  id: Id
  slug: string
  leadOrganisationId: Id
  title: string
  summary: string
  story: string
  affair: string
  regionCode: string
  place: string
  agreementId: Id | null
  /** Key of the clause of the agreement that it carries out; empty where none is named. */
  clauseKey: string
  status: InitiativeStatus
  lockVersion: Generated<number>
  startsOn: LocalDate
  endsOn: LocalDate
  /** What happened next. */
  sequel: string
  createdBy: Id
  createdAt: InstantText
  updatedAt: InstantText
  publishedAt: InstantText | null
  endedAt: InstantText | null
  endReason: string
  demoSince: InstantText | null
}

export interface InitiativeProposalTable {
  id: Id
  initiativeId: Id
  proposalId: Id
  createdAt: InstantText
}

export interface InitiativePartnerTable {
  id: Id
  initiativeId: Id
  organisationId: Id
  part: string
  joinedAt: InstantText
  leftAt: InstantText | null
}

export interface MilestoneTable {
  id: Id
  initiativeId: Id
  title: string
  dueOn: LocalDate
  reachedOn: LocalDate | null
  note: string
  droppedAt: InstantText | null
  createdAt: InstantText
}

export interface InitiativeUpdateTable {
  id: Id
  initiativeId: Id
  organisationId: Id
  title: string
  body: string
  pictureSha256: string | null
  pictureWidth: number | null
  pictureHeight: number | null
  pictureAlt: string
  authorId: Id
  publishedAt: InstantText
  withdrawnAt: InstantText | null
}

/** Numbers are decimal text ("12.5"), so that both engines keep them exactly. */
export interface OutcomeTable {
  id: Id
  initiativeId: Id
  indicator: string
  unit: string
  baseline: string
  target: string
  source: string
  createdAt: InstantText
  droppedAt: InstantText | null
}

export interface OutcomeMeasureTable {
  id: Id
  outcomeId: Id
  value: string
  measuredOn: LocalDate
  note: string
  recordedBy: Id
  createdAt: InstantText
  /** A value that was recorded by mistake: it stays on record and counts no more. */
  struckAt: InstantText | null
}

export type ProgrammeStatus = "draft" | "open" | "completed" | "cancelled"

/** A learning exchange between the two parties of an agreement in force. */
export interface ProgrammeTable {
  id: Id
  slug: string
  agreementId: Id
  clauseKey: string
  hostId: Id
  senderId: Id
  title: string
  summary: string
  aims: string
  status: ProgrammeStatus
  lockVersion: Generated<number>
  createdBy: Id
  createdAt: InstantText
  updatedAt: InstantText
  publishedAt: InstantText | null
  endedAt: InstantText | null
  endReason: string
  demoSince: InstantText | null
}

export interface ProgrammeModuleTable {
  id: Id
  programmeId: Id
  ordinal: number
  /** Name of a text under content/practices. */
  practice: string
  form: string
  /** Planned JP. */
  hours: number
}

export type CohortStatus = "planned" | "open" | "running" | "completed" | "cancelled"

export interface CohortTable {
  id: Id
  programmeId: Id
  number: number
  name: string
  seats: number
  nominateUntil: LocalDate
  startsOn: LocalDate
  endsOn: LocalDate
  status: CohortStatus
  lockVersion: Generated<number>
  createdAt: InstantText
  endedAt: InstantText | null
  endReason: string
}

export type LearnerStatus = "nominated" | "confirmed" | "declined" | "withdrawn" | "completed"

export interface LearnerTable {
  id: Id
  cohortId: Id
  accountId: Id
  supervisorId: Id
  name: string
  numberKind: "nip" | "ni_pppk"
  /** JSON envelope: the civil servant's number, encrypted under a key derived from SECRET. */
  numberEnvelope: Json
  /** Keyed digest of the number: the same person is found again without the number being readable. */
  numberDigest: string
  rank: string
  office: string
  unitCode: string
  unitName: string
  status: LearnerStatus
  lockVersion: Generated<number>
  nominatedBy: Id
  nominatedAt: InstantText
  decidedAt: InstantText | null
  decisionReason: string
  completedAt: InstantText | null
  withdrawnAt: InstantText | null
}

export interface LearningSessionTable {
  id: Id
  cohortId: Id
  moduleId: Id
  title: string
  form: string
  startsAt: InstantText
  endsAt: InstantText
  place: string
  /** What a learner types to show that he is there. */
  code: string
  /** Counts changes for calendars (RFC 5545 SEQUENCE). */
  sequence: Generated<number>
  lockVersion: Generated<number>
  createdAt: InstantText
  updatedAt: InstantText
  cancelledAt: InstantText | null
  cancelReason: string
}

export interface AttendanceTable {
  id: Id
  sessionId: Id
  learnerId: Id
  means: "host" | "code"
  markedBy: Id
  markedAt: InstantText
  struckAt: InstantText | null
  struckBy: Id | null
  strikeReason: string
}

export type ActionPlanStatus = "draft" | "submitted" | "returned" | "approved"

export interface ActionPlanTable {
  id: Id
  learnerId: Id
  title: string
  body: string
  dueOn: LocalDate
  status: ActionPlanStatus
  lockVersion: Generated<number>
  createdAt: InstantText
  updatedAt: InstantText
  submittedAt: InstantText | null
  decidedAt: InstantText | null
  decidedBy: Id | null
  remark: string
}

export type LearningCertificateStatus = "prepared" | "sealed" | "revoked"
/** Why a certificate no longer counts, as everybody is told: wrong in its content, given in error, replaced, other. */
export type CertificateRevokeClass = "content" | "entitlement" | "replacement" | "other"

export interface LearningCertificateTable {
  id: Id
  learnerId: Id
  programmeId: Id
  number: string
  verifyCode: string
  hours: number
  /** JSON of the exact render input. */
  input: Json
  /** The unsealed file. */
  baseSha256: string
  /** The sealed file; null before. */
  sha256: string | null
  pages: number
  status: LearningCertificateStatus
  lockVersion: Generated<number>
  preparedBy: Id
  preparedAt: InstantText
  sealedAt: InstantText | null
  sealedBy: Id | null
  mandateId: Id | null
  certificateId: Id | null
  signerName: string
  office: string
  revokedAt: InstantText | null
  revokeClass: CertificateRevokeClass | null
  /** For those who may read the certificate; never public. */
  revokeReason: string
}

export interface ApiTokenTable {
  /** Also the id of the program's own account, which nobody can sign in to. */
  id: Id
  organisationId: Id
  label: string
  scopes: Json
  /** The part that may be shown: people recognise the token by it. */
  prefix: string
  secretSha256: string
  /** Null where the operator made it. */
  createdBy: Id | null
  createdAt: InstantText
  expiresAt: InstantText
  revokedAt: InstantText | null
  revokedBy: Id | null
  lastUsedOn: LocalDate | null
}

/** What a request with an `Idempotency-Key` was answered with. */
export interface ApiAnswerTable {
  id: Id
  tokenId: Id
  idempotencyKey: string
  requestSha256: string
  answer: Json
  createdAt: InstantText
}

export interface AuditEventTable {
  id: Id
  type: string
  subjectType: string
  subjectId: Id
  seq: number
  organisationId: Id | null
  actorId: Id | null
  actorName: string
  at: InstantText
  requestId: string
  data: Json
  prevHash: string
  hash: string
}

export interface OutboxTable {
  id: Id
  kind: "mail"
  payload: Json
  createdAt: InstantText
  availableAt: InstantText
  attempts: number
  leasedUntil: InstantText | null
  deliveredAt: InstantText | null
  failedAt: InstantText | null
  lastError: string
}

export interface SettingTable {
  key: string
  value: Json
  sourceNote: string
  updatedAt: InstantText
}

/** Subjects that changed and wait to be read for the search. Rows are only added by changes, and taken by the indexer. */
export interface SearchQueueTable {
  id: Id
  subjectType: string
  subjectId: Id
  availableAt: InstantText
  attempts: Generated<number>
  lastError: Generated<string>
}

/** One thing that everybody may find. The engine's own index (`search_index`) stands beside it under the same position. */
export interface SearchEntryTable {
  /** Orders entries by time, newest highest: milliseconds × 4096, then a place of its own. */
  position: number
  kind: "agreement" | "initiative" | "need" | "programme" | "organisation" | "region" | "page"
  subjectId: string
  urlKey: string
  status: string
  /** Letters of the strands that take part, in their order. */
  strands: string
  /** Codes of its regions and their provinces, apart by a space. */
  regionCodes: string
  at: InstantText | null
  /** 1 for what belongs to the demonstration. */
  demo: number
  title: string
  context: string
  body: string
  /** Its tokens, each once: what to take off the vocabulary when it goes. */
  words: string
}

/** The vocabulary of the index: in how many entries a token stands. */
export interface SearchWordTable {
  word: string
  documents: number
}

/** A word of the vocabulary with one letter left out (and as it is), to find what was meant by a mistyped one. */
export interface SearchVariantTable {
  variant: string
  word: string
}

export interface SearchStateTable {
  key: string
  /** Of the tokens in the index; another than the program's own means that it is made anew. */
  version: number
}
