import { verifyEmail } from "#app/domain/identity/registration.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, Notice, Page, PageHeading } from "#app/ui/index.ts"

/** Opening the link changes nothing, since mail scanners open links too; the button does. */
export const loader = loaderFor("account.verifyEmail", () => null)

export const action = actionFor("account.verifyEmail", async ({ ctx, params }) => {
  await verifyEmail(ctx, params.token!)
  return redirectWith(ctx, ctx.actor ? paths.workspace() : paths.signIn(), "emailVerified")
})

export const meta = metaFrom("account.verify.title")

export default function EmailVerification() {
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  return (
    <Page width="text">
      <PageHeading title={t("account.verify.title")} lede={t("account.verify.lede")} />
      {form.message ? (
        <Notice
          kind="danger"
          live
          title={form.message}
          actions={
            <ButtonLink href={to(paths.resendVerification())} kind="quiet">
              {t("account.verify.again")}
            </ButtonLink>
          }
        />
      ) : (
        <Form>
          <Button icon="check">{t("account.verify.submit")}</Button>
        </Form>
      )}
    </Page>
  )
}
