/** Longest entries, in UTF-16 code units as `maxlength` in a form counts them; `listItems` counts lines. */
export const agreementLimits = {
  title: 300,
  place: 160,
  object: 500,
  listItem: 500,
  listItems: 30,
  note: 2_000,
  reason: 1_000,
  number: 60,
} as const
