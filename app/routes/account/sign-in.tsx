import { useLoaderData } from "@remix-run/react"
import { signInForm } from "#app/domain/identity/schema.ts"
import { signIn } from "#app/domain/identity/sign-in.server.ts"
import { deviceOf } from "#app/http/device.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { internalPath } from "#app/http/return-path.ts"
import { signedIn } from "#app/http/session.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  HiddenFields,
  Page,
  PageHeading,
  PasswordInput,
  Stack,
  TextInput,
} from "#app/ui/index.ts"

export const loader = loaderFor("account.signIn", ({ url }) => ({
  next: internalPath(url.searchParams.get("lanjut")) ?? "",
}))

export const action = actionFor("account.signIn", async ({ ctx, form, request }) => {
  const typed = parseForm(form, signInForm)
  const secret = await signIn(ctx, typed, deviceOf(request))
  return signedIn(ctx, secret, internalPath(typed.next ?? null))
})

export const meta = metaFrom("account.signIn.title")

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  return (
    <Page width="text">
      <PageHeading
        title={t("account.signIn.title")}
        lede={next ? t("account.signIn.ledeNext") : t("account.signIn.lede")}
      />
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <HiddenFields values={{ next }} />
        <Stack gap="lg">
          <TextInput
            {...form.field("email")}
            type="email"
            label={t("account.email")}
            autoComplete="username"
            required
          />
          <PasswordInput
            {...form.field("password")}
            label={t("account.password")}
            autoComplete="current-password"
            required
          />
          <FormActions
            note={
              <>
                <Anchor href={to(paths.forgotPassword())}>{t("account.signIn.forgotten")}</Anchor>
                {" · "}
                <Anchor href={to(paths.register())}>{t("account.signIn.noAccount")}</Anchor>
              </>
            }
          >
            <Button>{t("account.signIn.submit")}</Button>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
