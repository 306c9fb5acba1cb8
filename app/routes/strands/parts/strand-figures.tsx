import { withQuery } from "#app/http/query.ts"
import { formatNumber } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Section, type Strand, Tally } from "#app/ui/index.ts"

/** A strand in numbers, each leading to what it counts. */
export function StrandFigures({
  strand,
  partners,
  initiatives,
  regions,
}: {
  strand: Strand
  partners: number
  initiatives: number
  regions: number
}) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Section title={t("strand.tally.title")} id="angka">
      <Tally
        items={[
          {
            label: t("strand.tally.partners", { count: partners }),
            value: formatNumber(locale, partners),
            href: withQuery(to(paths.organisations()), { unsur: strand }),
          },
          {
            label: t("strand.tally.initiatives", { count: initiatives }),
            value: formatNumber(locale, initiatives),
            href: withQuery(to(paths.initiatives()), { strand }),
          },
          {
            label: t("strand.tally.regions", { count: regions }),
            value: formatNumber(locale, regions),
            href: "#wilayah",
          },
        ]}
      />
    </Section>
  )
}
