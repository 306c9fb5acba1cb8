import { useT } from "#app/i18n/react.tsx"
import { type State, StateBadge } from "#app/ui/index.ts"
import type { MandateStatus } from "#db/schema.ts"

const states: Readonly<Record<MandateStatus, State>> = {
  entered: "waiting",
  verified: "positive",
  refused: "refused",
  ended: "ended",
}

/** The state of a mandate as word and sign. */
export function MandateState({ status }: { status: MandateStatus }) {
  const t = useT()
  return <StateBadge state={states[status]}>{t(`mandate.status.${status}`)}</StateBadge>
}
