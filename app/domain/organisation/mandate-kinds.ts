import type { MandateTable, StandIn } from "#db/schema.ts"

/** Papers that a mandate may cover. */
export const instruments = ["kesepakatan_bersama", "perjanjian_kerja_sama", "sertifikat_pembelajaran"] as const
export type Instrument = (typeof instruments)[number]

/** Whether somebody is the head of region himself or acts on a power that he was given. */
export const officeKinds = ["head_of_region", "delegate"] as const satisfies readonly MandateTable["officeKind"][]

/** How somebody stands in: acting (Plt., Plh.) he holds the office, in another's name (a.n., u.b.) he does not. */
export const standIns = ["plt", "plh", "an", "ub"] as const satisfies readonly StandIn[]

/** The papers that a mandate may rest on: a decree, or a power of attorney. */
export const basisKinds = ["sk", "surat_kuasa"] as const satisfies readonly MandateTable["basisKind"][]
