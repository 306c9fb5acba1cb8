import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely"
import type { Schema, Strand } from "#db/schema.ts"
import { publicStates } from "../agreement/parties.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** One public thing that an organisation and a region do or did together. */
export type Tie = {
  readonly kind: "agreement" | "programme" | "initiative" | "proposal"
  /** Code or slug of its public page; an accepted proposal has the slug of the need it answers, or none. */
  readonly key: string | null
  readonly title: string
  /** A status of its kind that the public may know. */
  readonly status: string
  /** The instant from which on it holds. */
  readonly since: string
}

/** An organisation that works with a region, with all they share, the newest first. */
export type Counterpart = {
  readonly slug: string
  readonly name: string
  readonly strand: Strand
  /** Only a verified organisation has a public page. */
  readonly verified: boolean
  readonly ties: readonly Tie[]
}

/** A region that an organisation works with, with all they share, the newest first. */
export type WorkedWith = { readonly code: string; readonly name: string; readonly ties: readonly Tie[] }

/** `whole` is false where more is shared than one page tells; what is left out is the oldest. */
export type TiesOf<Other> = { readonly others: readonly Other[]; readonly whole: boolean }

/** Ties that one page tells at most. */
export const mostTies = 200

/**
 * Who works with the regions under `codes` (a province together with the regions in it), on what: the other party of
 * agreements that are or were in force, the other side of opened learning exchanges, those who take part in published
 * initiatives, and those whose proposals were accepted. The government of a region is no counterpart of its own
 * region, nor the government of `codes[0]` of any. The one with the newest tie comes first. One query.
 */
export async function counterpartsOf(ctx: Ctx, codes: readonly [string, ...string[]]): Promise<TiesOf<Counterpart>> {
  authorize(ctx.actor, "network.browse")
  const within = (region: Expression<string>) => expressionBuilder<Schema>()(region, "in", codes)
  const rows = await ctx.db
    .selectFrom(allTies(ctx, within).as("tie"))
    .innerJoin("organisation", "organisation.id", "tie.organisationId")
    .select(["tie.kind", "tie.key", "tie.title", "tie.status", "tie.since"])
    .select(["organisation.slug", "organisation.name", "organisation.strand", "organisation.status as standing"])
    .distinct()
    .where((eb) =>
      eb.or([
        eb("organisation.governsRegionCode", "is", null),
        eb.and([
          eb("organisation.governsRegionCode", "!=", codes[0]),
          eb("organisation.governsRegionCode", "!=", eb.ref("tie.regionCode")),
        ]),
      ]),
    )
    .orderBy("tie.since", "desc")
    .orderBy("organisation.slug")
    .orderBy("tie.title")
    .limit(mostTies + 1)
    .execute()
  return grouped(rows, ({ slug, name, strand, standing }) => ({
    ...{ id: slug, slug, name, strand },
    verified: standing === "verified",
  }))
}

/** The regions that an organisation works with, on what; counted like `counterpartsOf`. One query. */
export async function regionsWorkedWith(ctx: Ctx, organisationId: string): Promise<TiesOf<WorkedWith>> {
  authorize(ctx.actor, "network.browse")
  const own = (_: Expression<string>, organisation: Expression<string>) =>
    expressionBuilder<Schema>()(organisation, "=", organisationId)
  const rows = await ctx.db
    .selectFrom(allTies(ctx, own).as("tie"))
    .innerJoin("organisation", "organisation.id", "tie.organisationId")
    .innerJoin("region", "region.code", "tie.regionCode")
    .select(["tie.kind", "tie.key", "tie.title", "tie.status", "tie.since", "region.code", "region.name"])
    .distinct()
    .where((eb) =>
      eb.or([
        eb("organisation.governsRegionCode", "is", null),
        eb("organisation.governsRegionCode", "!=", eb.ref("tie.regionCode")),
      ]),
    )
    .orderBy("tie.since", "desc")
    .orderBy("region.code")
    .orderBy("tie.title")
    .limit(mostTies + 1)
    .execute()
  return grouped(rows, ({ code, name }) => ({ id: code, code, name }))
}

type Wanted = (region: Expression<string>, organisation: Expression<string>) => Expression<SqlBool>

/**
 * Every public pair of organisation and region, by what ties them. `wanted` stands in each part for itself, so that a
 * database begins with the few rows it asks for.
 */
function allTies({ db }: Ctx, wanted: Wanted) {
  const kind = (name: Tie["kind"]) => sql<Tie["kind"]>`${sql.lit(name)}`.as("kind")
  const agreements = db
    .selectFrom("agreementParty as own")
    .innerJoin("agreement", "agreement.id", "own.agreementId")
    .innerJoin("agreementParty as other", (join) =>
      join.onRef("other.agreementId", "=", "own.agreementId").onRef("other.id", "!=", "own.id"),
    )
    .select(["own.regionCode", "other.organisationId", kind("agreement")])
    .select((eb) => [eb.ref("agreement.code").$castTo<string | null>().as("key"), "agreement.title"])
    .select((eb) => [eb.ref("agreement.status").$castTo<string>().as("status")])
    .select((eb) => eb.ref("agreement.inForceAt").$notNull().as("since"))
    .where("agreement.status", "in", publicStates)
    .where((eb) => wanted(eb.ref("own.regionCode"), eb.ref("other.organisationId")))
  const programmes = (own: "hostId" | "senderId", other: "hostId" | "senderId") =>
    db
      .selectFrom("programme")
      .innerJoin("organisation as own", "own.id", `programme.${own}`)
      .select((eb) => ["own.regionCode", eb.ref(`programme.${other}`).as("organisationId"), kind("programme")])
      .select((eb) => [eb.ref("programme.slug").$castTo<string | null>().as("key"), "programme.title"])
      .select((eb) => [eb.ref("programme.status").$castTo<string>().as("status")])
      .select((eb) => eb.ref("programme.publishedAt").$notNull().as("since"))
      .where("programme.publishedAt", "is not", null)
      .where((eb) => wanted(eb.ref("own.regionCode"), eb.ref(`programme.${other}`)))
  const initiatives = db
    .selectFrom("initiativePartner as taking")
    .innerJoin("initiative", "initiative.id", "taking.initiativeId")
    .select(["initiative.regionCode", "taking.organisationId", kind("initiative")])
    .select((eb) => [eb.ref("initiative.slug").$castTo<string | null>().as("key"), "initiative.title"])
    .select((eb) => [eb.ref("initiative.status").$castTo<string>().as("status"), "taking.joinedAt as since"])
    .where("taking.leftAt", "is", null)
    .where("initiative.publishedAt", "is not", null)
    .where((eb) => wanted(eb.ref("initiative.regionCode"), eb.ref("taking.organisationId")))
  const accepted = db
    .selectFrom("proposal")
    .innerJoin("organisation as recipient", "recipient.id", "proposal.recipientId")
    .leftJoin("need", "need.id", "proposal.needId")
    .select((eb) => eb.ref("recipient.governsRegionCode").$notNull().as("regionCode"))
    .where("proposal.status", "=", "accepted")
    .where("recipient.governsRegionCode", "is not", null)
  const asked = accepted
    .select(["proposal.organisationId", kind("proposal"), "need.slug as key", "proposal.title"])
    .select((eb) => [eb.ref("proposal.status").$castTo<string>().as("status")])
    .select((eb) => eb.ref("proposal.decidedAt").$notNull().as("since"))
    .where((eb) => wanted(eb.ref("recipient.governsRegionCode").$notNull(), eb.ref("proposal.organisationId")))
  const alongside = accepted
    .innerJoin("proposalPartner as partner", "partner.proposalId", "proposal.id")
    .select(["partner.organisationId", kind("proposal"), "need.slug as key", "proposal.title"])
    .select((eb) => [eb.ref("proposal.status").$castTo<string>().as("status")])
    .select((eb) => eb.ref("proposal.decidedAt").$notNull().as("since"))
    .where("partner.acceptedAt", "is not", null)
    .where("partner.endedAt", "is", null)
    .where((eb) => wanted(eb.ref("recipient.governsRegionCode").$notNull(), eb.ref("partner.organisationId")))
  return agreements
    .unionAll(programmes("hostId", "senderId"))
    .unionAll(programmes("senderId", "hostId"))
    .unionAll(initiatives)
    .unionAll(asked)
    .unionAll(alongside)
}

/** Rows of ties, newest first, put under what each has in common; it stands where its newest tie stood. */
function grouped<Row extends Tie, Other extends { readonly id: string }>(
  rows: readonly Row[],
  other: (row: Row) => Other,
): TiesOf<Omit<Other, "id"> & { readonly ties: readonly Tie[] }> {
  const groups = new Map<string, { head: Omit<Other, "id">; ties: Tie[] }>()
  for (const row of rows.slice(0, mostTies)) {
    const { id, ...head } = other(row)
    const group = groups.get(id) ?? { head, ties: [] }
    const { kind, key, title, status, since } = row
    group.ties.push({ kind, key, title, status, since })
    groups.set(id, group)
  }
  return {
    others: [...groups.values()].map(({ head, ties }) => ({ ...head, ties })),
    whole: rows.length <= mostTies,
  }
}
