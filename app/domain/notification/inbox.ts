import type { Instant, LocalDate } from "../kernel/clock.ts"

/**
 * Something that waits for the reader in the role he acts in. The words and the address are made by the page from
 * `kind` (`agreement.approve`, …), `title` and `ids`.
 */
export type InboxEntry = {
  readonly kind: string
  /** Name of the thing that waits: an agreement's title, an organisation's name. */
  readonly title: string
  /** What the sentence needs beside it, e.g. the other region. */
  readonly values: Readonly<Record<string, string>>
  /** What the address needs: `code` of an agreement, `id` of others. */
  readonly ids: Readonly<Record<string, string>>
  readonly since: Instant
  /** Day by which it is wanted, where there is one. */
  readonly due?: LocalDate
}
