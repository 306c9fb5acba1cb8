import { useLoaderData } from "@remix-run/react"
import { organisationsByProvince } from "#app/domain/organisation/by-province.server.ts"
import { listPublicOrganisations } from "#app/domain/organisation/directory.server.ts"
import { directoryParameters, readDirectoryFilter } from "#app/domain/organisation/directory-filter.ts"
import { provinceMap } from "#app/domain/region/province-map.server.ts"
import { findRegion, listProvinces } from "#app/domain/region/queries.server.ts"
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
import { DirectoryFilters } from "./parts/directory-filters.tsx"
import { OrganisationItem } from "./parts/organisation-item.tsx"

const parameters = withMapView(directoryParameters)

export const loader = loaderFor(
  "organisation.browse",
  async ({ ctx, url, context }) => {
    cacheHint(ctx, context, { query: parameters })
    const filter = readDirectoryFilter(url.searchParams)
    const chosen = filter.region ? await findRegion(ctx, filter.region) : undefined
    const map = asksForMap(url.searchParams) ? await provinceMap(ctx, await organisationsByProvince(ctx, filter)) : null
    const { entries, next, count } = map
      ? { entries: [], next: null, count: map.total }
      : await listPublicOrganisations(ctx, filter)
    return {
      ...{ entries, next, count, map, filter },
      provinces: await listProvinces(ctx),
      chosen: chosen && chosen.kind !== "provinsi" ? { code: chosen.code, name: chosen.name } : null,
    }
  },
  { public: true },
)

export const meta = withFeed(
  "organisations",
  publicMetaFrom("organisation.list.title", "organisation.list.description", {
    path: paths.organisations(),
    card: ["halaman", "mitra"],
    views: parameters,
  }),
)

export default function Organisations() {
  const { entries, next, count, map, filter, provinces, chosen } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.organisations())
  const { q, strand: unsur, region: wilayah } = filter
  const filtered = q !== "" || unsur !== null || wilayah !== null
  const register = (
    <ButtonLink href={to(paths.newOrganisation())} kind="quiet" icon="plus">
      {t("organisation.list.register")}
    </ButtonLink>
  )
  return (
    <Page>
      <PageHeading title={t("organisation.list.title")} lede={t("organisation.list.lede")} actions={register} />
      <ListOrMap here={here} filters={{ q, unsur, wilayah }} onMap={map !== null} />
      <DirectoryFilters
        action={here}
        filter={filter}
        provinces={provinces}
        chosen={chosen}
        count={count}
        keep={map ? mapView : {}}
      />
      {map && count > 0 ? (
        <ProvinceMapView
          map={map}
          counts="organisations"
          hrefOf={(province) => withQuery(here, { q, unsur, wilayah: within(province, wilayah) })}
        />
      ) : entries.length === 0 ? (
        <EmptyState
          art={filtered ? "search" : "people"}
          title={t(filtered ? "organisation.list.nothing" : "organisation.list.empty")}
          actions={
            filtered ? <ButtonLink href={withQuery(here, map ? mapView : {})}>{t("ui.reset")}</ButtonLink> : register
          }
        >
          {t(filtered ? "organisation.list.nothingBody" : "organisation.list.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("organisation.list.label")}>
          {entries.map((entry) => (
            <OrganisationItem key={entry.slug} entry={entry} />
          ))}
        </RecordList>
      )}
      <Pagination
        previous={filter.cursor ? withQuery(here, { q, unsur, wilayah }) : undefined}
        next={next ? withQuery(here, { q, unsur, wilayah, setelah: next }) : undefined}
      />
      <Downloads list="organisations" filters={{ q, unsur, wilayah }} />
    </Page>
  )
}
