import type { Counterpart, TiesOf } from "#app/domain/network/ties.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, STRANDS, StrandBadge } from "#app/ui/index.ts"
import { TiesTable } from "../../parts/ties-table.tsx"

/** Who works with a region, on what, with the number of them from each strand. */
export function Counterparts({ ties }: { ties: TiesOf<Counterpart> }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <TiesTable
      ties={ties}
      title={t("network.ties.title")}
      header={t("network.ties.counterpart")}
      rowKey={({ slug }) => slug}
      name={({ slug, name, strand, verified }) => (
        <span className="flex items-start gap-2">
          <StrandBadge strand={strand} letterOnly />
          <span lang="id">{verified ? <Anchor href={to(paths.organisation(slug))}>{name}</Anchor> : name}</span>
        </span>
      )}
      summary={
        <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-2 text-sm" aria-label={t("network.ties.byStrand")}>
          {STRANDS.map((strand) => ({ strand, count: ties.others.filter((other) => other.strand === strand).length }))
            .filter(({ count }) => count > 0)
            .map(({ strand, count }) => (
              <li key={strand}>
                <StrandBadge strand={strand}>
                  {t("network.ties.ofStrand", { strand: t(`common.strand.${strand}`), count })}
                </StrandBadge>
              </li>
            ))}
        </ul>
      }
    />
  )
}
