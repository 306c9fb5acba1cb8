import type { RegisterPage } from "#app/domain/agreement/register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { RegisterItem } from "../../agreements/parts/register-item.tsx"
import { FirstEntries } from "../../parts/first-entries.tsx"

/** Agreements in force to which the government of a region is party; the newest few of them. */
export function GovernmentAgreements({
  region,
  agreements: { entries, next },
}: {
  region: string
  agreements: RegisterPage
}) {
  const t = useT()
  const to = useLocalPath()
  const all = {
    href: withQuery(to(paths.agreements()), { region, status: "in_force" }),
    label: t("organisation.show.allAgreements"),
  }
  return (
    <FirstEntries
      title={t("organisation.show.agreements")}
      id="kesepakatan"
      entries={entries}
      item={(entry) => <RegisterItem key={entry.code} entry={entry} level={3} />}
      rest={next ? all : null}
    />
  )
}
