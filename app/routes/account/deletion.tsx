import { deleteAccount } from "#app/domain/identity/account.server.ts"
import { deleteAccountForm } from "#app/domain/identity/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { signedOutHeaders } from "#app/http/session.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  Page,
  PageHeading,
  PasswordInput,
  Stack,
} from "#app/ui/index.ts"

export const loader = loaderFor("account.read", () => null)

export const action = actionFor("account.delete", async ({ ctx, form }) => {
  await deleteAccount(ctx, parseForm(form, deleteAccountForm))
  return redirectWith(ctx, paths.home(), "accountDeleted", signedOutHeaders(ctx))
})

export const meta = metaFrom("account.deletion.title")

export default function Deletion() {
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  return (
    <Page width="text">
      <PageHeading title={t("account.deletion.title")} lede={t("account.deletion.lede")} />
      <Notice kind="warning" title={t("account.deletion.what")}>
        <ul>
          <li>{t("account.deletion.gone")}</li>
          <li>{t("account.deletion.stays")}</li>
        </ul>
      </Notice>
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <PasswordInput
            {...form.field("password")}
            label={t("account.password")}
            autoComplete="current-password"
            required
          />
          <Checkbox {...form.field("confirm")} label={t("account.deletion.confirm")} required />
          <FormActions>
            <Button kind="danger">{t("account.deletion.submit")}</Button>
            <ButtonLink href={to(paths.account())} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
