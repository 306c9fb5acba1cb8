import { useLoaderData } from "@remix-run/react"
import { findRegion, listProvinces } from "#app/domain/region/queries.server.ts"
import { kindNames, readSearchFilter, searchParameters, searchQuery } from "#app/domain/search/filter.ts"
import { mostRanked, search } from "#app/domain/search/find.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page, PageHeading, Pagination, RecordList } from "#app/ui/index.ts"
import { KindLinks } from "./parts/kind-links.tsx"
import { Nothing } from "./parts/nothing.tsx"
import { Remarks } from "./parts/remarks.tsx"
import { ResultItem } from "./parts/result-item.tsx"
import { SearchForm } from "./parts/search-form.tsx"
import { Start } from "./parts/start.tsx"

export const loader = loaderFor(
  "search.browse",
  async ({ ctx, url }) => {
    const filter = readSearchFilter(url.searchParams)
    const region = filter.region ? await findRegion(ctx, filter.region) : undefined
    const provinces = await listProvinces(ctx)
    return { answer: await search(ctx, filter), filter, provinces, region: region ?? null, most: mostRanked }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  const t = translator(localeOf(args.location.pathname))
  const q = data?.filter.q ?? ""
  return publicMeta(args, {
    path: paths.search(),
    title: q === "" ? t("search.title") : t("search.titleOf", { q }),
    description: t("search.description"),
    card: ["halaman", "beranda"],
    views: searchParameters,
  })
}

export default function Search() {
  const { answer, filter, provinces, region, most } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.search())
  const query = searchQuery({ ...filter, cursor: null })
  return (
    <Page>
      <PageHeading title={t("search.title")} lede={filter.q === "" ? t("search.lede") : undefined} />
      <SearchForm action={here} filter={filter} provinces={provinces} region={region} />
      {filter.q === "" ? (
        <Start />
      ) : answer.results.length === 0 ? (
        <Nothing answer={answer} filter={filter} />
      ) : (
        <>
          <div className="found">
            <KindLinks answer={answer} filter={filter} />
            <Remarks answer={answer} filter={filter} most={most} />
          </div>
          <RecordList label={t("search.results")}>
            {answer.results.map((result) => (
              <ResultItem key={`${kindNames[result.kind]}/${result.key}`} result={result} />
            ))}
          </RecordList>
          <Pagination
            previous={filter.cursor ? withQuery(here, query) : undefined}
            next={answer.next ? withQuery(here, { ...query, setelah: answer.next }) : undefined}
          />
        </>
      )}
    </Page>
  )
}
