import type { Selectable } from "kysely"
import { countAll } from "#db/portable.ts"
import type { MandateTable, OrganisationStatus } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"
import { authorize, can } from "../policy/table.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { readPaper, type StoredPaper } from "./evidence.server.ts"
import type { Instrument } from "./mandate-kinds.ts"
import { getOwnOrganisation } from "./queries.server.ts"
import type { MandateQueueFilter } from "./queue-filter.ts"

export type Mandate = Omit<Selectable<MandateTable>, "instruments"> & {
  readonly instruments: readonly Instrument[]
  readonly organisationName: string
  readonly organisationStatus: OrganisationStatus
  readonly organisationVerified: boolean
}

/** The mandates that the reader may know of: those of his organisations and his own; the secretariat knows all. */
export function visibleMandates(ctx: Ctx) {
  const actor = ctx.actor
  const own = actor?.memberships.map(({ organisationId }) => organisationId) ?? []
  return ctx.db
    .selectFrom("mandate")
    .innerJoin("organisation", "organisation.id", "mandate.organisationId")
    .where((eb) =>
      actor?.secretariat
        ? eb.lit(true)
        : eb.or([
            eb("mandate.accountId", "=", actor?.accountId ?? ""),
            ...(own.length > 0 ? [eb("mandate.organisationId", "in", own)] : []),
          ]),
    )
}

const rows = (ctx: Ctx) =>
  visibleMandates(ctx)
    .selectAll("mandate")
    .select(["organisation.name as organisationName", "organisation.status as organisationStatus"])

type Row = Selectable<MandateTable> & { organisationName: string; organisationStatus: OrganisationStatus }

export const asMandate = (row: Row): Mandate => ({
  ...row,
  instruments: JSON.parse(row.instruments) as Instrument[],
  organisationVerified: row.organisationStatus === "verified",
})

/** Mandates of an organisation the actor belongs to, newest first. */
export async function listMandates(ctx: Ctx, organisationId: string): Promise<Mandate[]> {
  await getOwnOrganisation(ctx, organisationId)
  const found = await rows(ctx)
    .where("mandate.organisationId", "=", organisationId)
    .orderBy("mandate.enteredAt", "desc")
    .orderBy("mandate.id", "desc")
    .limit(200)
    .execute()
  return found.map(asMandate)
}

/** One mandate that the reader may know of. */
export async function getMandate(ctx: Ctx, id: string): Promise<Mandate> {
  const row = isId(id) ? await rows(ctx).where("mandate.id", "=", id).executeTakeFirst() : undefined
  if (!row) throw notFound()
  return asMandate(row)
}

/** The paper that a mandate rests on; for its holder, admins of the organisation and the secretariat. */
export async function readMandateBasis(ctx: Ctx, id: string): Promise<StoredPaper> {
  const mandate = await getMandate(ctx, id)
  authorize(ctx.actor, "mandate.readBasis", mandate)
  return readPaper(ctx, mandate.basisFileId)
}

export const mayReadBasis = (ctx: Ctx, mandate: Mandate): boolean => can(ctx.actor, "mandate.readBasis", mandate)

export const mandatePage = 50

/** Mandates in one state for the secretariat, the longest waiting first, in pages by key with their count. Two queries. */
export async function listMandateQueue(
  ctx: Ctx,
  filter: MandateQueueFilter,
): Promise<{ entries: Mandate[]; next: string | null; count: number }> {
  authorize(ctx.actor, "mandate.examine")
  const after = decodeCursor(filter.cursor, 2)
  const matching = rows(ctx).where("mandate.status", "=", filter.status)
  const { count } = await matching.clearSelect().select(countAll().as("count")).executeTakeFirstOrThrow()
  const found = await matching
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("mandate.enteredAt", "mandate.id"), ">", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy("mandate.enteredAt")
    .orderBy("mandate.id")
    .limit(mandatePage + 1)
    .execute()
  const entries = found.slice(0, mandatePage).map(asMandate)
  const last = entries.at(-1)
  const more = found.length > mandatePage && last
  return { entries, next: more ? encodeCursor([last.enteredAt, last.id]) : null, count }
}
