import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { Notice } from "#app/ui/index.ts"
import type { OrganisationStatus } from "#db/schema.ts"

type Props = {
  status: OrganisationStatus
  decision: { readonly reason: string; readonly createdAt: string } | null
}

/** Why the secretariat refused or suspended an organisation, in its own words. Draws nothing in other states. */
export function LastDecision({ status, decision }: Props) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  if (!decision || (status !== "refused" && status !== "suspended")) return null
  return (
    <Notice
      kind="warning"
      title={t(status === "refused" ? "organisation.desk.refusedTitle" : "organisation.desk.suspendedTitle")}
    >
      <p className="whitespace-pre-line">{decision.reason}</p>
      <p className="text-sm text-ink-soft">
        {t("organisation.desk.decidedAt", { date: formatInstant(locale, decision.createdAt, timeZone) })}
      </p>
    </Notice>
  )
}
