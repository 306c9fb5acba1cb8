import { affairWords } from "../proposal/affair-words.ts"
import { readAffair } from "../proposal/affairs.ts"
import type { FindableReader } from "../search/findable.ts"
import { milestonesOf, outcomesOf, updatesOf } from "./detail.server.ts"
import { visibleInitiatives } from "./queries.server.ts"

/** Published initiatives, with who takes part now, what they report and what they measure. Six queries. */
export const findableInitiatives: FindableReader = {
  async read(ctx, id) {
    const initiative = await visibleInitiatives(ctx)
      .innerJoin("region", "region.code", "initiative.regionCode")
      .selectAll("initiative")
      .select("region.name as regionName")
      .where("initiative.id", "=", id)
      .executeTakeFirst()
    if (!initiative) return null
    const partners = await ctx.db
      .selectFrom("initiativePartner")
      .innerJoin("organisation", "organisation.id", "initiativePartner.organisationId")
      .select(["organisation.id", "organisation.name", "organisation.strand", "initiativePartner.part"])
      .where("initiativePartner.initiativeId", "=", id)
      .where("initiativePartner.leftAt", "is", null)
      .orderBy("initiativePartner.id")
      .execute()
    const updates = await updatesOf(ctx.db, id)
    const outcomes = await outcomesOf(ctx.db, id)
    const milestones = await milestonesOf(ctx.db, id)
    const lead = partners.find((partner) => partner.id === initiative.leadOrganisationId)
    return {
      key: initiative.slug,
      title: initiative.title,
      context: [lead?.name ?? "", initiative.place, initiative.regionName],
      hidden: ["inisiatif", affairWords[readAffair(initiative.affair)], ...partners.map(({ name }) => name)],
      body: [
        ...[initiative.summary, initiative.story, initiative.sequel],
        ...partners.map(({ part }) => part),
        ...outcomes.flatMap(({ indicator, unit, source }) => [indicator, unit, source]),
        ...milestones.flatMap(({ title, note }) => [title, note]),
        ...updates.flatMap(({ title, body, picture }) => [title, body, picture?.alt ?? ""]),
      ]
        .filter((part) => part !== "")
        .join("\n\n"),
      status: initiative.status,
      strands: partners.map(({ strand }) => strand),
      regionCodes: [initiative.regionCode],
      organisationIds: partners.map((partner) => partner.id),
      at: initiative.publishedAt,
      demo: initiative.demoSince !== null,
    }
  },
  async ids(ctx, after, limit) {
    const rows = await visibleInitiatives(ctx)
      .select("initiative.id")
      .where("initiative.id", ">", after)
      .orderBy("initiative.id")
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
}
