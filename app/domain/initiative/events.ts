export type InitiativeEvents = {
  "initiative.started": { title: string; proposals: number; agreement: string | null }
  "initiative.edited": { title: string }
  "initiative.published": { slug: string }
  "initiative.begun": Record<string, never>
  "initiative.completed": Record<string, never>
  "initiative.stopped": { reason: string }
  "initiative.sequel_written": { length: number }
  "initiative.partner_added": { organisation: string }
  "initiative.partner_changed": { organisation: string }
  "initiative.partner_left": { organisation: string }
  "initiative.partner_removed": { organisation: string }
  "initiative.milestone_added": { title: string; dueOn: string }
  "initiative.milestone_reached": { title: string; reachedOn: string }
  "initiative.milestone_unreached": { title: string }
  "initiative.milestone_dropped": { title: string }
  "initiative.outcome_added": { indicator: string; unit: string; baseline: string; target: string }
  "initiative.outcome_dropped": { indicator: string }
  "initiative.measure_added": { indicator: string; value: string; unit: string; measuredOn: string }
  "initiative.measure_struck": { indicator: string; value: string; unit: string }
  "initiative.update_posted": { title: string; organisation: string; pictureSha256: string | null }
  "initiative.update_withdrawn": { title: string; organisation: string }
}
