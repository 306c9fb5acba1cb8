import { useLoaderData } from "@remix-run/react"
import { programmeParameters, readProgrammeFilter } from "#app/domain/programme/filter.ts"
import { listPublicProgrammes } from "#app/domain/programme/register.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, EmptyState, Page, PageHeading, Pagination, RecordList, Section } from "#app/ui/index.ts"
import { practiceKeys } from "#content/practices/titles.ts"
import { Downloads, withFeed } from "../data/parts/downloads.tsx"
import { ListFilters } from "../parts/list-filters.tsx"
import { usePracticeName } from "./parts/names.ts"
import { ProgrammeItem } from "./parts/programme-item.tsx"

const states = ["open", "completed", "cancelled"] as const

export const loader = loaderFor(
  "programme.browse",
  async ({ ctx, url, context }) => {
    cacheHint(ctx, context, { query: programmeParameters })
    const filter = readProgrammeFilter(url.searchParams)
    return { ...(await listPublicProgrammes(ctx, filter)), filter }
  },
  { public: true },
)

export const meta = withFeed(
  "programmes",
  publicMetaFrom("programme.list.title", "programme.list.description", {
    path: paths.programmes(),
    card: ["halaman", "belajar"],
    views: programmeParameters,
  }),
)

export default function Programmes() {
  const { entries, next, count, filter } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const practiceName = usePracticeName()
  const here = to(paths.programmes())
  const { q, status } = filter
  const filtered = q !== "" || status !== null
  return (
    <Page>
      <PageHeading title={t("programme.list.title")} lede={t("programme.list.lede")} />
      <ListFilters
        action={here}
        count={t("programme.list.count", { count })}
        search={{ label: t("programme.list.search"), hint: t("programme.list.searchHint"), value: q }}
        choices={[
          {
            name: "status",
            label: t("programme.list.status"),
            any: t("programme.list.anyStatus"),
            value: status,
            options: states.map((value) => ({ value, label: t(`programme.status.${value}`) })),
          },
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState
          art={filtered ? "search" : "people"}
          title={t(filtered ? "programme.list.nothing" : "programme.list.empty")}
          actions={filtered ? <ButtonLink href={here}>{t("ui.reset")}</ButtonLink> : null}
        >
          {t(filtered ? "programme.list.nothingBody" : "programme.list.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("programme.list.label")}>
          {entries.map((entry) => (
            <ProgrammeItem key={entry.id} entry={entry} />
          ))}
        </RecordList>
      )}
      <Pagination
        previous={filter.cursor ? withQuery(here, { q, status }) : undefined}
        next={next ? withQuery(here, { q, status, setelah: next }) : undefined}
      />
      <Downloads list="programmes" filters={{ q, status }} />
      <Section title={t("programme.list.practices")} lede={t("programme.list.practicesLede")} id="praktik" ruled>
        <ul className="points points--plain">
          {practiceKeys.map((key) => (
            <li key={key}>
              <Anchor href={to(paths.practice(key))}>{practiceName(key)}</Anchor>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
