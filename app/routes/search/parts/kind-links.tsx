import { kindNames, type SearchFilter, searchQuery } from "#app/domain/search/filter.ts"
import type { SearchAnswer } from "#app/domain/search/find.server.ts"
import { searchKinds } from "#app/domain/search/kinds.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { TabLinks } from "#app/ui/index.ts"

/** The same search in one kind. Kinds without a match are left out; where they are too many to count, none is. */
export function KindLinks({ answer, filter }: { answer: Pick<SearchAnswer, "kinds">; filter: SearchFilter }) {
  const t = useT()
  const to = useLocalPath()
  const { kinds } = answer
  const href = (jenis: string | null) =>
    withQuery(to(paths.search()), { ...searchQuery({ ...filter, cursor: null }), jenis })
  const all = kinds ? { count: searchKinds.reduce((sum, kind) => sum + kinds[kind], 0) } : {}
  return (
    <TabLinks
      label={t("search.kinds")}
      items={[
        { href: href(null), label: t("search.anyKind"), current: filter.kind === null, ...all },
        ...searchKinds
          .filter((kind) => kind === filter.kind || kinds === null || kinds[kind] > 0)
          .map((kind) => ({
            href: href(kindNames[kind]),
            label: t(`search.kind.${kind}`),
            current: filter.kind === kind,
            ...(kinds ? { count: kinds[kind] } : {}),
          })),
      ]}
    />
  )
}
