import { certificateLimits } from "#app/domain/programme/certificate/limits.ts"
import { useFormState } from "#app/http/form.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, HiddenFields, RadioGroup, Stack, TextInput } from "#app/ui/index.ts"
import { Refused } from "../../parts/refused.tsx"
import type { PreparationData } from "../preparation.tsx"

/** Number, place and officer: all that a certificate needs beside what is on record. */
export function PreparationFields({
  data: { head, lockVersion, today, obstacle, issuers },
}: {
  data: PreparationData
}) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const only = issuers.length === 1 ? issuers[0]?.mandateId : undefined
  const form = useFormState({ mandateId: only })
  return (
    <>
      <Refused form={form} />
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(lockVersion) }} />
          {obstacle ? null : (
            <>
              <TextInput
                {...form.field("number")}
                label={t("certificate.prepare.number")}
                hint={t("certificate.prepare.numberHint")}
                maxLength={certificateLimits.number}
                required
              />
              <TextInput
                {...form.field("place")}
                label={t("certificate.prepare.place")}
                hint={t("certificate.prepare.placeHint")}
                maxLength={certificateLimits.place}
                required
              />
              <RadioGroup
                {...form.field("mandateId")}
                label={t("certificate.prepare.issuer")}
                hint={t("certificate.prepare.issuerHint")}
                options={issuers.map(({ mandateId, holder, office }) => ({
                  value: mandateId,
                  label: office,
                  hint: holder,
                }))}
                required
              />
            </>
          )}
          <FormActions
            note={obstacle ? undefined : t("certificate.prepare.dated", { date: formatDate(locale, today) })}
          >
            {obstacle ? null : <Button>{t("certificate.prepare.submit")}</Button>}
            <ButtonLink href={to(paths.certificate(head.learnerId))} kind="plain">
              {t(obstacle ? "ui.reload" : "common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </>
  )
}
