import type { HeadDifference } from "#app/domain/agreement/content.ts"
import type { ClauseDifference } from "#app/domain/agreement/text/difference.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { Cluster, DefinitionList, DiffText, type State, StateBadge } from "#app/ui/index.ts"

/** The title, place and dates in which two versions differ. */
export function HeadChanges({ heads }: { heads: readonly HeadDifference[] }) {
  const t = useT()
  return (
    <DefinitionList
      items={heads.map((head) => ({
        key: head.name,
        term: t(`agreement.head.${head.name}`),
        value: head.runs.length > 0 ? <DiffText runs={head.runs} /> : <DayChange {...head} />,
      }))}
    />
  )
}

function DayChange({ before, after }: { before: string | null; after: string | null }) {
  const t = useT()
  const locale = useLocale()
  const day = (value: string | null) => (value ? formatDate(locale, value) : t("agreement.head.open"))
  return (
    <>
      {t("agreement.comparison.from")} <del>{day(before)}</del> {t("agreement.comparison.to")} <ins>{day(after)}</ins>
    </>
  )
}

const states: Readonly<Record<ClauseDifference["status"], State>> = {
  same: "ended",
  changed: "progress",
  moved: "waiting",
  added: "positive",
  removed: "refused",
}

/** Clauses word by word, each with how it fared. `level` is that of its headings. */
export function ClauseChanges({ clauses, level = 3 }: { clauses: readonly ClauseDifference[]; level?: 3 | 4 }) {
  const t = useT()
  const Heading = level === 3 ? "h3" : "h4"
  return (
    <div className="changes">
      {clauses.map((clause) => (
        <article key={clause.key} id={`bagian-${clause.key}`} className="changes__clause">
          <Cluster gap="sm">
            <Heading className="changes__title" lang="id">
              <DiffText runs={clause.title} as="span" />
            </Heading>
            <StateBadge state={states[clause.status]}>{t(`agreement.comparison.status.${clause.status}`)}</StateBadge>
            {clause.moved && clause.status === "changed" ? (
              <span className="text-sm text-ink-soft">{t("agreement.comparison.alsoMoved")}</span>
            ) : null}
          </Cluster>
          <div lang="id">
            <DiffText runs={clause.body} as="div" />
          </div>
        </article>
      ))}
    </div>
  )
}
