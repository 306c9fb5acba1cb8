import { useT } from "#app/i18n/react.tsx"
import { type StepState, Steps } from "#app/ui/index.ts"
import type { ProposalStatus } from "#db/schema.ts"

const stages = ["draft", "submitted", "in_review", "decided"] as const

const positions: Readonly<Record<ProposalStatus, number>> = {
  draft: 0,
  submitted: 1,
  in_review: 2,
  revision: 2,
  accepted: 3,
  declined: 3,
  withdrawn: 3,
}

function stateOf(status: ProposalStatus, index: number): StepState {
  const at = positions[status]
  if (index < at) return "done"
  if (index > at) return "next"
  if (status === "accepted") return "done"
  return status === "declined" || status === "withdrawn" ? "failed" : "current"
}

/** The way of a proposal from its draft to the decision, and where it stands. */
export function CaseStages({ status }: { status: ProposalStatus }) {
  const t = useT()
  const last = status === "accepted" || status === "declined" || status === "withdrawn" ? status : "decided"
  return (
    <Steps
      label={t("proposal.stage.label")}
      items={stages.map((stage, index) => ({
        key: stage,
        label:
          stage === "decided"
            ? t(`proposal.stage.${last}`)
            : t(`proposal.stage.${stage === "in_review" && status === "revision" ? "revision" : stage}`),
        state: stateOf(status, index),
      }))}
    />
  )
}
