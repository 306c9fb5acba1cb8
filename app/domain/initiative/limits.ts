/** Longest entries, in UTF-16 code units as `maxlength` in a form counts them; the last rows count things. */
export const initiativeLimits = {
  title: 140,
  summary: 600,
  /** A small Markdown text: the subset of `agreement/text/tokens.ts`. */
  story: 8_000,
  place: 160,
  part: 160,
  reason: 1_000,
  sequel: 4_000,
  milestone: 140,
  note: 600,
  indicator: 160,
  unit: 40,
  source: 200,
  /** A number as somebody types it, with separators. */
  numberTyped: 40,
  updateTitle: 140,
  update: 6_000,
  alt: 200,
  proposals: 20,
  milestones: 40,
  outcomes: 20,
  measures: 200,
  updates: 200,
} as const

/** A picture of an update. */
export const pictureLimits = {
  /** Bytes of what is handed in. */
  bytes: 10_000_000,
  /** Pixels of what is handed in: a small file may unpack to a very large picture. */
  pixels: 40_000_000,
  /** Longest side of what is kept. */
  side: 1_600,
} as const

/** Entries on one page of a list. */
export const initiativePage = 20
