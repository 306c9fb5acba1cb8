import type { Selectable } from "kysely"
import type { Db } from "#db/connection.ts"
import type { InitiativeUpdateTable, MilestoneTable, OutcomeMeasureTable, OutcomeTable, Strand } from "#db/schema.ts"
import { type SealedClause, sealedClauses } from "../agreement/sealed-clauses.server.ts"
import { type OutcomeProgress, outcomeProgress } from "./progress.ts"
import type { Initiative } from "./queries.server.ts"

export type Milestone = Pick<Selectable<MilestoneTable>, "id" | "title" | "dueOn" | "reachedOn" | "note">

/** The milestones that were not dropped, by the day they are due. */
export const milestonesOf = (db: Db, initiativeId: string): Promise<Milestone[]> =>
  db
    .selectFrom("milestone")
    .select(["id", "title", "dueOn", "reachedOn", "note"])
    .where("initiativeId", "=", initiativeId)
    .where("droppedAt", "is", null)
    .orderBy("dueOn")
    .orderBy("id")
    .execute()

export type Measure = Pick<Selectable<OutcomeMeasureTable>, "id" | "value" | "measuredOn" | "note">

export type Outcome = Pick<
  Selectable<OutcomeTable>,
  "id" | "indicator" | "unit" | "baseline" | "target" | "source" | "createdAt"
> & {
  /** Newest first; those that were struck are not among them. */
  readonly measures: readonly Measure[]
  readonly latest: Measure | null
  /** Of the latest measure; null before the first. */
  readonly progress: OutcomeProgress | null
}

/** The outcomes that were not dropped, in the order they were added, with what was measured. Two queries. */
export async function outcomesOf(db: Db, initiativeId: string): Promise<Outcome[]> {
  const outcomes = await db
    .selectFrom("outcome")
    .select(["id", "indicator", "unit", "baseline", "target", "source", "createdAt"])
    .where("initiativeId", "=", initiativeId)
    .where("droppedAt", "is", null)
    .orderBy("id")
    .execute()
  const measures = await db
    .selectFrom("outcomeMeasure as measure")
    .innerJoin("outcome", "outcome.id", "measure.outcomeId")
    .select(["measure.id", "measure.outcomeId", "measure.value", "measure.measuredOn", "measure.note"])
    .where("outcome.initiativeId", "=", initiativeId)
    .where("measure.struckAt", "is", null)
    .orderBy("measure.measuredOn", "desc")
    .orderBy("measure.id", "desc")
    .execute()
  return outcomes.map((outcome) => {
    const own = measures
      .filter(({ outcomeId }) => outcomeId === outcome.id)
      .map(({ id, value, measuredOn, note }) => ({ id, value, measuredOn, note }))
    const latest = own[0] ?? null
    return {
      ...outcome,
      measures: own,
      latest,
      progress: latest ? outcomeProgress({ ...outcome, value: latest.value }) : null,
    }
  })
}

export type ShownUpdate = Pick<
  Selectable<InitiativeUpdateTable>,
  "id" | "organisationId" | "title" | "body" | "publishedAt"
> & {
  readonly organisationName: string
  readonly organisationSlug: string
  readonly strand: Strand
  readonly picture: {
    readonly sha256: string
    readonly width: number
    readonly height: number
    readonly alt: string
  } | null
}

/** The updates that were not withdrawn, newest first, without the names of their authors. */
export async function updatesOf(db: Db, initiativeId: string): Promise<ShownUpdate[]> {
  const rows = await db
    .selectFrom("initiativeUpdate as update")
    .innerJoin("organisation", "organisation.id", "update.organisationId")
    .select(["update.id", "update.organisationId", "update.title", "update.body", "update.publishedAt"])
    .select(["update.pictureSha256", "update.pictureWidth", "update.pictureHeight", "update.pictureAlt"])
    .select(["organisation.name as organisationName", "organisation.slug as organisationSlug", "organisation.strand"])
    .where("update.initiativeId", "=", initiativeId)
    .where("update.withdrawnAt", "is", null)
    .orderBy("update.publishedAt", "desc")
    .orderBy("update.id", "desc")
    .execute()
  return rows.map(({ pictureSha256: sha256, pictureWidth: width, pictureHeight: height, pictureAlt: alt, ...row }) => ({
    ...row,
    picture: sha256 !== null && width !== null && height !== null ? { sha256, width, height, alt } : null,
  }))
}

/** A proposal of which the initiative came, and the need that it answered. */
export type SourceProposal = {
  readonly code: string
  readonly title: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly strand: Strand
  readonly need: { readonly slug: string; readonly title: string } | null
}

/** The proposals of which the initiative came, the first decided first. */
export async function proposalsOf(db: Db, initiativeId: string): Promise<SourceProposal[]> {
  const rows = await db
    .selectFrom("initiativeProposal")
    .innerJoin("proposal", "proposal.id", "initiativeProposal.proposalId")
    .innerJoin("organisation", "organisation.id", "proposal.organisationId")
    .leftJoin("need", "need.id", "proposal.needId")
    .select(["proposal.code", "proposal.title", "need.slug as needSlug", "need.title as needTitle"])
    .select(["organisation.name as organisationName", "organisation.slug as organisationSlug", "organisation.strand"])
    .where("initiativeProposal.initiativeId", "=", initiativeId)
    .orderBy("proposal.decidedAt")
    .orderBy("proposal.id")
    .execute()
  return rows.map(({ needSlug, needTitle, ...row }) => ({
    ...row,
    need: needSlug !== null && needTitle !== null ? { slug: needSlug, title: needTitle } : null,
  }))
}

/** The agreement on which the initiative stands, and the article that it carries out. */
export type SourceAgreement = {
  readonly code: string
  readonly title: string
  readonly clause: SealedClause | null
}

async function agreementOf(db: Db, initiative: Initiative): Promise<SourceAgreement | null> {
  const { agreementId, agreementCode: code, agreementTitle: title, clauseKey } = initiative
  if (agreementId === null || code === null || title === null) return null
  const clauses = clauseKey === "" ? [] : await sealedClauses(db, agreementId)
  return { code, title, clause: clauses.find(({ key }) => key === clauseKey) ?? null }
}

export type InitiativeDetail = {
  readonly milestones: readonly Milestone[]
  readonly outcomes: readonly Outcome[]
  readonly updates: readonly ShownUpdate[]
  readonly proposals: readonly SourceProposal[]
  /** The needs that those answered, each once. */
  readonly needs: readonly { readonly slug: string; readonly title: string }[]
  readonly agreement: SourceAgreement | null
}

/** What stands below an initiative. The caller has found that the reader may know of it. Up to six queries. */
export async function detailOf(db: Db, initiative: Initiative): Promise<InitiativeDetail> {
  const { id } = initiative
  const proposals = await proposalsOf(db, id)
  const needs = new Map(proposals.flatMap(({ need }) => (need ? [[need.slug, need] as const] : [])))
  return {
    milestones: await milestonesOf(db, id),
    outcomes: await outcomesOf(db, id),
    updates: await updatesOf(db, id),
    proposals,
    needs: [...needs.values()],
    agreement: await agreementOf(db, initiative),
  }
}
