import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Cluster } from "#app/ui/index.ts"
import type { MandateStatus, OrganisationStatus } from "#db/schema.ts"
import { MandateState } from "../../mandates/parts/mandate-state.tsx"

type Props = {
  mandate: {
    readonly status: MandateStatus
    readonly organisationId: string
    readonly organisationStatus: OrganisationStatus
  }
}

/** The state of a mandate and that of its organisation: one counts only with the other. */
export function MandateStanding({ mandate }: Props) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Cluster gap="sm">
      <MandateState status={mandate.status} />
      <Anchor href={to(paths.verificationCase(mandate.organisationId))}>
        {t("mandate.decision.organisationState", { status: t(`organisation.status.${mandate.organisationStatus}`) })}
      </Anchor>
    </Cluster>
  )
}
