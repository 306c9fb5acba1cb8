import type { RegisterEntry } from "#app/domain/agreement/register.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, RecordItem } from "#app/ui/index.ts"

/** One agreement as the home page tells of it: which regions, on what, since when. */
export function AgreementEntry({ entry }: { entry: RegisterEntry }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <RecordItem
      href={to(paths.agreement(entry.code))}
      title={<span lang="id">{entry.title}</span>}
      meta={entry.parties.map((party) => party.regionName).join(" – ")}
      {...(entry.demo ? { badge: <Badge>{t("common.demo")}</Badge> } : {})}
    >
      {entry.signingDate
        ? t("home.latest.signed", { date: formatDate(locale, entry.signingDate), place: entry.place })
        : null}
    </RecordItem>
  )
}
