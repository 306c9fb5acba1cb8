import type { StandIn } from "#db/schema.ts"

const before: Readonly<Record<StandIn, string>> = { plt: "Plt.", plh: "Plh.", an: "a.n.", ub: "u.b." }

/** An office as it is written before a name: "Plt. Wali Kota Magelang". */
export const officeText = ({ office, standIn }: { office: string; standIn: StandIn | null }): string =>
  standIn ? `${before[standIn]} ${office}` : office
