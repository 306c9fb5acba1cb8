import type { Figures } from "#app/domain/network/figures.server.ts"
import { withQuery } from "#app/http/query.ts"
import { formatNumber } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Section, Tally } from "#app/ui/index.ts"

/** The network in figures, each leading to the list that it counts. */
export function NetworkFigures({ figures }: { figures: Figures }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const partners = Object.values(figures.partners).reduce((sum, count) => sum + count, 0)
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Section
      title={t("home.figures.title")}
      id="angka"
      actions={<Anchor href={to(paths.handbook("users/figures"))}>{t("home.figures.how")}</Anchor>}
    >
      <Tally
        className="tally--six"
        items={[
          {
            label: t("home.figures.agreements", { count: figures.agreements }),
            value: number(figures.agreements),
            href: withQuery(to(paths.agreements()), { status: "in_force" }),
            note: t("home.figures.agreementsNote", { count: figures.regions }),
          },
          {
            label: t("home.figures.partners", { count: partners }),
            value: number(partners),
            href: to(paths.organisations()),
            note: t("home.figures.partnersNote"),
          },
          {
            label: t("home.figures.initiatives", { count: figures.running }),
            value: number(figures.running),
            href: withQuery(to(paths.initiatives()), { state: "running" }),
            note: t("home.figures.initiativesNote", { count: figures.completed }),
          },
          {
            label: t("home.figures.reached", { count: figures.reached }),
            value: number(figures.reached),
            href: to(paths.initiatives()),
            note: t("home.figures.reachedNote", { count: figures.measured }),
          },
          {
            label: t("home.figures.hours", { count: figures.hours }),
            value: number(figures.hours),
            href: to(paths.programmes()),
            note: t("home.figures.hoursNote"),
          },
          {
            label: t("home.figures.needs", { count: figures.needs }),
            value: number(figures.needs),
            href: withQuery(to(paths.needs()), { state: "open" }),
            note: t("home.figures.needsNote"),
          },
        ]}
      />
    </Section>
  )
}
