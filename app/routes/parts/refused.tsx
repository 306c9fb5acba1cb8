import type { useFormState } from "#app/http/form.ts"
import { ErrorSummary, Notice } from "#app/ui/index.ts"

/** Why a submission was refused: the list of its fields, or the one sentence where no field is at fault. */
export function Refused({ form }: { form: ReturnType<typeof useFormState> }) {
  if (form.summary.length > 0) return <ErrorSummary title={form.message} errors={form.summary} />
  if (!form.message) return null
  return (
    <Notice kind="danger" live>
      {form.message}
    </Notice>
  )
}
