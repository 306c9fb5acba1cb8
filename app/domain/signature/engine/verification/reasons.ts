/**
 * Everything a report can say against a file or a signature, as keys of the message catalogue
 * (`verification.reason.*`). The list is closed: a catalogue that names each of these is complete.
 */
export const VERIFICATION_REASONS = [
  /* The file as a whole. */
  "verification.reason.empty",
  "verification.reason.notPdf",
  "verification.reason.encrypted",
  "verification.reason.tooLarge",
  "verification.reason.tooComplex",
  "verification.reason.damaged",
  "verification.reason.unreadableTail",
  "verification.reason.sealsMissing",
  "verification.reason.notAsRegistered",
  /* Where the signature stands in the file. */
  "verification.reason.byteRangeInvalid",
  "verification.reason.byteRangeGap",
  "verification.reason.byteRangeBeyondFile",
  "verification.reason.revisionUnreadable",
  "verification.reason.notInField",
  "verification.reason.contentsNotHex",
  "verification.reason.paddingNotZero",
  /* The signature itself (CMS, RFC 5652; CAdES, EN 319 122-1). */
  "verification.reason.formatUnsupported",
  "verification.reason.cmsUnreadable",
  "verification.reason.signerCount",
  "verification.reason.attributesInvalid",
  "verification.reason.algorithmUnsupported",
  "verification.reason.algorithmWeak",
  "verification.reason.algorithmMismatch",
  "verification.reason.certificateMissing",
  "verification.reason.certificateMismatch",
  "verification.reason.certificateAltered",
  "verification.reason.contentChanged",
  "verification.reason.signatureWrong",
  /* What was done to the file afterwards. */
  "verification.reason.changedAfter",
  /* The certificate. */
  "verification.reason.certificateUntrusted",
  "verification.reason.certificateExpired",
  "verification.reason.certificateNotYetValid",
  "verification.reason.certificateRevoked",
  "verification.reason.certificateUsage",
  "verification.reason.certificateWeak",
  "verification.reason.certificateExtension",
] as const

export type VerificationReason = (typeof VERIFICATION_REASONS)[number]

/** What was changed after a signature although nothing may be (`verification.change.*`). */
export const FORBIDDEN_CHANGES = [
  "verification.change.pageContent",
  "verification.change.pageReplaced",
  "verification.change.pageAdded",
  "verification.change.pageRemoved",
  "verification.change.annotation",
  "verification.change.form",
  "verification.change.signatureRemoved",
  "verification.change.metadata",
  "verification.change.attachment",
  "verification.change.catalog",
  "verification.change.history",
  "verification.change.hiddenBytes",
] as const

/** What may be added after a signature (`verification.addition.*`). */
export const PERMITTED_ADDITIONS = [
  "verification.addition.signature",
  "verification.addition.timestamp",
  "verification.addition.validationData",
] as const

export type ForbiddenChange = (typeof FORBIDDEN_CHANGES)[number]
export type PermittedAddition = (typeof PERMITTED_ADDITIONS)[number]
