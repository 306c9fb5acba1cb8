import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { DefinitionList, StateBadge } from "#app/ui/index.ts"
import type { CaseView } from "./case-view.server.ts"

/** Which side has approved the newest version. */
export function Approvals({ view }: { view: Pick<CaseView, "approvals" | "parties"> }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <DefinitionList
      items={view.parties.map((party) => {
        const approval = view.approvals.find(({ organisationId }) => organisationId === party.organisationId)
        return {
          key: party.id,
          term: party.regionName,
          value: (
            <StateBadge state={approval ? "positive" : "waiting"}>
              {approval
                ? t("agreement.case.approvedBy", {
                    name: approval.accountName,
                    date: formatInstant(locale, approval.createdAt, timeZone, "short"),
                  })
                : t("agreement.case.notApproved")}
            </StateBadge>
          ),
        }
      })}
    />
  )
}
