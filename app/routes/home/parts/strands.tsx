import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Section, STRANDS, type Strand, StrandBadge } from "#app/ui/index.ts"

/** Who the five are, what each brings and how many of them there are. */
export function Strands({ partners }: { partners: Readonly<Record<Strand, number>> }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("home.strands.title")} lede={t("home.strands.lede")} id="unsur">
      <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-5">
        {STRANDS.map((strand) => (
          <li key={strand}>
            <a href={to(paths.strand(strand))} className="no-underline">
              <StrandBadge strand={strand} />
            </a>
            <p className="mt-2 text-sm text-ink-soft">{t(`home.strands.${strand}`)}</p>
            <p className="mt-1 text-sm tabular">{t("home.strands.count", { count: partners[strand] })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
