import type { LocalDate } from "../kernel/clock.ts"
import type { Instrument } from "./mandate-kinds.ts"
import type { Mandate } from "./mandate-queries.server.ts"

type Term = Pick<Mandate, "status" | "validFrom" | "validUntil">

/** Why a mandate gives no power, in the order in which a holder would have to mend it: the last is nearest to power. */
export const mandateObstacles = [
  "refused",
  "ended",
  "headOnly",
  "scope",
  "expired",
  "notYet",
  "unverified",
  "organisationUnverified",
] as const
export type MandateObstacle = (typeof mandateObstacles)[number]

/**
 * Why a mandate does not let its holder sign `instrument` on `day`; null where it does. A Kesepakatan Bersama is signed
 * by the head of region, or by whoever holds that office for a time (Plt., Plh.), never in his name (a.n., u.b.).
 */
export function mandateObstacle(
  mandate: Term & Pick<Mandate, "instruments" | "officeKind" | "standIn" | "organisationVerified">,
  instrument: Instrument,
  day: LocalDate,
): MandateObstacle | null {
  const { status, officeKind, standIn, instruments, validFrom, validUntil } = mandate
  if (status === "refused" || status === "ended") return status
  const head = officeKind === "head_of_region" && standIn !== "an" && standIn !== "ub"
  if (instrument === "kesepakatan_bersama" && !head) return "headOnly"
  if (!instruments.includes(instrument)) return "scope"
  if (validUntil !== null && validUntil < day) return "expired"
  if (validFrom > day) return "notYet"
  if (status === "entered") return "unverified"
  return mandate.organisationVerified ? null : "organisationUnverified"
}
