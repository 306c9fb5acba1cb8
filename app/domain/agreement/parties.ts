import type { AgreementStatus, OrganisationStatus, RegionKind } from "#db/schema.ts"

/** One side of an agreement. Side 1 (PIHAK KESATU) is the one that started it. */
export type Party = {
  readonly id: string
  readonly ordinal: 1 | 2
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly organisationStatus: OrganisationStatus
  readonly address: string
  readonly regionCode: string
  /** With its kind: "Kota Magelang". */
  readonly regionName: string
  readonly regionKind: RegionKind
  readonly number: string
  readonly numberedOn: string | null
}

/** How the printed text calls the sides. */
export const partyLabels = { 1: "PIHAK KESATU", 2: "PIHAK KEDUA" } as const

/** States in which an agreement is public. */
export const publicStates: readonly AgreementStatus[] = ["in_force", "lapsed"]

/**
 * Regions that can be party to regional cooperation. The administrative cities and the administrative regency within
 * Jakarta have no regional government of their own: the province acts for them.
 */
export const isPartyKind = (kind: RegionKind): boolean => kind === "provinsi" || kind === "kabupaten" || kind === "kota"
