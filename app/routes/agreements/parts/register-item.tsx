import type { RegisterEntry } from "#app/domain/agreement/register.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Cluster, RecordItem } from "#app/ui/index.ts"
import { AgreementState } from "./agreement-state.tsx"
import { usePeriod } from "./period.ts"

/** One agreement in the public register. */
export function RegisterItem({ entry, level = 2 }: { entry: RegisterEntry; level?: 2 | 3 }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const period = usePeriod()
  const [first, second] = entry.parties
  return (
    <RecordItem
      level={level}
      href={to(paths.agreement(entry.code))}
      title={<span lang="id">{entry.title}</span>}
      badge={
        <Cluster gap="xs">
          <AgreementState status={entry.status} />
          {entry.demo ? <Badge>{t("common.demo")}</Badge> : null}
        </Cluster>
      }
      meta={
        <>
          {entry.signingDate
            ? t("agreement.register.signedOn", { date: formatDate(locale, entry.signingDate), place: entry.place })
            : null}
          {" · "}
          {period(entry)}
        </>
      }
    >
      {t("agreement.between", { first: first?.regionName ?? "", second: second?.regionName ?? "" })}
    </RecordItem>
  )
}
