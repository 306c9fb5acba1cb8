import { scaledDecimal } from "./decimals.ts"

export type OutcomeProgress = {
  /** 0 at the baseline or on the wrong side of it, 1 at the target, more beyond it. */
  readonly fraction: number
  /** Which way the target lies from the baseline. */
  readonly direction: "up" | "down"
  readonly reached: boolean
  /** The value has moved away from the target, to the other side of the baseline. */
  readonly away: boolean
}

const parts = 1_000_000n

/**
 * How far a value has come from the baseline towards the target, whichever way that lies. All three are canonical
 * decimal text; where baseline and target are the same there is no way to go and it throws.
 */
export function outcomeProgress({
  baseline,
  target,
  value,
}: {
  readonly baseline: string
  readonly target: string
  readonly value: string
}): OutcomeProgress {
  const from = scaledDecimal(baseline)
  const way = scaledDecimal(target) - from
  if (way === 0n) throw new Error("An outcome whose target is its baseline")
  const come = scaledDecimal(value) - from
  const share = (come * parts) / way
  const away = (come > 0n && way < 0n) || (come < 0n && way > 0n)
  return {
    // Division of whole numbers cuts off, so just short of the target is never shown as reached.
    fraction: away ? 0 : Number(share) / Number(parts),
    direction: way > 0n ? "up" : "down",
    reached: share >= parts,
    away,
  }
}
