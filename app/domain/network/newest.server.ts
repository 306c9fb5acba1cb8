import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** One public event, with the words and the key of the page that tells more. */
export type News = {
  readonly kind: "agreement" | "update" | "measure" | "need"
  readonly id: string
  readonly at: string
  readonly title: string
  /** Who stands behind it: organisation or regions. */
  readonly by: string
  /** Slug or code of the initiative, need or agreement. */
  readonly key: string
  /** The initiative that an update or a measure belongs to. */
  readonly of: string | null
}

/** The newest public events of all kinds, at most `most`. Four queries. */
export async function newestEvents(ctx: Ctx, most: number): Promise<News[]> {
  authorize(ctx.actor, "network.browse")
  const found = [
    ...(await newestAgreements(ctx, most)),
    ...(await newestUpdates(ctx, most)),
    ...(await newestMeasures(ctx, most)),
    ...(await newestNeeds(ctx, most)),
  ]
  return found.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1)).slice(0, most)
}

async function newestAgreements({ db }: Ctx, most: number): Promise<News[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("agreement")
        .select(["id", "code", "title", "inForceAt"])
        .where("inForceAt", "is not", null)
        .where("status", "in", ["in_force", "lapsed"])
        .orderBy("inForceAt", "desc")
        .orderBy("id", "desc")
        .limit(most)
        .as("newest"),
    )
    .innerJoin("agreementParty", "agreementParty.agreementId", "newest.id")
    .innerJoin("region", "region.code", "agreementParty.regionCode")
    .select(["newest.id", "newest.code", "newest.title", "newest.inForceAt", "region.name"])
    .orderBy("newest.id")
    .orderBy("agreementParty.ordinal")
    .execute()
  const news = new Map<string, News>()
  for (const { id, code, title, inForceAt, name } of rows) {
    const known = news.get(id)
    const by = known ? `${known.by} – ${name}` : name
    news.set(id, { kind: "agreement", id, at: inForceAt ?? "", title, by, key: code, of: null })
  }
  return [...news.values()]
}

async function newestUpdates({ db }: Ctx, most: number): Promise<News[]> {
  const rows = await db
    .selectFrom("initiativeUpdate as update")
    .innerJoin("initiative", "initiative.id", "update.initiativeId")
    .innerJoin("organisation", "organisation.id", "update.organisationId")
    .select(["update.id", "update.title", "update.publishedAt", "organisation.name"])
    .select(["initiative.slug", "initiative.title as of"])
    .where("initiative.publishedAt", "is not", null)
    .where("update.withdrawnAt", "is", null)
    .orderBy("update.publishedAt", "desc")
    .orderBy("update.id", "desc")
    .limit(most)
    .execute()
  return rows.map(({ id, title, publishedAt, name, slug, of }) => ({
    ...{ kind: "update" as const, id, at: publishedAt, title, by: name, key: slug, of },
  }))
}

async function newestMeasures({ db }: Ctx, most: number): Promise<News[]> {
  const rows = await db
    .selectFrom("outcomeMeasure as measure")
    .innerJoin("outcome", "outcome.id", "measure.outcomeId")
    .innerJoin("initiative", "initiative.id", "outcome.initiativeId")
    .innerJoin("organisation", "organisation.id", "initiative.leadOrganisationId")
    .select(["measure.id", "measure.createdAt", "outcome.id as outcomeId", "outcome.indicator", "organisation.name"])
    .select(["initiative.slug", "initiative.title as of"])
    .where("initiative.publishedAt", "is not", null)
    .where("outcome.droppedAt", "is", null)
    .where("measure.struckAt", "is", null)
    .orderBy("measure.createdAt", "desc")
    .orderBy("measure.id", "desc")
    .limit(2 * most)
    .execute()
  // An outcome that was measured several times in a row is news once.
  const once = rows.filter(({ outcomeId }, at) => rows.findIndex((row) => row.outcomeId === outcomeId) === at)
  return once.map(({ id, createdAt, indicator, name, slug, of }) => ({
    ...{ kind: "measure" as const, id, at: createdAt, title: indicator, by: name, key: slug, of },
  }))
}

async function newestNeeds({ db }: Ctx, most: number): Promise<News[]> {
  const rows = await db
    .selectFrom("need")
    .innerJoin("organisation", "organisation.id", "need.organisationId")
    .select(["need.id", "need.title", "need.slug", "need.publishedAt", "organisation.name"])
    .where("need.publishedAt", "is not", null)
    .orderBy("need.publishedAt", "desc")
    .orderBy("need.id", "desc")
    .limit(most)
    .execute()
  return rows.map(({ id, title, slug, publishedAt, name }) => ({
    ...{ kind: "need" as const, id, at: publishedAt ?? "", title, by: name, key: slug, of: null },
  }))
}
