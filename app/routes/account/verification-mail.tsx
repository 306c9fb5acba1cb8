import { resendVerification } from "#app/domain/identity/registration.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, Form, Notice, Page, PageHeading } from "#app/ui/index.ts"

export const loader = loaderFor("account.read", () => null)

export const action = actionFor("account.read", async ({ ctx }) => {
  await resendVerification(ctx)
  return redirectWith(ctx, paths.account(), "verificationSent")
})

export const meta = metaFrom("account.resend.title")

export default function VerificationMail() {
  const t = useT()
  const form = useFormState()
  return (
    <Page width="text">
      <PageHeading title={t("account.resend.title")} lede={t("account.resend.lede")} />
      {form.message ? <Notice kind="danger" live title={form.message} /> : null}
      <Form>
        <Button icon="mail">{t("account.resend.submit")}</Button>
      </Form>
    </Page>
  )
}
