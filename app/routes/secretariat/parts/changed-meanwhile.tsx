import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { Notice } from "#app/ui/index.ts"

/** After a decision that came too late: what stands below is the newest state, and what was typed is still there. */
export function ChangedMeanwhile({ form }: { form: ReturnType<typeof useFormState> }) {
  const t = useT()
  const key = form.refusal?.key
  if (key !== "stale" && key !== "flow.step") return null
  return (
    <Notice kind="warning" live>
      {t("organisation.admin.decision.changed")}
    </Notice>
  )
}
