import type { RegionTies } from "#app/domain/network/weave.server.ts"
import { formatNumber } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Section, Tally } from "#app/ui/index.ts"

/** The regions in which most is done together, each with the total of its row in the weave. */
export function BusiestRegions({ regions }: { regions: readonly RegionTies[] }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  if (regions.length === 0) return null
  return (
    <Section title={t("region.list.busiest")} lede={t("region.list.busiestLede")} id="teraktif">
      <Tally
        items={regions.map(({ code, name, total }) => ({
          label: name,
          value: formatNumber(locale, total),
          href: to(paths.region(code)),
        }))}
      />
    </Section>
  )
}
