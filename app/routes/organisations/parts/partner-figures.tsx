import type { Tie, TiesOf, WorkedWith } from "#app/domain/network/ties.server.ts"
import { formatNumber } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { Tally } from "#app/ui/index.ts"

/** A partner in numbers, each leading to the part of the page that tells them. */
export function PartnerFigures({
  regions: { others },
  initiatives,
  agreements,
}: {
  regions: TiesOf<WorkedWith>
  initiatives: number
  /** Null for a partner that is no party to agreements. */
  agreements: number | null
}) {
  const t = useT()
  const locale = useLocale()
  const figure = (label: string, value: number, href: string) => ({
    label,
    value: formatNumber(locale, value),
    ...(value > 0 ? { href } : {}),
  })
  const proposals = distinct(others.flatMap(({ ties }) => ties.filter(({ kind }) => kind === "proposal")))
  return (
    <section aria-label={t("organisation.show.tally.title")}>
      <Tally
        items={[
          figure(t("organisation.show.tally.regions"), others.length, "#bersama"),
          figure(t("organisation.show.tally.initiatives"), initiatives, "#inisiatif"),
          agreements === null
            ? figure(t("organisation.show.tally.proposals"), proposals, "#bersama")
            : figure(t("organisation.show.tally.agreements"), agreements, "#kesepakatan"),
        ]}
      />
    </section>
  )
}

const distinct = (ties: readonly Tie[]): number => new Set(ties.map(({ title, since }) => `${since} ${title}`)).size
