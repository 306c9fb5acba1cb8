import { useLoaderData } from "@remix-run/react"
import { revokeOwnCertificate } from "#app/domain/signature/own-revocation.server.ts"
import { getCertificate } from "#app/domain/signature/queries.server.ts"
import { ownRevocationCodes } from "#app/domain/signature/revocation-codes.ts"
import { revocationForm } from "#app/domain/signature/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
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
  RadioGroup,
  Stack,
  TextArea,
} from "#app/ui/index.ts"

export const loader = loaderFor("key.revoke", async ({ ctx, params }) => {
  const { office, serial, state } = await getCertificate(ctx, params.certificateId!)
  return { office, serial, revoked: state === "revoked" }
})

export const action = actionFor("key.revoke", async ({ ctx, params, form }) => {
  await getCertificate(ctx, params.certificateId!)
  await revokeOwnCertificate(ctx, params.certificateId!, parseForm(form, revocationForm))
  return redirectWith(ctx, paths.keys(), "keyRevoked")
})

export const meta = metaFrom("signing.revoke.title")

export default function Revocation() {
  const { office, serial, revoked } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const back = (
    <ButtonLink href={to(paths.keys())} kind="plain">
      {t("signing.enrol.toKeys")}
    </ButtonLink>
  )
  return (
    <Page width="text">
      <PageHeading title={t("signing.revoke.title")} lede={t("signing.revoke.lede", { office, serial })} />
      <ErrorSummary {...form.errorSummary} />
      {revoked ? (
        <Notice title={t("signing.keys.state.revoked")} actions={back} />
      ) : (
        <Form>
          <Stack gap="lg">
            <Notice kind="warning" title={t("signing.revoke.effect")}>
              <ul>
                <li>{t("signing.revoke.effectKey")}</li>
                <li>{t("signing.revoke.effectList")}</li>
                <li>{t("signing.revoke.effectPast")}</li>
                <li>{t("signing.revoke.effectNew")}</li>
              </ul>
            </Notice>
            <RadioGroup
              {...form.field("code")}
              label={t("signing.revoke.why")}
              options={ownRevocationCodes.map((value) => ({ value, label: t(`signing.revoke.code.${value}`) }))}
              required
            />
            <TextArea
              {...form.field("reason")}
              label={t("signing.revoke.reason")}
              hint={t("signing.revoke.reasonHint")}
              rows={3}
              maxLength={500}
              required
            />
            <PasswordInput
              {...form.field("password")}
              label={t("signing.revoke.password")}
              autoComplete="current-password"
              required
            />
            <FormActions>
              <Button kind="danger">{t("signing.revoke.submit")}</Button>
              {back}
            </FormActions>
          </Stack>
        </Form>
      )}
    </Page>
  )
}
