import type { SearchFilter } from "#app/domain/search/filter.ts"
import type { SearchAnswer } from "#app/domain/search/find.server.ts"
import { useT } from "#app/i18n/react.tsx"
import { Suggestion } from "./suggestion.tsx"

/** How many there are, and what the reader should know about their order. */
export function Remarks({
  answer,
  filter,
  most,
}: {
  answer: Omit<SearchAnswer, "results">
  filter: SearchFilter
  /** Where more match, they are not counted. */
  most: number
}) {
  const t = useT()
  const { count, broad, whole, suggestion } = answer
  return (
    <div className="remarks">
      <p className="remarks__count tabular" role="status">
        {count === null ? t("search.many", { most }) : t("search.count", { count })}
      </p>
      {suggestion === null ? null : <Suggestion text={suggestion} filter={filter} />}
      {broad ? <p>{t("search.broad")}</p> : null}
      {whole === null ? null : <p>{whole === 0 ? t("search.partly") : t("search.whole", { whole })}</p>}
    </div>
  )
}
