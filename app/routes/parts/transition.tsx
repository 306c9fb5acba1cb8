import type { ReactNode } from "react"
import { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { Button, ButtonLink, Form, FormActions, HiddenFields, Notice, Stack, TextArea } from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"

/**
 * The form of one transition: what it carries of the state that was seen, a reason or remark where one is asked for, and
 * the way back. Where the step does not start in the present state it says so instead of offering a button.
 */
export function Transition({
  back,
  open,
  state,
  fields,
  submit,
  words,
  danger = false,
  children,
}: {
  back: string
  open: boolean
  /** The state in a word, for where the step does not start in it. */
  state: string
  fields: Readonly<Record<string, string>>
  submit: ReactNode
  /** What has to be written, or may be. */
  words?: {
    readonly name: "reason" | "remark"
    readonly label: string
    readonly hint?: string
    readonly most: number
    readonly optional?: boolean
  }
  danger?: boolean
  children?: ReactNode
}) {
  const t = useT()
  const form = useFormState()
  const moved = form.refusal?.code === "conflict"
  return (
    <>
      <Refused form={form} />
      {children}
      {open ? null : (
        <Notice kind="warning" title={state}>
          {t("errors.flow.step")}
        </Notice>
      )}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={fields} />
          {words === undefined ? null : (
            <TextArea
              {...form.field(words.name)}
              label={words.label}
              hint={words.hint}
              rows={4}
              maxLength={words.most}
              lang="id"
              required={!words.optional}
              optional={words.optional}
            />
          )}
          <FormActions>
            {open ? <Button kind={danger ? "danger" : "primary"}>{submit}</Button> : null}
            <ButtonLink href={back} kind="plain">
              {moved || !open ? t("ui.reload") : t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </>
  )
}
