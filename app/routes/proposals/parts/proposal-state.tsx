import { useT } from "#app/i18n/react.tsx"
import { type State, StateBadge } from "#app/ui/index.ts"
import type { ProposalStatus } from "#db/schema.ts"

const states: Readonly<Record<ProposalStatus, State>> = {
  draft: "draft",
  submitted: "waiting",
  in_review: "progress",
  revision: "warning",
  accepted: "positive",
  declined: "refused",
  withdrawn: "ended",
}

/** The state of a proposal as word and sign. */
export function ProposalState({ status }: { status: ProposalStatus }) {
  const t = useT()
  return <StateBadge state={states[status]}>{t(`proposal.status.${status}`)}</StateBadge>
}
