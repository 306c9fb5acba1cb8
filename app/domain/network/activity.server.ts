import { sql } from "kysely"
import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** What goes on in a region: verified partners that sit there, published initiatives, agreements in force. */
export type Activity = { readonly partners: number; readonly initiatives: number; readonly agreements: number }

/** The activity of each of the regions under `codes`; those without any are left out. One query. */
export async function activityIn(ctx: Ctx, codes: readonly string[]): Promise<ReadonlyMap<string, Activity>> {
  authorize(ctx.actor, "network.browse")
  const activity = new Map<string, Activity>()
  if (codes.length === 0) return activity
  const { db } = ctx
  const kind = (name: keyof Activity) => sql<keyof Activity>`${sql.lit(name)}`.as("kind")
  const rows = await db
    .selectFrom("organisation")
    .select(["regionCode as code", kind("partners"), countAll().as("n")])
    .where("status", "=", "verified")
    .where("regionCode", "in", codes)
    .groupBy("regionCode")
    .unionAll(
      db
        .selectFrom("initiative")
        .select(["regionCode as code", kind("initiatives"), countAll().as("n")])
        .where("publishedAt", "is not", null)
        .where("regionCode", "in", codes)
        .groupBy("regionCode"),
    )
    .unionAll(
      db
        .selectFrom("agreementParty")
        .innerJoin("agreement", "agreement.id", "agreementParty.agreementId")
        .select(["agreementParty.regionCode as code", kind("agreements"), countAll().as("n")])
        .where("agreement.status", "=", "in_force")
        .where("agreementParty.regionCode", "in", codes)
        .groupBy("agreementParty.regionCode"),
    )
    .execute()
  for (const { code, kind, n } of rows) {
    const known = activity.get(code) ?? { partners: 0, initiatives: 0, agreements: 0 }
    activity.set(code, { ...known, [kind]: n })
  }
  return activity
}
