import type { RegionKind } from "#db/schema.ts"

/**
 * Whether a region governs itself and so may be party to regional cooperation: provinsi, kabupaten and kota do
 * (UU 23/2014). The six units of Jakarta are administrative; their province is the party.
 */
export const partyEligible = (region: { readonly kind: RegionKind }): boolean =>
  region.kind === "provinsi" || region.kind === "kabupaten" || region.kind === "kota"

/** What the code of a province, kabupaten or kota looks like: 33, 33.71. */
export const isRegionCode = (text: string): boolean => /^\d{2}(\.\d{2})?$/.test(text)

/** What the code of a kecamatan looks like: 33.71.01. */
export const isDistrictCode = (text: string): boolean => /^\d{2}\.\d{2}\.\d{2}$/.test(text)
