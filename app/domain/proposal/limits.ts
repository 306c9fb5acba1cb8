/** Longest entries, in UTF-16 code units as `maxlength` in a form counts them; the last rows count things. */
export const proposalLimits = {
  title: 140,
  problem: 4_000,
  place: 160,
  summary: 600,
  plan: 8_000,
  contribution: 300,
  /** An amount as somebody types it, with points and "Rp". */
  amountTyped: 40,
  /** Rupiah. */
  amount: 1_000_000_000_000_000,
  point: 2_000,
  answer: 2_000,
  part: 160,
  reason: 1_000,
  contributions: 12,
  points: 20,
  files: 8,
} as const

/** Entries on one page of a list. */
export const proposalPage = 20
/** Up to this number a list counts exactly; beyond it the page says "more than". */
export const mostCounted = 1_000
