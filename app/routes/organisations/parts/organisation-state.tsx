import { useT } from "#app/i18n/react.tsx"
import { type State, StateBadge } from "#app/ui/index.ts"
import type { OrganisationStatus } from "#db/schema.ts"

const states: Readonly<Record<OrganisationStatus, State>> = {
  draft: "draft",
  submitted: "waiting",
  verified: "positive",
  refused: "refused",
  suspended: "warning",
}

/** The state of an organisation as word and sign. */
export function OrganisationState({ status }: { status: OrganisationStatus }) {
  const t = useT()
  return <StateBadge state={states[status]}>{t(`organisation.status.${status}`)}</StateBadge>
}
