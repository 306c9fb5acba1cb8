import { agreementFlow } from "#app/domain/agreement/flow.ts"
import { agreementLimits } from "#app/domain/agreement/limits.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  DateInput,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { Refused } from "../../parts/refused.tsx"
import type { CaseHead } from "./case-heading.tsx"

/** A party's own number and its date. */
export function NumberFields({ head, number, numberedOn }: { head: CaseHead; number: string; numberedOn: string }) {
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ number, numberedOn })
  const open = stepsFrom(agreementFlow, head.status).some((step) => step === "number" || step === "reserveNumber")
  return (
    <>
      <Refused form={form} />
      {open ? null : (
        <Notice kind="warning" title={t(`agreement.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
          <TextInput
            {...form.field("number")}
            label={t("agreement.numbering.number")}
            hint={t("agreement.numbering.numberHint")}
            maxLength={agreementLimits.number}
            required
          />
          <DateInput {...form.field("numberedOn")} label={t("agreement.numbering.numberedOn")} required />
          <FormActions>
            {open ? <Button>{t("agreement.numbering.submit")}</Button> : null}
            <ButtonLink href={to(paths.agreementCase(head.code))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </>
  )
}
