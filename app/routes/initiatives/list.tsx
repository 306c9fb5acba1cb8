import { useLoaderData } from "@remix-run/react"
import { initiativesByProvince } from "#app/domain/initiative/by-province.server.ts"
import { initiativeParameters, readInitiativeFilter } from "#app/domain/initiative/filter.ts"
import { initiativeRegions, listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import { provinceMap } from "#app/domain/region/province-map.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, PageHeading, Pagination, RecordList } from "#app/ui/index.ts"
import { Downloads, withFeed } from "../data/parts/downloads.tsx"
import { ListOrMap } from "../parts/list-or-map.tsx"
import { asksForMap, mapView, within, withMapView } from "../parts/map-view.ts"
import { ProvinceMapView } from "../parts/province-map.tsx"
import { InitiativeFilters } from "./parts/initiative-filters.tsx"
import { InitiativeItem } from "./parts/initiative-item.tsx"

const parameters = withMapView(initiativeParameters)

export const loader = loaderFor(
  "initiative.browse",
  async ({ ctx, url, context }) => {
    cacheHint(ctx, context, { query: parameters })
    const filter = readInitiativeFilter(url.searchParams)
    const map = asksForMap(url.searchParams) ? await provinceMap(ctx, await initiativesByProvince(ctx, filter)) : null
    const { entries, next, count } = map
      ? { entries: [], next: null, count: map.total }
      : await listPublicInitiatives(ctx, filter)
    return { entries, next, count, map, filter, regions: await initiativeRegions(ctx) }
  },
  { public: true },
)

export const meta = withFeed(
  "initiatives",
  publicMetaFrom("initiative.list.title", "initiative.list.description", {
    path: paths.initiatives(),
    card: ["halaman", "inisiatif"],
    views: parameters,
  }),
)

export default function Initiatives() {
  const { entries, next, count, map, filter, regions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.initiatives())
  const { cursor, ...narrowed } = filter
  const filtered = Object.values(narrowed).some((value) => value !== null && value !== "")
  return (
    <Page>
      <PageHeading title={t("initiative.list.title")} lede={t("initiative.list.lede")} />
      <ListOrMap here={here} filters={narrowed} onMap={map !== null} />
      <InitiativeFilters action={here} filter={filter} regions={regions} count={count} keep={map ? mapView : {}} />
      {map && count > 0 ? (
        <ProvinceMapView
          map={map}
          counts="initiatives"
          hrefOf={(province) => withQuery(here, { ...narrowed, region: within(province, filter.region) })}
        />
      ) : entries.length === 0 ? (
        <EmptyState
          art={filtered ? "search" : "people"}
          title={t(filtered ? "initiative.list.nothing" : "initiative.list.empty")}
          actions={
            filtered ? <ButtonLink href={withQuery(here, map ? mapView : {})}>{t("ui.reset")}</ButtonLink> : null
          }
        >
          {t(filtered ? "initiative.list.nothingBody" : "initiative.list.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("initiative.list.title")}>
          {entries.map((entry) => (
            <InitiativeItem key={entry.id} entry={entry} />
          ))}
        </RecordList>
      )}
      <Pagination
        previous={cursor ? withQuery(here, narrowed) : undefined}
        next={next ? withQuery(here, { ...narrowed, cursor: next }) : undefined}
      />
      <Downloads list="initiatives" filters={narrowed} />
    </Page>
  )
}
