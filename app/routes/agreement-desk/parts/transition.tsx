import type { ReactNode } from "react"
import { type AgreementStep, agreementFlow } from "#app/domain/agreement/flow.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, HiddenFields, Notice, Stack, TextArea } from "#app/ui/index.ts"
import type { CaseHead } from "./case-heading.tsx"
import { Refused } from "./refused.tsx"

/**
 * One transition: why it was refused where it was, what it is about (`children`), and its form with what it carries of
 * the state that was seen, a reason where one is asked for, and the way back. Where none of `steps` starts in the
 * present state it says so instead of offering a button.
 */
export function Transition({
  head,
  steps,
  submit,
  reason,
  danger = false,
  fields = {},
  blocked = false,
  children,
}: {
  head: CaseHead
  steps: readonly AgreementStep[]
  submit: ReactNode
  reason?: string
  danger?: boolean
  fields?: Readonly<Record<string, string>>
  /** Something else stands in the way and is said by `children`. */
  blocked?: boolean
  children?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const back = to(paths.agreementCase(head.code))
  const open = stepsFrom(agreementFlow, head.status).some((step) => steps.includes(step))
  const moved = form.refusal?.code === "conflict"
  return (
    <>
      <Refused form={form} />
      {open ? null : (
        <Notice kind="warning" title={t(`agreement.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      {children}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion), ...fields }} />
          {reason === undefined ? null : (
            <TextArea {...form.field("reason")} label={reason} rows={4} maxLength={1_000} required />
          )}
          <FormActions>
            {open && !blocked ? <Button kind={danger ? "danger" : "primary"}>{submit}</Button> : null}
            <ButtonLink href={back} kind="plain">
              {moved || !open ? t("agreement.reload") : t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </>
  )
}
