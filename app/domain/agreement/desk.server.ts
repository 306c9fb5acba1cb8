import { countAll } from "#db/portable.ts"
import type { AgreementStatus } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { statesOf } from "../kernel/flow.ts"
import { authorize } from "../policy/table.ts"
import { agreementFlow } from "./flow.ts"
import type { Party } from "./parties.ts"
import { partiesOf, visibleAgreements } from "./queries.server.ts"

/** One agreement in the list of the organisation that works on it. */
export type DeskEntry = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly status: AgreementStatus
  readonly versionNumber: number
  readonly updatedAt: string
  readonly own: Party
  readonly other: Party
}

export type DeskPage = {
  readonly entries: readonly DeskEntry[]
  readonly next: string | null
  readonly count: number
  /** How many there are in each state, whatever the filter. */
  readonly counts: Readonly<Partial<Record<AgreementStatus, number>>>
}

export type DeskFilter = {
  readonly status: AgreementStatus | null
  readonly cursor: string | null
  readonly limit: number
}

/** Reads a desk address; what is not understood is left out. */
export function readDeskFilter(query: URLSearchParams): DeskFilter {
  const status = query.get("status")
  const cursor = query.get("cursor") ?? ""
  return {
    status: statesOf(agreementFlow).find((state) => state === status) ?? null,
    cursor: /^[0-9a-f-]{36}$/.test(cursor) ? cursor : null,
    limit: 25,
  }
}

/** Agreements of the acting organisation, the one begun last first, in pages by key. Empty without an organisation. */
export async function listDeskAgreements(ctx: Ctx, filter: DeskFilter): Promise<DeskPage> {
  authorize(ctx.actor, "workspace.read")
  const acting = ctx.actor?.acting?.organisationId
  if (acting === undefined) return { entries: [], next: null, count: 0, counts: {} }
  const mine = visibleAgreements(ctx).where((eb) =>
    eb.exists(
      eb
        .selectFrom("agreementParty as side")
        .select("side.id")
        .whereRef("side.agreementId", "=", "agreement.id")
        .where("side.organisationId", "=", acting),
    ),
  )
  const counted = await mine
    .select(["agreement.status", countAll().as("count")])
    .groupBy("agreement.status")
    .execute()
  const rows = await mine
    .selectAll("agreement")
    .$if(filter.status !== null, (query) => query.where("agreement.status", "=", filter.status!))
    .$if(filter.cursor !== null, (query) => query.where("agreement.id", "<", filter.cursor!))
    .orderBy("agreement.id", "desc")
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const parties = await partiesOf(
    ctx.db,
    shown.map(({ id }) => id),
  )
  const counts = Object.fromEntries(counted.map(({ status, count }) => [status, count]))
  return {
    entries: shown.map(({ id, code, title, status, versionNumber, updatedAt }) => {
      const sides = parties.filter(({ agreementId }) => agreementId === id)
      return {
        ...{ id, code, title, status, versionNumber, updatedAt },
        own: sides.find(({ organisationId }) => organisationId === acting)!,
        other: sides.find(({ organisationId }) => organisationId !== acting)!,
      }
    }),
    next: rows.length > filter.limit ? (shown.at(-1)?.id ?? null) : null,
    count: filter.status === null ? counted.reduce((sum, { count }) => sum + count, 0) : (counts[filter.status] ?? 0),
    counts,
  }
}
