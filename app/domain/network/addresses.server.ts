import { sql } from "kysely"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** Kinds of things that have a public page each. */
export const addressKinds = ["agreements", "initiatives", "needs", "organisations", "programmes", "regions"] as const
export type AddressKind = (typeof addressKinds)[number]

export const isAddressKind = (word: string): word is AddressKind => addressKinds.some((kind) => kind === word)

/** What stands in the page's address, and when its facts last changed (null where they do not). */
export type Address = { readonly key: string; readonly changedAt: string | null }

/** Addresses in one file of the site map; the protocol allows 50,000. */
export const addressesPerFile = 10_000

type Source = { readonly id: string; readonly key: string; readonly changedAt: string | null }

/** Every public thing of a kind. The conditions are those of its public list. */
function sourceOf({ db }: Ctx, kind: AddressKind) {
  const nothing = sql<string | null>`null`
  switch (kind) {
    case "agreements":
      return db
        .selectFrom("agreement")
        .select(["id", "code as key", "updatedAt as changedAt"])
        .where("status", "in", ["in_force", "lapsed"])
        .$castTo<Source>()
    case "initiatives":
      return db
        .selectFrom("initiative")
        .select(["id", "slug as key", "updatedAt as changedAt"])
        .where("publishedAt", "is not", null)
        .$castTo<Source>()
    case "needs":
      return db
        .selectFrom("need")
        .select(["id", "slug as key", "updatedAt as changedAt"])
        .where("publishedAt", "is not", null)
        .$castTo<Source>()
    case "organisations":
      return db
        .selectFrom("organisation")
        .select(["id", "slug as key", "updatedAt as changedAt"])
        .where("status", "=", "verified")
        .$castTo<Source>()
    case "programmes":
      return db
        .selectFrom("programme")
        .select(["id", "slug as key", "updatedAt as changedAt"])
        .where("publishedAt", "is not", null)
        .$castTo<Source>()
    case "regions":
      return db
        .selectFrom("region")
        .select(["code as id", "code as key", nothing.as("changedAt")])
        .$castTo<Source>()
  }
}

/** The public addresses of one file: those of `kind` from `from` on (its own id; empty for the first), in order of id. */
export async function publicAddresses(ctx: Ctx, kind: AddressKind, from: string): Promise<Address[]> {
  authorize(ctx.actor, "network.browse")
  const rows = await ctx.db
    .selectFrom(sourceOf(ctx, kind).as("thing"))
    .select(["thing.key", "thing.changedAt"])
    .where("thing.id", ">=", from)
    .orderBy("thing.id")
    .limit(addressesPerFile)
    .execute()
  return rows
}

/** Where each file of a kind begins: the first id of every `addressesPerFile`. Empty where there is nothing. */
export async function addressFiles(ctx: Ctx, kind: AddressKind): Promise<string[]> {
  authorize(ctx.actor, "network.browse")
  const rows = await ctx.db
    .selectFrom((eb) =>
      eb
        .selectFrom(sourceOf(ctx, kind).as("thing"))
        .select("thing.id")
        .select((inner) =>
          inner.fn
            .agg<number>("row_number")
            .over((over) => over.orderBy("thing.id"))
            .as("place"),
        )
        .as("numbered"),
    )
    .select("numbered.id")
    .where(sql<boolean>`(${sql.ref("numbered.place")} - 1) % ${sql.lit(addressesPerFile)} = 0`)
    .orderBy("numbered.id")
    .execute()
  return rows.map(({ id }) => id)
}
