import { useT } from "#app/i18n/react.tsx"
import { type State, StateBadge } from "#app/ui/index.ts"
import type { InitiativeStatus } from "#db/schema.ts"

const states: Readonly<Record<InitiativeStatus, State>> = {
  prepared: "draft",
  running: "progress",
  completed: "positive",
  stopped: "ended",
}

/** The state of an initiative as word and sign. */
export function InitiativeState({ status }: { status: InitiativeStatus }) {
  const t = useT()
  return <StateBadge state={states[status]}>{t(`initiative.status.${status}`)}</StateBadge>
}
