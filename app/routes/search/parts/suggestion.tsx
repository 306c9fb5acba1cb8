import { type SearchFilter, searchQuery } from "#app/domain/search/filter.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"

/** The same search with the words that were probably meant. */
export function Suggestion({ text, filter }: { text: string; filter: SearchFilter }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <p>
      {t("search.meant")}{" "}
      <a
        className="anchor"
        href={withQuery(to(paths.search()), searchQuery({ ...filter, q: text, cursor: null }))}
        lang="id"
      >
        {text}
      </a>
    </p>
  )
}
