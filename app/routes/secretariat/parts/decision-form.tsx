import type { ReactNode } from "react"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import {
  Button,
  type ChoiceOption,
  Form,
  FormActions,
  HiddenFields,
  RadioGroup,
  Stack,
  TextArea,
} from "#app/ui/index.ts"

type Props = {
  form: ReturnType<typeof useFormState>
  /** Of what the page shows: a decision on anything older is refused. */
  lockVersion: number
  label: string
  options: readonly ChoiceOption[]
  reasonHint: string
  submit: string
  back: ReactNode
}

/** One of the decisions that are open now, with its reason. */
export function DecisionForm({ form, lockVersion, label, options, reasonHint, submit, back }: Props) {
  const t = useT()
  return (
    <Form>
      <HiddenFields values={{ lockVersion: String(lockVersion) }} />
      <Stack gap="lg">
        <RadioGroup {...form.field("decision")} label={label} options={options} required />
        <TextArea {...form.field("reason")} label={t("common.reason")} hint={reasonHint} rows={4} maxLength={1000} />
        <FormActions>
          <Button>{submit}</Button>
          {back}
        </FormActions>
      </Stack>
    </Form>
  )
}
