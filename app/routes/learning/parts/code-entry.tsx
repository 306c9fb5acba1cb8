import type { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, Form, FormActions, Stack, TextInput } from "#app/ui/index.ts"

/** The field for the code that the room shows, and its button. */
export function CodeEntry({ learnerId, form }: { learnerId: string; form: ReturnType<typeof useFormState> }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Form action={to(paths.typePresence(learnerId))}>
      <Stack gap="md">
        <TextInput
          {...form.field("code")}
          label={t("programme.learner.codeField")}
          hint={t("programme.learner.codeHint")}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={12}
          width="sm"
          required
        />
        <FormActions>
          <Button icon="check">{t("programme.learner.codeSubmit")}</Button>
        </FormActions>
      </Stack>
    </Form>
  )
}
