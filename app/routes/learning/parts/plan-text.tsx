import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { Prose } from "#app/ui/index.ts"

/** An action plan as it is read: its title, its paragraphs as typed, and the day it is to be done by. */
export function PlanText({
  plan,
}: {
  plan: { readonly title: string; readonly body: string; readonly dueOn: string }
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <div lang="id">
      <p>
        <strong>{plan.title}</strong>
      </p>
      <Prose>
        {plan.body.split(/\n{2,}/).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity
          <p key={index} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </Prose>
      <p className="text-sm text-ink-soft" lang={locale}>
        {plan.dueOn ? t("programme.plan.due", { date: formatDate(locale, plan.dueOn) }) : t("programme.plan.noDue")}
      </p>
    </div>
  )
}
