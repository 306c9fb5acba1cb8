import { useActionData } from "@remix-run/react"
import { registerAccount } from "#app/domain/identity/registration.server.ts"
import { registrationForm } from "#app/domain/identity/schema.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  FormActions,
  Page,
  PageHeading,
  PasswordInput,
  Select,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { DemoMailbox } from "./parts/demo-mailbox.tsx"
import { PrivacyNotice } from "./parts/privacy-notice.tsx"
import { zoneOptions } from "./parts/zones.ts"

export const loader = loaderFor("account.register", () => null, { public: true })

export const action = actionFor("account.register", async ({ ctx, form }) => {
  const registration = parseForm(form, registrationForm)
  await registerAccount(ctx, registration)
  return { sentTo: registration.email, demo: ctx.settings.demo }
})

export const meta = publicMetaFrom("account.register.title", "account.register.lede", { path: paths.register() })

export default function Register() {
  const t = useT()
  const to = useLocalPath()
  const answer = useActionData<typeof action>()
  const form = useFormState({ timeZone: "Asia/Jakarta" })
  if (answer && "sentTo" in answer)
    return (
      <Page width="text">
        <PageHeading
          title={t("account.register.sentTitle")}
          lede={t("account.register.sentLede", { email: answer.sentTo })}
          actions={
            <ButtonLink href={to(paths.signIn())} kind="quiet">
              {t("account.signIn.title")}
            </ButtonLink>
          }
        />
        <p>{t("account.register.sentHint")}</p>
        {answer.demo ? <DemoMailbox address={answer.sentTo} /> : null}
      </Page>
    )
  return (
    <Page width="text">
      <PageHeading title={t("account.register.title")} lede={t("account.register.lede")} />
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <TextInput {...form.field("name")} label={t("account.name")} autoComplete="name" required maxLength={120} />
          <TextInput
            {...form.field("email")}
            type="email"
            label={t("account.email")}
            hint={t("account.emailHint")}
            autoComplete="email"
            required
            maxLength={254}
          />
          <PasswordInput
            {...form.field("password")}
            label={t("account.newPassword")}
            hint={t("account.passwordHint")}
            autoComplete="new-password"
            required
          />
          <Select
            {...form.field("timeZone")}
            label={t("account.timeZone")}
            hint={t("account.timeZoneHint")}
            options={zoneOptions(t)}
            required
          />
          <PrivacyNotice />
          <Checkbox {...form.field("privacy")} label={t("account.register.privacyAccept")} required />
          <FormActions note={<Anchor href={to(paths.signIn())}>{t("account.register.haveAccount")}</Anchor>}>
            <Button>{t("account.register.submit")}</Button>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
