import { type TimelineEvent, timelineOf } from "../audit/timeline.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { type Approval, approvalsOf } from "./approval.server.ts"
import { documentsOf, type LockedDocument } from "./documents.server.ts"
import type { AgreementStep } from "./flow.ts"
import { type LockObstacle, lockObstacles } from "./lock-obstacles.ts"
import { openSteps } from "./open-steps.server.ts"
import { type Agreement, getAgreement, sidesOf } from "./queries.server.ts"
import { rightsOf } from "./rights.server.ts"
import { type Seal, sealsOf } from "./seals.server.ts"
import { type Signatory, signatoriesOf } from "./signatories.server.ts"
import { type TaskKind, taskOf } from "./task.ts"
import { listVersions, type VersionSummary } from "./versions.server.ts"

/** An agreement as a party works on it. */
export type AgreementCase = {
  readonly agreement: Agreement
  readonly versions: readonly VersionSummary[]
  /** Of the newest version. */
  readonly approvals: readonly Approval[]
  readonly documents: readonly LockedDocument[]
  readonly seals: readonly Seal[]
  /** Who would sign today, by organisation. */
  readonly signatories: ReadonlyMap<string, Signatory>
  readonly events: readonly TimelineEvent[]
  readonly obstacles: readonly LockObstacle[]
  /** The one thing that waits for the reader; null where it is somebody else's turn. */
  readonly task: TaskKind | null
  /** What the reader may do now, by flow, policy and facts. */
  readonly steps: readonly AgreementStep[]
}

/**
 * All that the case page of a party shows, in nine queries. Whoever acts for neither party is refused: not found
 * where he may not know of the agreement, forbidden where it is public.
 */
export async function getAgreementCase(ctx: Ctx, code: string): Promise<AgreementCase> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.read", agreement)
  const { own, other } = sidesOf(agreement)
  const versions = await listVersions(ctx, agreement)
  const approvals = await approvalsOf(ctx, agreement)
  const documents = await documentsOf(ctx, agreement)
  const seals = await sealsOf(ctx.db, [agreement.id])
  const signatories = await signatoriesOf(ctx.db, agreement, ctx.now)
  const events = await timelineOf(ctx.db, "agreement", agreement.id)
  const rights = rightsOf(ctx.actor, agreement, signatories.get(own.organisationId)?.accountId === ctx.actor?.accountId)
  const ownApproved = approvals.some(({ organisationId }) => organisationId === own.organisationId)
  const ownSealed = seals.some(({ partyId }) => partyId === own.id)
  return {
    agreement,
    versions,
    approvals,
    documents,
    seals,
    signatories,
    events: eventsFor(agreement, events),
    obstacles: lockObstacles(agreement, signatories),
    task: taskOf(
      {
        ...agreement,
        versionByOwnSide: versions[0]?.authorOrganisationId === own.organisationId,
        ownApproved,
        ownNumbered: own.number !== "",
        otherNumbered: other.number !== "",
        ownSealed,
      },
      rights,
    ),
    steps: openSteps(ctx.actor, agreement, {
      ownApproved,
      ownSealed,
      sealed: seals.length > 0,
      signatory: rights.sign,
    }),
  }
}

/** Side 2 reads the record from the moment it was shown the draft. */
function eventsFor(agreement: Agreement, events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  if (agreement.own?.ordinal === 1) return events
  const shown = events.findIndex(({ type }) => type === "agreement.proposed")
  return shown < 0 ? [] : events.slice(shown)
}
