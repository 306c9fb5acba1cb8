import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Grid, Section } from "#app/ui/index.ts"

const readers = [
  ["region", paths.handbook("users/organisation")],
  ["partner", paths.handbook("users/contribution")],
  ["citizen", paths.initiatives()],
] as const

/** Where each kind of reader begins. */
export function Beginnings() {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("home.begin.title")} id="mulai">
      <Grid columns={3}>
        {readers.map(([reader, path]) => (
          <section key={reader}>
            <h3 className="text-lg font-semibold">{t(`home.begin.${reader}.title`)}</h3>
            <p className="mt-1 text-ink-soft">{t(`home.begin.${reader}.body`)}</p>
            <p className="mt-2">
              <Anchor href={to(path)}>{t(`home.begin.${reader}.link`)}</Anchor>
            </p>
          </section>
        ))}
      </Grid>
    </Section>
  )
}
