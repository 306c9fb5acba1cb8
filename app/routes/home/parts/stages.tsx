import { useT } from "#app/i18n/react.tsx"
import { Grid, Section } from "#app/ui/index.ts"

const stages = ["draft", "agree", "seal", "open"] as const

/** How a text becomes an agreement, in four steps. */
export function Stages() {
  const t = useT()
  return (
    <Section title={t("home.stages.title")}>
      <Grid columns={4}>
        {stages.map((stage, index) => (
          <section key={stage}>
            <p className="tabular text-sm text-ink-soft" aria-hidden="true">
              {index + 1}
            </p>
            <h3 className="text-lg font-semibold">{t(`home.stages.${stage}.title`)}</h3>
            <p className="text-ink-soft">{t(`home.stages.${stage}.body`)}</p>
          </section>
        ))}
      </Grid>
    </Section>
  )
}
