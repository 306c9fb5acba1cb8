import { useActionData } from "@remix-run/react"
import { requestPasswordReset } from "#app/domain/identity/account.server.ts"
import { forgotPasswordForm } from "#app/domain/identity/schema.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { Button, ErrorSummary, Form, FormActions, Page, PageHeading, Stack, TextInput } from "#app/ui/index.ts"
import { DemoMailbox } from "./parts/demo-mailbox.tsx"

export const loader = loaderFor("account.resetPassword", () => null)

export const action = actionFor("account.resetPassword", async ({ ctx, form }) => {
  const { email } = parseForm(form, forgotPasswordForm)
  await requestPasswordReset(ctx, email)
  return { sentTo: email, demo: ctx.settings.demo }
})

export const meta = metaFrom("account.forgotten.title")

export default function ForgottenPassword() {
  const t = useT()
  const answer = useActionData<typeof action>()
  const form = useFormState()
  if (answer && "sentTo" in answer)
    return (
      <Page width="text">
        <PageHeading
          title={t("account.forgotten.sentTitle")}
          lede={t("account.forgotten.sentLede", { email: answer.sentTo })}
        />
        {answer.demo ? <DemoMailbox address={answer.sentTo} /> : null}
      </Page>
    )
  return (
    <Page width="text">
      <PageHeading title={t("account.forgotten.title")} lede={t("account.forgotten.lede")} />
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <TextInput
            {...form.field("email")}
            type="email"
            label={t("account.email")}
            autoComplete="username"
            required
          />
          <FormActions>
            <Button icon="mail">{t("account.forgotten.submit")}</Button>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
