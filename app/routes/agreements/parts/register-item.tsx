import type { RegisterEntry } from "#app/domain/agreement/register.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Cluster, RecordItem } from "#app/ui/index.ts"
import { AgreementState } from "./agreement-state.tsx"

/** One agreement in the public register. */
export function RegisterItem({ entry, level = 2 }: { entry: RegisterEntry; level?: 2 | 3 }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const [first, second] = entry.parties
  const { signingDate, periodFrom, periodUntil, place } = entry
  const from = periodFrom && formatDate(locale, periodFrom)
  const until = periodUntil && formatDate(locale, periodUntil)
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
          {signingDate ? (
            <span className="w-full">
              {t("agreement.register.signedOn", { date: formatDate(locale, signingDate), place })}
            </span>
          ) : null}
          {from ? (
            <span className="w-full">
              {until ? t("agreement.register.term", { from, until }) : t("agreement.register.termFrom", { from })}
            </span>
          ) : null}
        </>
      }
    >
      {t("agreement.between", { first: first?.regionName ?? "", second: second?.regionName ?? "" })}
    </RecordItem>
  )
}
