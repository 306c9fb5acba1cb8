import type { MandateStatus, OrganisationStatus, Strand } from "#db/schema.ts"
import { longestSearch } from "../search/words.ts"
import { isStrand } from "./legal-forms.ts"

/** States in which the secretariat looks at organisations, what waits for it first. */
export const examinedStates = [
  "submitted",
  "refused",
  "verified",
  "suspended",
] as const satisfies readonly OrganisationStatus[]
export type ExaminedState = (typeof examinedStates)[number]

/** States of mandates, what waits for the secretariat first. */
export const mandateStates = ["entered", "verified", "refused", "ended"] as const satisfies readonly MandateStatus[]

export type OrganisationQueueFilter = {
  readonly status: ExaminedState
  readonly strand: Strand | null
  readonly q: string
  readonly cursor: string | null
}

export type MandateQueueFilter = { readonly status: MandateStatus; readonly cursor: string | null }

const oneOf = <const T extends string>(known: readonly T[], value: string | null, fallback: T): T =>
  known.find((one) => one === value) ?? fallback

/** Reads the address of the queue of organisations; what is not understood is as good as absent. */
export function readOrganisationQueue(query: URLSearchParams): OrganisationQueueFilter {
  const strand = query.get("unsur") ?? ""
  return {
    status: oneOf<ExaminedState>(examinedStates, query.get("keadaan"), "submitted"),
    strand: isStrand(strand) ? strand : null,
    q: (query.get("q") ?? "").slice(0, longestSearch),
    cursor: query.get("setelah"),
  }
}

/** Reads the address of the queue of mandates. */
export const readMandateQueue = (query: URLSearchParams): MandateQueueFilter => ({
  status: oneOf<MandateStatus>(mandateStates, query.get("keadaan"), "entered"),
  cursor: query.get("setelah"),
})
