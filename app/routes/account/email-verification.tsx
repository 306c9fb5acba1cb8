import { useLoaderData } from "@remix-run/react"
import { refusalOfToken } from "#app/domain/identity/mail-token.server.ts"
import { ownsToken, verifyEmail } from "#app/domain/identity/registration.server.ts"
import { textOf } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { errorText, useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  Page,
  PageHeading,
  PasswordInput,
  Stack,
} from "#app/ui/index.ts"

/** Opening the link changes nothing, since mail scanners open links too; the button does. */
export const loader = loaderFor("account.verifyEmail", async ({ ctx, params }) => ({
  signedIn: await ownsToken(ctx, params.token!),
  refused: await refusalOfToken(ctx, params.token!, "verify_email"),
}))

export const action = actionFor("account.verifyEmail", async ({ ctx, params, form }) => {
  await verifyEmail(ctx, params.token!, textOf(form, "password"))
  return redirectWith(ctx, ctx.actor ? paths.workspace() : paths.signIn(), "emailVerified")
})

export const meta = metaFrom("account.verify.title")

export default function EmailVerification() {
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const locale = useLocale()
  const { signedIn, refused } = useLoaderData<typeof loader>()
  const failure = form.message && form.summary.length === 0 ? form.message : refused && errorText(locale, refused)
  return (
    <Page width="text">
      <PageHeading title={t("account.verify.title")} {...(failure ? {} : { lede: t("account.verify.lede") })} />
      {failure ? (
        <Notice
          kind="danger"
          live
          title={failure}
          actions={
            <ButtonLink href={to(paths.resendVerification())} kind="quiet">
              {t("account.verify.again")}
            </ButtonLink>
          }
        />
      ) : (
        <Form>
          <Stack gap="lg">
            <ErrorSummary {...form.errorSummary} />
            {signedIn ? null : (
              <PasswordInput
                {...form.field("password")}
                label={t("account.password")}
                hint={t("account.verify.passwordHint")}
                autoComplete="current-password"
                required
              />
            )}
            <FormActions>
              <Button icon="check">{t("account.verify.submit")}</Button>
            </FormActions>
          </Stack>
        </Form>
      )}
    </Page>
  )
}
