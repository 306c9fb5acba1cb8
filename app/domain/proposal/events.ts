export type ProposalEvents = {
  "need.started": { title: string }
  "need.edited": { title: string }
  "need.published": { until: string }
  "need.closed": { reason: string }
  "need.reopened": { until: string }
  "need.discarded": { title: string }
  "proposal.started": { recipientId: string; needId: string | null }
  "proposal.draft_saved": { number: number }
  "proposal.file_added": { sha256: string; size: number }
  "proposal.file_removed": { sha256: string }
  "proposal.partner_invited": { organisation: string }
  "proposal.partner_joined": { organisation: string }
  "proposal.partner_declined": { organisation: string }
  "proposal.partner_left": { organisation: string }
  "proposal.partner_removed": { organisation: string }
  "proposal.detached": { needId: string }
  "proposal.submitted": { version: number; sha256: string }
  "proposal.opened": { version: number }
  "proposal.revision_asked": { version: number; points: number }
  "proposal.accepted": { version: number; note: string }
  "proposal.declined": { version: number; reason: string }
  "proposal.withdrawn": { reason: string }
}
