import { useLoaderData } from "@remix-run/react"
import { activityIn } from "#app/domain/network/activity.server.ts"
import { weaveOf } from "#app/domain/network/weave.server.ts"
import { regionsByProvince } from "#app/domain/region/by-province.server.ts"
import { readRegionFilter, regionParameters } from "#app/domain/region/filter.ts"
import { provinceMap } from "#app/domain/region/province-map.server.ts"
import { listProvinces, listRegions } from "#app/domain/region/queries.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, PageHeading, Pagination } from "#app/ui/index.ts"
import { Downloads, withFeed } from "../data/parts/downloads.tsx"
import { ListOrMap } from "../parts/list-or-map.tsx"
import { asksForMap, mapView, withMapView } from "../parts/map-view.ts"
import { ProvinceMapView } from "../parts/province-map.tsx"
import { useActivity } from "./parts/activity.ts"
import { BusiestRegions } from "./parts/busiest.tsx"
import { PlaceList } from "./parts/places.tsx"
import { RegionFilters } from "./parts/region-filters.tsx"

/** Regions that are named before the list. */
const busiestShown = 6

const parameters = withMapView(regionParameters)

export const loader = loaderFor(
  "region.browse",
  async ({ ctx, url, context }) => {
    cacheHint(ctx, context, { query: parameters })
    const filter = readRegionFilter(url.searchParams)
    const map = asksForMap(url.searchParams) ? await provinceMap(ctx, await regionsByProvince(ctx, filter)) : null
    const { entries, next, count } = map
      ? { entries: [], next: null, count: map.total }
      : await listRegions(ctx, filter)
    const activity = await activityIn(
      ctx,
      entries.map(({ code }) => code),
    )
    const whole = filter.q === "" && filter.province === null && filter.after === null && map === null
    return {
      entries: entries.map(({ code, name, kind }) => ({ code, name, kind, activity: activity.get(code) ?? null })),
      ...{ next, count, map, filter },
      busiest: whole ? (await weaveOf(ctx)).slice(0, busiestShown) : [],
      provinces: await listProvinces(ctx),
    }
  },
  { public: true },
)

export const meta = withFeed(
  "regions",
  publicMetaFrom("region.list.title", "region.list.description", {
    path: paths.regions(),
    card: ["halaman", "wilayah"],
    views: parameters,
  }),
)

export default function Regions() {
  const { entries, next, count, map, filter, busiest, provinces } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const activity = useActivity()
  const here = to(paths.regions())
  const { q, province: provinsi } = filter
  return (
    <Page>
      <PageHeading title={t("region.list.title")} lede={t("region.list.lede")} />
      <ListOrMap here={here} filters={{ q, provinsi }} onMap={map !== null} />
      <BusiestRegions regions={busiest} />
      <RegionFilters action={here} filter={filter} provinces={provinces} count={count} keep={map ? mapView : {}} />
      {map && count > 0 ? (
        <ProvinceMapView map={map} counts="regions" hrefOf={(code) => withQuery(here, { q, provinsi: code })} />
      ) : entries.length === 0 ? (
        <EmptyState
          art="search"
          title={t("region.list.nothing")}
          actions={<ButtonLink href={withQuery(here, map ? mapView : {})}>{t("ui.reset")}</ButtonLink>}
        >
          {t("region.list.nothingBody")}
        </EmptyState>
      ) : (
        <PlaceList
          places={entries}
          item={(entry) => (
            <span>
              <a
                className={entry.kind === "provinsi" ? "anchor font-semibold" : "anchor"}
                href={to(paths.region(entry.code))}
              >
                {entry.name}
              </a>
              {entry.activity ? <span className="block text-sm text-ink-soft">{activity(entry.activity)}</span> : null}
            </span>
          )}
        />
      )}
      <Pagination
        previous={filter.after ? withQuery(here, { q, provinsi }) : undefined}
        next={next ? withQuery(here, { q, provinsi, setelah: next }) : undefined}
      />
      <Downloads list="regions" filters={{ q, provinsi }} />
    </Page>
  )
}
