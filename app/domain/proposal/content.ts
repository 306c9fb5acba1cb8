import type { LocalDate } from "../kernel/clock.ts"
import type { ContributionKind } from "./kinds.ts"

/** A contribution as it is being typed: any of it may be missing. */
export type ContributionDraft = {
  /** Stable over all saves and versions: it pairs rows when two texts are compared. */
  readonly key: string
  readonly kind: ContributionKind | ""
  readonly description: string
  readonly valued: Valuation | ""
  /** As typed: "Rp1.250.000". */
  readonly amount: string
}

/** `valued`: worth an amount in rupiah; `inKind`: given without a figure. */
export const valuations = ["valued", "inKind"] as const
export type Valuation = (typeof valuations)[number]

/** The answer to one point of a request for revision, as it is being typed. `key` is the point's id. */
export type AnswerDraft = { readonly key: string; readonly text: string }

/** A proposal as it is being written. */
export type DraftContent = {
  readonly title: string
  readonly summary: string
  /** The Markdown subset of `agreement/text/tokens.ts`. */
  readonly plan: string
  readonly periodFrom: string
  readonly periodUntil: string
  readonly contributions: readonly ContributionDraft[]
  readonly answers: readonly AnswerDraft[]
}

export const wordNames = ["title", "summary", "plan", "periodFrom", "periodUntil"] as const
export type WordName = (typeof wordNames)[number]

export const emptyDraft = (title: string): DraftContent => ({
  title,
  summary: "",
  plan: "",
  periodFrom: "",
  periodUntil: "",
  contributions: [],
  answers: [],
})

export type Contribution = {
  readonly key: string
  readonly kind: ContributionKind
  readonly description: string
  readonly valued: Valuation
  /** Whole rupiah; null for what is given without a figure. */
  readonly amount: number | null
}

/** A proposal as it was submitted: complete. */
export type ProposalContent = {
  readonly title: string
  readonly summary: string
  readonly plan: string
  readonly periodFrom: LocalDate
  readonly periodUntil: LocalDate
  readonly contributions: readonly Contribution[]
}

export type VersionFile = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}
export type VersionPartner = { readonly organisationId: string; readonly name: string; readonly part: string }

/** All that a submission fixes. */
export type VersionContent = ProposalContent & {
  readonly files: readonly VersionFile[]
  readonly partners: readonly VersionPartner[]
}

/** The part of a proposal that a point of a request for revision is about. */
export const pointParts = [
  "title",
  "summary",
  "plan",
  "period",
  "contributions",
  "partners",
  "attachments",
  "other",
] as const
export type PointPart = (typeof pointParts)[number]
