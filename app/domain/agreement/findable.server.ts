import type { FindableReader } from "../search/findable.ts"
import { readContent } from "./draft.server.ts"
import { partiesOf, visibleAgreements } from "./queries.server.ts"

/** Agreements in force or lapsed, with their parties and the words of the sealed text. Three queries. */
export const findableAgreements: FindableReader = {
  async read(ctx, id) {
    const agreement = await visibleAgreements(ctx)
      .selectAll("agreement")
      .where("agreement.id", "=", id)
      .executeTakeFirst()
    if (!agreement) return null
    const parties = await partiesOf(ctx.db, [id])
    const version = await ctx.db
      .selectFrom("agreementVersion as version")
      .innerJoin("agreementDocument as document", (join) =>
        join
          .onRef("document.agreementId", "=", "version.agreementId")
          .onRef("document.versionNumber", "=", "version.number"),
      )
      .select(["version.title", "version.text", "version.particulars"])
      .where("version.agreementId", "=", id)
      .where("document.voidedAt", "is", null)
      .executeTakeFirst()
    const clauses = version ? readContent(version).text.clauses : []
    return {
      key: agreement.code,
      title: agreement.title,
      context: [...parties.map(({ organisationName }) => organisationName), agreement.place],
      hidden: ["kesepakatan perjanjian", ...parties.flatMap(({ regionName, number }) => [regionName, number])],
      body: clauses.map(({ title, body }) => `${title}. ${body.replaceAll("*", "")}`).join("\n\n"),
      status: agreement.status,
      strands: ["G"],
      regionCodes: parties.map(({ regionCode }) => regionCode),
      organisationIds: parties.map(({ organisationId }) => organisationId),
      at: agreement.inForceAt,
      demo: agreement.demoSince !== null,
    }
  },
  async ids(ctx, after, limit) {
    const rows = await visibleAgreements(ctx)
      .select("agreement.id")
      .where("agreement.id", ">", after)
      .orderBy("agreement.id")
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
}
