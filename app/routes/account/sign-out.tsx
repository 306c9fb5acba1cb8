import { endSessionBySecret } from "#app/domain/identity/session.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { sessionSecret, signedOutHeaders } from "#app/http/session.server.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, Form, Page, PageHeading } from "#app/ui/index.ts"

export const loader = loaderFor("page.read", () => null)

export const action = actionFor("page.read", async ({ ctx, request }) => {
  await endSessionBySecret(ctx, sessionSecret(ctx, request))
  return redirectWith(ctx, paths.home(), "signedOut", signedOutHeaders(ctx))
})

export const meta = metaFrom("account.signOut.title")

export default function SignOut() {
  const t = useT()
  return (
    <Page width="text">
      <PageHeading title={t("account.signOut.title")} lede={t("account.signOut.lede")} />
      <Form>
        <Button icon="sign-out">{t("account.signOut.submit")}</Button>
      </Form>
    </Page>
  )
}
