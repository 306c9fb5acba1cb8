import type { InitiativePage } from "#app/domain/initiative/register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordList, Section } from "#app/ui/index.ts"
import { InitiativeItem } from "../../initiatives/parts/initiative-item.tsx"

/** Published initiatives in which a partner takes part, newest first; where there are more, the search has them. */
export function PartnerInitiatives({ initiatives, name }: { initiatives: InitiativePage; name: string }) {
  const t = useT()
  const to = useLocalPath()
  const { entries, count } = initiatives
  return (
    <Section title={t("organisation.show.initiatives")} id="inisiatif">
      {entries.length === 0 ? (
        <p>{t("organisation.show.initiativesNone")}</p>
      ) : (
        <RecordList label={t("organisation.show.initiatives")}>
          {entries.map((entry) => (
            <InitiativeItem key={entry.id} entry={entry} level={3} />
          ))}
        </RecordList>
      )}
      {count > entries.length ? (
        <p>
          <Anchor href={withQuery(to(paths.search()), { q: name, jenis: "inisiatif" })}>
            {t("organisation.show.moreInitiatives")}
          </Anchor>
        </p>
      ) : null}
    </Section>
  )
}
