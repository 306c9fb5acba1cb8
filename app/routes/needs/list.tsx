import { useLoaderData } from "@remix-run/react"
import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { needParameters, readNeedFilter } from "#app/domain/proposal/need-filter.ts"
import { listPublicNeeds, needRegions } from "#app/domain/proposal/need-register.server.ts"
import { needsByProvince } from "#app/domain/proposal/needs-by-province.server.ts"
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
import { NeedFilters } from "./parts/need-filters.tsx"
import { NeedItem } from "./parts/need-item.tsx"

const parameters = withMapView(needParameters)

export const loader = loaderFor(
  "need.browse",
  async ({ ctx, url, context }) => {
    // At midnight a period may be over.
    cacheHint(ctx, context, { query: parameters, until: endOfOfficialDay(officialDay(ctx.now)) })
    const filter = readNeedFilter(url.searchParams)
    const map = asksForMap(url.searchParams) ? await provinceMap(ctx, await needsByProvince(ctx, filter)) : null
    const { entries, next, count } = map
      ? { entries: [], next: null, count: map.total }
      : await listPublicNeeds(ctx, filter)
    return { entries, next, count, map, filter, regions: await needRegions(ctx) }
  },
  { public: true },
)

export const meta = withFeed(
  "needs",
  publicMetaFrom("proposal.need.list.title", "proposal.need.list.description", {
    path: paths.needs(),
    card: ["halaman", "kebutuhan"],
    views: parameters,
  }),
)

export default function Needs() {
  const { entries, next, count, map, filter, regions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.needs())
  const { cursor, ...narrowed } = filter
  const filtered = Object.values(narrowed).some((value) => value !== null && value !== "")
  return (
    <Page>
      <PageHeading title={t("proposal.need.list.title")} lede={t("proposal.need.list.lede")} />
      <ListOrMap here={here} filters={narrowed} onMap={map !== null} />
      <NeedFilters action={here} filter={filter} regions={regions} count={count} keep={map ? mapView : {}} />
      {map && count > 0 ? (
        <ProvinceMapView
          map={map}
          counts="needs"
          hrefOf={(province) => withQuery(here, { ...narrowed, region: within(province, filter.region) })}
        />
      ) : entries.length === 0 ? (
        <EmptyState
          art={filtered ? "search" : "people"}
          title={t(filtered ? "proposal.need.list.nothing" : "proposal.need.list.empty")}
          actions={
            filtered ? <ButtonLink href={withQuery(here, map ? mapView : {})}>{t("ui.reset")}</ButtonLink> : null
          }
        >
          {t(filtered ? "proposal.need.list.nothingBody" : "proposal.need.list.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("proposal.need.list.label")}>
          {entries.map((entry) => (
            <NeedItem key={entry.id} entry={entry} />
          ))}
        </RecordList>
      )}
      <Pagination
        previous={cursor ? withQuery(here, narrowed) : undefined}
        next={next ? withQuery(here, { ...narrowed, cursor: next }) : undefined}
      />
      <Downloads list="needs" filters={narrowed} />
    </Page>
  )
}
