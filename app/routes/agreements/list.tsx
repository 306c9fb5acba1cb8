import { useLoaderData } from "@remix-run/react"
import { listPublicAgreements, registerChoices } from "#app/domain/agreement/register.server.ts"
import { readRegisterFilter, registerParameters } from "#app/domain/agreement/register-filter.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, PageHeading, Pagination, RecordList } from "#app/ui/index.ts"
import { Downloads, withFeed } from "../data/parts/downloads.tsx"
import { RegisterFilters } from "./parts/register-filters.tsx"
import { RegisterItem } from "./parts/register-item.tsx"

export const loader = loaderFor(
  "agreement.browse",
  async ({ ctx, url, context }) => {
    cacheHint(ctx, context, { query: registerParameters })
    const { filter } = readRegisterFilter(url.searchParams)
    const page = await listPublicAgreements(ctx, filter)
    return { ...page, filter, choices: await registerChoices(ctx) }
  },
  { public: true },
)

export const meta = withFeed(
  "agreements",
  publicMetaFrom("agreement.register.title", "agreement.register.description", {
    path: paths.agreements(),
    card: ["halaman", "kesepakatan"],
    views: registerParameters,
  }),
)

export default function Register() {
  const { entries, next, count, filter, choices } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.agreements())
  const { q, region, status, year } = filter
  const filtered = q !== "" || region !== null || status !== null || year !== null
  return (
    <Page>
      <PageHeading title={t("agreement.register.title")} lede={t("agreement.register.lede")} />
      <RegisterFilters action={here} filter={filter} choices={choices} count={count} filtered={filtered} />
      {entries.length === 0 ? (
        <EmptyState
          art={filtered ? "search" : "agreement"}
          title={t(filtered ? "agreement.register.nothing" : "agreement.register.empty")}
          actions={filtered ? <ButtonLink href={here}>{t("ui.reset")}</ButtonLink> : null}
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
