import { type TimelineEvent, timelineOf } from "../audit/timeline.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize, can } from "../policy/table.ts"
import { filesOf } from "./attachments.server.ts"
import type { DraftContent, VersionContent, VersionFile } from "./content.ts"
import { readDraft } from "./draft.server.ts"
import { isWritable, type ProposalStep } from "./flow.ts"
import { openSteps } from "./open-steps.ts"
import { type Point, pointsOf } from "./points.server.ts"
import { independentReviewer } from "./policy.ts"
import { getProposal, type Proposal } from "./queries.server.ts"
import { type TaskKind, taskOf } from "./task.ts"
import { getVersion, listVersions, type VersionSummary } from "./versions.server.ts"

/** A proposal as one of its sides works on it. */
export type ProposalCase = {
  readonly proposal: Proposal
  /** What is being written, for its authors while it is; else null. */
  readonly draft: DraftContent | null
  /** The newest that was submitted; null before the first submission. */
  readonly version: VersionContent | null
  /** Files of the draft where there is one, else of the version. */
  readonly files: readonly VersionFile[]
  readonly versions: readonly VersionSummary[]
  readonly points: readonly Point[]
  readonly events: readonly TimelineEvent[]
  readonly task: TaskKind | null
  /** What the reader may do now. */
  readonly steps: readonly ProposalStep[]
  readonly mayInvite: boolean
  readonly mayLeave: boolean
  /** He reviews for the region but belongs to one of the authors, so others decide. */
  readonly conflictOfInterest: boolean
}

/** All that the page of a proposal shows to one of its sides. Seven queries. */
export async function getProposalCase(ctx: Ctx, code: string): Promise<ProposalCase> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.read", proposal)
  const { side, status, versionNumber } = proposal
  const writing = side !== "recipient" && isWritable(status)
  const draft = writing || (side !== "recipient" && versionNumber === 0) ? readDraft(proposal.draft) : null
  const version = versionNumber > 0 ? (await getVersion(ctx, proposal, versionNumber)).content : null
  const steps = openSteps(ctx.actor, proposal)
  return {
    proposal,
    draft,
    version,
    files: draft ? await filesOf(ctx.db, proposal.id) : (version?.files ?? []),
    versions: await listVersions(ctx, proposal),
    points: await pointsOf(ctx.db, proposal.id),
    events: eventsFor(proposal, await timelineOf(ctx.db, "proposal", proposal.id)),
    task: taskOf(status, steps, false),
    steps,
    mayInvite: isWritable(status) && can(ctx.actor, "proposal.invite", proposal),
    mayLeave: can(ctx.actor, "proposal.leave", proposal) && !["accepted", "declined", "withdrawn"].includes(status),
    conflictOfInterest: side === "recipient" && !independentReviewer(ctx.actor, proposal),
  }
}

const ofWriting: readonly string[] = [
  "proposal.started",
  "proposal.draft_saved",
  "proposal.detached",
  "proposal.file_added",
  "proposal.file_removed",
  "proposal.partner_invited",
  "proposal.partner_joined",
  "proposal.partner_declined",
  "proposal.partner_removed",
]

/**
 * The region reads what was submitted to it and what it did itself, not how the authors wrote. For them a row of
 * saves is one line.
 */
function eventsFor(proposal: Proposal, events: readonly TimelineEvent[]): TimelineEvent[] {
  if (proposal.side === "recipient") {
    const first = events.findIndex(({ type }) => type === "proposal.submitted")
    return events.slice(first < 0 ? events.length : first).filter(({ type }) => !ofWriting.includes(type))
  }
  return events.filter(
    ({ type }, index) => type !== "proposal.draft_saved" || events[index + 1]?.type !== "proposal.draft_saved",
  )
}
