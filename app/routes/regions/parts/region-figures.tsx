import { withQuery } from "#app/http/query.ts"
import { formatNumber } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Tally } from "#app/ui/index.ts"

/** A region in numbers, each leading to what it counts. */
export function RegionFigures({
  region,
  agreements,
  initiatives,
  counterparts,
  partners,
}: {
  region: string
  /** Null where the region cannot be party to an agreement. */
  agreements: number | null
  initiatives: number
  counterparts: number
  partners: number
}) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const figure = (label: string, value: number, href: string) => ({
    label,
    value: formatNumber(locale, value),
    ...(value > 0 ? { href } : {}),
  })
  return (
    <section aria-label={t("region.show.tally.title")}>
      <Tally
        items={[
          figure(t("region.show.tally.counterparts"), counterparts, "#bersama"),
          figure(t("region.show.tally.initiatives"), initiatives, withQuery(to(paths.initiatives()), { region })),
          ...(agreements === null
            ? []
            : [
                figure(
                  t("region.show.tally.agreements"),
                  agreements,
                  withQuery(to(paths.agreements()), { region, status: "in_force" }),
                ),
              ]),
          figure(t("region.show.tally.partners"), partners, withQuery(to(paths.organisations()), { wilayah: region })),
        ]}
      />
    </section>
  )
}
