import type { RegionTies } from "#app/domain/network/weave.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Disclosure,
  EmptyState,
  RecordTable,
  Section,
  STRANDS,
  StrandBadge,
  WeaveChart,
} from "#app/ui/index.ts"

/** Regions drawn in the weave; the table holds all of them. */
export const drawnRegions = 12

/** Who works with whom: the drawing, and the same as a table. */
export function NetworkWeave({ regions }: { regions: readonly RegionTies[] }) {
  const t = useT()
  const to = useLocalPath()
  const drawn = regions.slice(0, drawnRegions)
  const names = {
    A: t("common.strand.A"),
    B: t("common.strand.B"),
    C: t("common.strand.C"),
    G: t("common.strand.G"),
    M: t("common.strand.M"),
  }
  return (
    <Section title={t("home.weave.title")} lede={t("home.weave.lede")} id="anyaman">
      {regions.length === 0 ? (
        <EmptyState art="people" title={t("home.weave.empty")}>
          {t("home.weave.emptyBody")}
        </EmptyState>
      ) : (
        <>
          <WeaveChart
            title={t("home.weave.chart")}
            description={t("home.weave.description", { count: drawn.length })}
            names={names}
            strandHref={(strand) => to(paths.strand(strand))}
            rows={drawn.map(({ code, name, ties }) => ({
              key: code,
              label: name,
              href: to(paths.region(code)),
              values: ties,
            }))}
          />
          <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-sm" aria-label={t("home.strands.title")}>
            {STRANDS.map((strand) => (
              <li key={strand}>
                <StrandBadge strand={strand} />
              </li>
            ))}
          </ul>
          <p className="my-3 text-sm text-ink-soft">{t("home.weave.how")}</p>
          <Disclosure summary={t("home.weave.table", { count: regions.length })}>
            <RecordTable
              caption={t("home.weave.chart")}
              captionHidden
              rows={regions}
              rowKey={({ code }) => code}
              columns={[
                {
                  key: "region",
                  header: t("home.weave.region"),
                  rowHeader: true,
                  cell: ({ code, name }) => <Anchor href={to(paths.region(code))}>{name}</Anchor>,
                },
                ...STRANDS.map((strand) => ({
                  key: strand,
                  header: <Anchor href={to(paths.strand(strand))}>{names[strand]}</Anchor>,
                  label: names[strand],
                  numeric: true,
                  cell: ({ ties }: RegionTies) => ties[strand],
                })),
                { key: "total", header: t("home.weave.total"), numeric: true, cell: ({ total }) => total },
              ]}
            />
          </Disclosure>
        </>
      )}
    </Section>
  )
}
