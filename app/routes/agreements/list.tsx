import { useLoaderData } from "@remix-run/react"
import { agreementsByProvince, countPublicAgreements } from "#app/domain/agreement/by-province.server.ts"
import { listPublicAgreements, registerChoices } from "#app/domain/agreement/register.server.ts"
import { readRegisterFilter, registerParameters } from "#app/domain/agreement/register-filter.ts"
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
import { RegisterFilters } from "./parts/register-filters.tsx"
import { RegisterItem } from "./parts/register-item.tsx"

const parameters = withMapView(registerParameters)

export const loader = loaderFor(
  "agreement.browse",
  async ({ ctx, url, context }) => {
    cacheHint(ctx, context, { query: parameters })
    const { filter } = readRegisterFilter(url.searchParams)
    const map = asksForMap(url.searchParams) ? await provinceMap(ctx, await agreementsByProvince(ctx, filter)) : null
    const { entries, next, count } = map
      ? { entries: [], next: null, count: await countPublicAgreements(ctx, filter) }
      : await listPublicAgreements(ctx, filter)
    return { entries, next, count, map, filter, choices: await registerChoices(ctx) }
  },
  { public: true },
)

export const meta = withFeed(
  "agreements",
  publicMetaFrom("agreement.register.title", "agreement.register.description", {
    path: paths.agreements(),
    card: ["halaman", "kesepakatan"],
    views: parameters,
  }),
)

export default function Register() {
  const { entries, next, count, map, filter, choices } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.agreements())
  const { q, region, status, year } = filter
  const filtered = q !== "" || region !== null || status !== null || year !== null
  return (
    <Page>
      <PageHeading title={t("agreement.register.title")} lede={t("agreement.register.lede")} />
      <ListOrMap here={here} filters={{ q, region, status, year }} onMap={map !== null} />
      <RegisterFilters action={here} filter={filter} choices={choices} count={count} keep={map ? mapView : {}} />
      {map && count > 0 ? (
        <ProvinceMapView
          map={map}
          counts="agreements"
          hrefOf={(province) => withQuery(here, { q, region: within(province, region), status, year })}
        />
      ) : entries.length === 0 ? (
        <EmptyState
          art={filtered ? "search" : "agreement"}
          title={t(filtered ? "agreement.register.nothing" : "agreement.register.empty")}
          actions={
            filtered ? <ButtonLink href={withQuery(here, map ? mapView : {})}>{t("ui.reset")}</ButtonLink> : null
          }
        >
          {t(filtered ? "agreement.register.nothingBody" : "agreement.register.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("agreement.register.list")}>
          {entries.map((entry) => (
            <RegisterItem key={entry.code} entry={entry} />
          ))}
        </RecordList>
      )}
      <Pagination
        previous={filter.cursor ? withQuery(here, { q, region, status, year }) : undefined}
        next={next ? withQuery(here, { q, region, status, year, cursor: next }) : undefined}
      />
      <Downloads list="agreements" filters={{ q, region, status, year }} />
    </Page>
  )
}
