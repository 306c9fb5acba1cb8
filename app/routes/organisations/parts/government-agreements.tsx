import type { RegisterPage } from "#app/domain/agreement/register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordList, Section } from "#app/ui/index.ts"
import { RegisterItem } from "../../agreements/parts/register-item.tsx"

/** Agreements in force to which the government of a region is party; the newest few of them. */
export function GovernmentAgreements({ region, agreements }: { region: string; agreements: RegisterPage }) {
  const t = useT()
  const to = useLocalPath()
  const { entries, next } = agreements
  return (
    <Section title={t("organisation.show.agreements")} id="kesepakatan">
      {entries.length === 0 ? (
        <p>{t("organisation.show.agreementsNone")}</p>
      ) : (
        <RecordList label={t("organisation.show.agreements")}>
          {entries.map((entry) => (
            <RegisterItem key={entry.code} entry={entry} level={3} />
          ))}
        </RecordList>
      )}
      {next ? (
        <p>
          <Anchor href={withQuery(to(paths.agreements()), { region, status: "in_force" })}>
            {t("organisation.show.allAgreements")}
          </Anchor>
        </p>
      ) : null}
    </Section>
  )
}
