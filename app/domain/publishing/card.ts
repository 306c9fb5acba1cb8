/** The picture that goes with a shared link to a public page. */
export type Card = {
  /** What the page is, in a word or two. */
  readonly kind: string
  readonly title: string
  /** Who and when, in one line. */
  readonly facts: string
  /** Words that keep a sample from passing for the real thing; null for what is real. */
  readonly demo: string | null
}

export const cardSize = { width: 1200, height: 630 } as const
