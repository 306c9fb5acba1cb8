import type { LearningForm, LearningForms } from "#app/domain/programme/learning-forms.ts"
import type { Translator } from "#app/i18n/messages.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { DefinitionList } from "#app/ui/index.ts"

/** How each form of learning counts, and where that was found. */
export function FormRules({ forms }: { forms: LearningForms }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <DefinitionList
        items={forms.forms.map((form) => ({ key: form.key, term: form.name[locale], value: ruleInWords(form, t) }))}
      />
      <p className="text-sm text-ink-soft" lang="id">
        {t("programme.modules.source", { source: forms.source })}
      </p>
    </>
  )
}

function ruleInWords({ rule, hours, limit }: LearningForm, t: Translator): string {
  const month = limit?.per === "month"
  return [
    t(`programme.modules.rule.${rule}`, { hours }),
    ...(limit?.sessions === undefined
      ? []
      : [
          t(month ? "programme.modules.limitSessionsMonth" : "programme.modules.limitSessionsDay", {
            count: limit.sessions,
          }),
        ]),
    ...(limit?.hours === undefined
      ? []
      : [t(month ? "programme.modules.limitHoursMonth" : "programme.modules.limitHoursDay", { count: limit.hours })]),
  ].join(", ")
}
