import { type SelectQueryBuilder, sql } from "kysely"
import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { mostCounted } from "./limits.ts"

/** How many rows match, counted up to one more than `mostCounted`: a long list must not cost its length. */
export async function countUpTo<Tables, From extends keyof Tables>(
  ctx: Pick<Ctx, "db">,
  matching: SelectQueryBuilder<Tables, From, object>,
): Promise<number> {
  const { count } = await ctx.db
    .selectFrom(
      matching
        .clearSelect()
        .select(sql<number>`1`.as("one"))
        .limit(mostCounted + 1)
        .as("some"),
    )
    .select(countAll().as("count"))
    .executeTakeFirstOrThrow()
  return count
}
