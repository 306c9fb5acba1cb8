import { useLoaderData } from "@remix-run/react"
import { certificateLimits, revokeClasses } from "#app/domain/programme/certificate/limits.ts"
import { revocationView, revokeCertificateOfLearning } from "#app/domain/programme/certificate/revocation.server.ts"
import { certificateRevocationForm } from "#app/domain/programme/certificate/schema.ts"
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
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  RadioGroup,
  Stack,
  TextArea,
} from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { certificateFor, headOf } from "./parts/certificate-head.server.ts"
import { CertificateHeading } from "./parts/certificate-heading.tsx"

export const loader = loaderFor("certificate.revoke", async ({ ctx, params }) => {
  const { learner, certificate } = await revocationView(ctx, params.id ?? "")
  return {
    head: headOf(ctx, learner),
    certificate: certificate && { number: certificate.number, lockVersion: certificate.lockVersion },
  }
})

export const action = actionFor("certificate.revoke", async ({ ctx, params, form }) => {
  await certificateFor(ctx, params.id, "certificate.revoke")
  await revokeCertificateOfLearning(ctx, params.id ?? "", parseForm(form, certificateRevocationForm))
  return redirectWith(ctx, paths.certificate(params.id ?? ""), "certificateRevoked")
})

export const meta = metaFrom("certificate.revoke.title")

export default function RevocationPage() {
  const { head, certificate } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  return (
    <Page width="text">
      <CertificateHeading
        head={head}
        title={t("certificate.revoke.title")}
        lede={certificate ? t("certificate.revoke.lede", { number: certificate.number }) : undefined}
      />
      <Refused form={form} />
      <Notice
        kind="warning"
        title={t(certificate ? "certificate.revoke.effect" : "certificate.revoke.nothing")}
        actions={
          certificate ? undefined : (
            <ButtonLink href={to(paths.certificate(head.learnerId))} kind="quiet">
              {t("ui.reload")}
            </ButtonLink>
          )
        }
      >
        {certificate ? (
          <ul>
            <li>{t("certificate.revoke.effectCheck")}</li>
            <li>{t("certificate.revoke.effectFile")}</li>
            <li>{t("certificate.revoke.effectNew")}</li>
          </ul>
        ) : null}
      </Notice>
      {certificate ? (
        <Form>
          <Stack gap="lg">
            <HiddenFields values={{ lockVersion: String(certificate.lockVersion) }} />
            <RadioGroup
              {...form.field("class")}
              label={t("certificate.revoke.class")}
              options={revokeClasses.map((value) => ({ value, label: t(`certificate.class.${value}`) }))}
              required
            />
            <TextArea
              {...form.field("reason")}
              label={t("certificate.revoke.reason")}
              hint={t("certificate.revoke.reasonHint")}
              rows={4}
              maxLength={certificateLimits.reason}
              required
            />
            <FormActions>
              <Button kind="danger">{t("certificate.revoke.submit")}</Button>
              <ButtonLink href={to(paths.certificate(head.learnerId))} kind="plain">
                {t("common.cancel")}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Form>
      ) : null}
    </Page>
  )
}
