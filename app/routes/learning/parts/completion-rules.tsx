import type { Completion, CompletionRule } from "#app/domain/programme/completion.server.ts"
import type { Translator } from "#app/i18n/messages.ts"
import { useT } from "#app/i18n/react.tsx"
import { StateBadge } from "#app/ui/index.ts"

/** What completion asks for, rule by rule, with what is still missing. */
export function CompletionRules({ completion }: { completion: Completion }) {
  const t = useT()
  return (
    <>
      <ul className="points points--plain">
        {completion.rules.map((rule) => (
          <li key={rule.key}>
            <StateBadge state={rule.met ? "positive" : "waiting"}>
              {t(rule.met ? "programme.learner.met" : "programme.learner.unmet")}
            </StateBadge>{" "}
            {ruleInWords(rule, t)}
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft" lang="id">
        {t("programme.learner.completionSource", { source: completion.source })}
      </p>
    </>
  )
}

function ruleInWords(rule: CompletionRule, t: Translator): string {
  if (rule.key === "cohort") return t(`programme.learner.rules.${rule.met ? "cohortMet" : "cohortUnmet"}`)
  if (rule.key === "plan") {
    if (rule.met) return t("programme.learner.rules.planMet")
    const { status } = rule
    if (status === "submitted") return t("programme.learner.rules.planSubmitted")
    if (status === "returned") return t("programme.learner.rules.planReturned")
    return t(status === null ? "programme.learner.rules.planNone" : "programme.learner.rules.planDraft")
  }
  const { attended, sessions, needed, percent } = rule
  if (sessions === 0) return t("programme.learner.rules.attendanceNone")
  return t(`programme.learner.rules.${rule.met ? "attendanceMet" : "attendanceUnmet"}`, {
    ...{ attended, sessions, needed, percent },
  })
}
