import { type SearchFilter, searchQuery } from "#app/domain/search/filter.ts"
import type { SearchAnswer } from "#app/domain/search/find.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState } from "#app/ui/index.ts"
import { Suggestion } from "./suggestion.tsx"

const advice = ["spelling", "words", "unpublished"] as const

/** Nothing was found: why that may be, and the next thing to try. */
export function Nothing({ answer, filter }: { answer: Omit<SearchAnswer, "results">; filter: SearchFilter }) {
  const t = useT()
  const to = useLocalPath()
  const { q } = filter
  if (answer.words.length === 0)
    return (
      <EmptyState art="search" title={t("search.tooCommon")}>
        {t("search.tooCommonBody")}
      </EmptyState>
    )
  const narrowed = filter.kind !== null || filter.region !== null || filter.strand !== null
  const everywhere = searchQuery({ q, kind: null, region: null, strand: null, cursor: null })
  return (
    <EmptyState
      art="search"
      title={t("search.nothing")}
      actions={
        narrowed ? (
          <ButtonLink href={withQuery(to(paths.search()), everywhere)}>{t("search.withoutFilters")}</ButtonLink>
        ) : null
      }
    >
      <p role="status">{t(narrowed ? "search.nothingNarrowed" : "search.nothingBody", { q })}</p>
      {answer.suggestion === null ? null : <Suggestion text={answer.suggestion} filter={filter} />}
      <ul className="advice">
        {advice.map((one) => (
          <li key={one}>{t(`search.advice.${one}`)}</li>
        ))}
      </ul>
    </EmptyState>
  )
}
