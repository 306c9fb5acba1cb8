import { useT } from "#app/i18n/react.tsx"
import { type State, StateBadge } from "#app/ui/index.ts"
import type { AgreementStatus } from "#db/schema.ts"

export const stateOfAgreement: Readonly<Record<AgreementStatus, State>> = {
  draft: "draft",
  negotiation: "progress",
  agreed: "progress",
  signing: "waiting",
  in_force: "positive",
  lapsed: "ended",
  withdrawn: "ended",
  cancelled: "ended",
  declined: "refused",
}

/** The state of an agreement as word and sign. */
export function AgreementState({ status }: { status: AgreementStatus }) {
  const t = useT()
  return <StateBadge state={stateOfAgreement[status]}>{t(`agreement.status.${status}`)}</StateBadge>
}
