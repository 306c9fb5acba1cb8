import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from "kysely"
import { countAll } from "#db/portable.ts"
import type { Schema } from "#db/schema.ts"
import { type TimelineEvent, timelineOf } from "../audit/timeline.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { documentsOf, type LockedDocument, liveDocument } from "./documents.server.ts"
import { type Party, publicStates } from "./parties.ts"
import { type Agreement, getAgreement, partiesOf } from "./queries.server.ts"
import { encodeCursor, type RegisterFilter, searchWords } from "./register-filter.ts"
import { type Seal, sealsOf } from "./seals.server.ts"

/** One agreement in the public register. */
export type RegisterEntry = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly status: "in_force" | "lapsed"
  readonly place: string
  readonly signingDate: string | null
  readonly periodFrom: string | null
  readonly periodUntil: string | null
  readonly inForceAt: string
  readonly updatedAt: string
  readonly demo: boolean
  readonly parties: readonly Party[]
}

export type RegisterPage = {
  readonly entries: readonly RegisterEntry[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  /** Of all pages. */
  readonly count: number
}

/** The agreements of the public register that a filter asks for; the cursor and the limit aside. */
export const matchingAgreements = (ctx: Pick<Ctx, "db">, filter: RegisterFilter) =>
  ctx.db.selectFrom("agreement").where((eb) => eb.and(conditions(eb, filter)))

/** The public register, newest in force first, in pages by key. Three queries. */
export async function listPublicAgreements(ctx: Ctx, filter: RegisterFilter): Promise<RegisterPage> {
  authorize(ctx.actor, "agreement.browse")
  const matching = matchingAgreements(ctx, filter)
  const rows = await matching
    .selectAll("agreement")
    .$if(filter.cursor !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple("agreement.inForceAt", "agreement.id"),
          "<",
          tuple(filter.cursor?.inForceAt ?? "", filter.cursor?.id ?? ""),
        ),
      ),
    )
    .orderBy("agreement.inForceAt", "desc")
    .orderBy("agreement.id", "desc")
    .limit(filter.limit + 1)
    .execute()
  const { count } = await matching.select(countAll().as("count")).executeTakeFirstOrThrow()
  const shown = rows.slice(0, filter.limit)
  const parties = await partiesOf(
    ctx.db,
    shown.map(({ id }) => id),
  )
  const entries = shown.map((row) =>
    entryOf(
      row,
      parties.filter(({ agreementId }) => agreementId === row.id),
    ),
  )
  const last = entries.at(-1)
  return { entries, next: rows.length > filter.limit && last ? encodeCursor(last) : null, count }
}

type Row = Pick<
  Agreement,
  | "id"
  | "code"
  | "title"
  | "status"
  | "place"
  | "signingDate"
  | "periodFrom"
  | "periodUntil"
  | "inForceAt"
  | "updatedAt"
  | "demoSince"
>

function entryOf(row: Row, parties: readonly Party[]): RegisterEntry {
  if (row.inForceAt === null || (row.status !== "in_force" && row.status !== "lapsed"))
    throw new Error(`Agreement ${row.code} is not public`)
  const { id, code, title, status, place, signingDate, periodFrom, periodUntil, inForceAt, updatedAt } = row
  return {
    ...{ id, code, title, status, place, signingDate, periodFrom, periodUntil, inForceAt, updatedAt },
    demo: row.demoSince !== null,
    parties,
  }
}

const escapeLike = (word: string): string => word.replace(/[\\%_]/g, "\\$&")

function conditions(
  eb: ExpressionBuilder<Schema, "agreement">,
  filter: RegisterFilter,
): ExpressionWrapper<Schema, "agreement", SqlBool>[] {
  const all = [eb("agreement.status", "in", filter.status === null ? publicStates : [filter.status])]
  const party = () =>
    eb
      .selectFrom("agreementParty")
      .innerJoin("region", "region.code", "agreementParty.regionCode")
      .innerJoin("organisation", "organisation.id", "agreementParty.organisationId")
      .select("agreementParty.id")
      .whereRef("agreementParty.agreementId", "=", "agreement.id")
  const { region, organisationId, year } = filter
  if (organisationId !== undefined)
    all.push(eb.exists(party().where("agreementParty.organisationId", "=", organisationId)))
  if (region !== null)
    all.push(
      eb.exists(
        party().where((inner) =>
          inner.or([inner("region.code", "=", region), inner("region.provinceCode", "=", region)]),
        ),
      ),
    )
  if (year !== null)
    all.push(
      eb.and([eb("agreement.signingDate", ">=", `${year}-01-01`), eb("agreement.signingDate", "<=", `${year}-12-31`)]),
    )
  for (const word of searchWords(filter.q)) {
    const like = (column: string) => sql<SqlBool>`lower(${sql.ref(column)}) like ${`%${escapeLike(word)}%`} escape '\\'`
    all.push(
      eb.or([
        like("agreement.title"),
        like("agreement.code"),
        eb.exists(
          party().where((inner) =>
            inner.or([like("agreementParty.number"), like("region.name"), like("organisation.name")]),
          ),
        ),
      ]),
    )
  }
  return all
}

/** A public agreement with all that is public about it. */
export type PublicAgreement = RegisterEntry & {
  readonly document: LockedDocument
  readonly seals: readonly Seal[]
  /** Milestones only, without the names of those who drafted. */
  readonly milestones: readonly Pick<TimelineEvent, "type" | "at" | "hash" | "data">[]
}

const milestoneTypes: readonly string[] = [
  "agreement.agreed",
  "agreement.locked",
  "agreement.sealed",
  "agreement.entered_into_force",
  "agreement.lapsed",
]

/** One agreement of the register. Not found unless it is in force or has lapsed, whoever asks. Five queries. */
export async function getPublicAgreement(ctx: Ctx, code: string): Promise<PublicAgreement> {
  authorize(ctx.actor, "agreement.browse")
  const agreement = await getAgreement(ctx, code)
  if (!publicStates.includes(agreement.status)) throw notFound()
  const document = liveDocument(await documentsOf(ctx, agreement))
  if (!document) throw new Error(`Agreement ${code} is public without a document`)
  const seals = await sealsOf(ctx.db, [agreement.id])
  const events = await timelineOf(ctx.db, "agreement", agreement.id)
  return {
    ...entryOf(agreement, agreement.parties),
    document,
    seals,
    milestones: events
      .filter(({ type }) => milestoneTypes.includes(type))
      .map(({ type, at, hash, data }) => ({ type, at, hash, data })),
  }
}

/** What the register can be filtered by: the regions and years that occur in it. */
export type RegisterChoices = {
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly years: readonly number[]
}

/** The regions (with the provinces they lie in) and the years of signing that the register holds. Two queries. */
export async function registerChoices(ctx: Ctx): Promise<RegisterChoices> {
  authorize(ctx.actor, "agreement.browse")
  const regions = await ctx.db
    .selectFrom("region")
    .select(["region.code", "region.name"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("agreementParty")
          .innerJoin("agreement", "agreement.id", "agreementParty.agreementId")
          .innerJoin("region as home", "home.code", "agreementParty.regionCode")
          .select("agreementParty.id")
          .where("agreement.status", "in", publicStates)
          .where((inner) =>
            inner.or([
              inner("home.code", "=", inner.ref("region.code")),
              inner("home.provinceCode", "=", inner.ref("region.code")),
            ]),
          ),
      ),
    )
    .orderBy("region.code")
    .execute()
  const years = await ctx.db
    .selectFrom("agreement")
    .select(sql<string>`substr(signing_date, 1, 4)`.as("year"))
    .distinct()
    .where("status", "in", publicStates)
    .where("signingDate", "is not", null)
    .orderBy("year", "desc")
    .execute()
  return { regions, years: years.map(({ year }) => Number(year)) }
}
