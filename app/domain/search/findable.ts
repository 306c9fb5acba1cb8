import type { Strand } from "#db/schema.ts"
import type { Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { SearchKind } from "./kinds.ts"

/** One thing that everybody may see, as its noun tells it to the search. No accounts, learners or contacts. */
export type Findable = {
  /** What its address ends with: slug, code. */
  readonly key: string
  readonly title: string
  /** Names around it: parties, places, affairs. Shown as one line; what is empty is left out. */
  readonly context: readonly string[]
  /** Further words that find it and are not shown. */
  readonly hidden?: readonly string[]
  /** Its text; empty where it has none. */
  readonly body: string
  readonly status: string
  readonly strands: readonly Strand[]
  /** Regions that it belongs to; their provinces are added. */
  readonly regionCodes: readonly string[]
  /** Organisations that it names: when one of them changes, it is read again. */
  readonly organisationIds: readonly string[]
  /** When it was published; null where nothing is dated. Newer entries come first. */
  readonly at: Instant | null
  readonly demo: boolean
  /** Of what is written in one language and found by its readers alone. */
  readonly language?: "id" | "en"
}

/** How the search reads one kind. It asks as a visitor does, so what is not public is null to it. */
export type FindableReader = {
  read(ctx: Ctx, id: string): Promise<Findable | null>
  /** Ids of everything of this kind that may be public, after `after`, in the order of ids. */
  ids(ctx: Ctx, after: string, limit: number): Promise<string[]>
  /** Of what comes with the program and not by acts of people: another number when any of it is another. */
  edition?(): number
}

export type FindableReaders = Readonly<Record<SearchKind, FindableReader>>
