/**
 * The decree that the codes are read against. The data set follows the ministry's list but names no decree itself, so
 * this is the portal's own statement and changes together with the data.
 */
export const regionDecree = "Kepmendagri 300.2.2-2430/2025"

/** Where the names and codes come from: an npm package and its version, which a test compares with what is installed. */
export const regionDataset = { name: "idn-area-data", version: "4.0.1" } as const
