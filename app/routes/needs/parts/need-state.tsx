import { useT } from "#app/i18n/react.tsx"
import { type State, StateBadge } from "#app/ui/index.ts"
import type { NeedStatus } from "#db/schema.ts"

const states: Readonly<Record<NeedStatus, State>> = {
  draft: "draft",
  open: "positive",
  closed: "ended",
  discarded: "ended",
}

/** The state of a need as word and sign; an open one whose period is over no longer takes proposals and says so. */
export function NeedState({ status, takesProposals }: { status: NeedStatus; takesProposals: boolean }) {
  const t = useT()
  const over = status === "open" && !takesProposals
  return (
    <StateBadge state={over ? "ended" : states[status]}>
      {t(`proposal.need.status.${over ? "over" : status}`)}
    </StateBadge>
  )
}
