import { type RawBuilder, sql } from "kysely"
import { publicStates } from "../agreement/parties.ts"
import type { Ctx } from "../kernel/context.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"

/** Public pages that are rows of the database, by kind. */
export const sitemapKinds = ["agreement", "initiative", "need", "programme", "organisation", "region"] as const
export type SitemapKind = (typeof sitemapKinds)[number]

/** One page: the word its address ends with, and when it last changed; null where that is not known. */
export type SitemapEntry = { readonly name: string; readonly changedAt: string | null }

/** Entries of one part. Each stands there in both languages, and a part is to stay well below 50,000 addresses and 50 MB. */
export const sitemapPart = 1000

type Source = {
  /** What an index serves the order of, before the key itself. */
  readonly order: string
  readonly key: string
  readonly name: string
  readonly changes: readonly RawBuilder<string | null>[]
  /** What the index alone can tell of who is in it. */
  readonly listed: RawBuilder<boolean>
  readonly visible?: RawBuilder<boolean>
}

const updatedAt = sql<string | null>`updated_at`

const sources: Readonly<Record<SitemapKind, Source>> = {
  agreement: {
    ...{ order: "in_force_at", key: "id", name: "code", changes: [updatedAt] },
    listed: sql`in_force_at is not null`,
    visible: sql`status in (${sql.join([...publicStates])})`,
  },
  initiative: {
    ...{ order: "published_at", key: "id", name: "slug", changes: [updatedAt] },
    listed: sql`published_at is not null`,
  },
  need: {
    ...{ order: "published_at", key: "id", name: "slug", changes: [updatedAt] },
    listed: sql`published_at is not null`,
  },
  programme: {
    ...{ order: "published_at", key: "id", name: "slug" },
    changes: [
      updatedAt,
      sql`(select max(coalesce(ended_at, created_at)) from cohort where programme_id = programme.id)`,
      sql`(select max(updated_at) from learning_session where cohort_id in (select id from cohort where programme_id = programme.id))`,
    ],
    listed: sql`published_at is not null`,
  },
  organisation: {
    ...{ order: "name", key: "id", name: "slug", changes: [updatedAt] },
    listed: sql`status = 'verified'`,
  },
  region: { ...{ order: "code", key: "code", name: "code", changes: [] }, listed: sql`true` },
}

/**
 * Where each part of a kind begins, as the words that `sitemapEntries` takes; none where nothing of it is public.
 * One pass over the index that serves the order.
 */
export async function sitemapParts(ctx: Pick<Ctx, "db">, kind: SitemapKind): Promise<string[]> {
  const { order, key, listed } = sources[kind]
  const { rows } = await sql<{ at: string; key: string }>`
    select at, id as key
    from (
      select ${sql.ref(order)} as at, ${sql.ref(key)} as id,
        row_number() over (order by ${sql.ref(order)}, ${sql.ref(key)}) as place
      from ${sql.table(kind)} where ${listed}
    ) as numbered
    where (place - 1) % ${sql.lit(sitemapPart)} = 0
    order by place`.execute(ctx.db)
  return rows.map((row) => encodeCursor([row.at, row.key]))
}

/** The public pages of a kind from where a part begins, at most `sitemapPart`; null for a word that begins none. */
export async function sitemapEntries(
  ctx: Pick<Ctx, "db">,
  kind: SitemapKind,
  from: string,
): Promise<SitemapEntry[] | null> {
  const start = decodeCursor(from, 2)
  if (!start) return null
  const { order, key, name, changes, listed, visible } = sources[kind]
  const { rows } = await sql<{ word: string } & Record<"first" | "second" | "third", string | null>>`
    select ${sql.ref(name)} as word, ${changes[0] ?? sql`null`} as first, ${changes[1] ?? sql`null`} as second,
      ${changes[2] ?? sql`null`} as third
    from ${sql.table(kind)}
    where ${listed} and ${visible ?? sql`true`}
      and (${sql.ref(order)}, ${sql.ref(key)}) >= (${start[0]}, ${start[1]})
    order by ${sql.ref(order)}, ${sql.ref(key)}
    limit ${sql.lit(sitemapPart)}`.execute(ctx.db)
  return rows.map(({ word, first, second, third }) => ({
    name: word,
    changedAt: [first, second, third].reduce((newest, at) => (at !== null && at > (newest ?? "") ? at : newest), null),
  }))
}
