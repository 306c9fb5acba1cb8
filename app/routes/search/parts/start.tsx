import { searchKinds } from "#app/domain/search/kinds.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { RecordItem, RecordList, Section } from "#app/ui/index.ts"
import { listPaths } from "./addresses.ts"

/** Before anything was searched for: what there is to find, and how the search reads words. */
export function Start() {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Section title={t("search.browse")} lede={t("search.browseLede")} sideHead>
        <RecordList label={t("search.browse")}>
          {searchKinds.map((kind) => (
            <RecordItem key={kind} href={to(listPaths[kind]())} title={t(`search.browseTitle.${kind}`)}>
              <p>{t(`search.browseAll.${kind}`)}</p>
            </RecordItem>
          ))}
        </RecordList>
      </Section>
      <Section title={t("search.how")} sideHead>
        <p className="remarks">{t("search.howBody")}</p>
      </Section>
    </>
  )
}
