import type { IssuedToken } from "#app/domain/organisation/api-token/issuing.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { ButtonLink, CodeText, FormActions, Notice, Stack } from "#app/ui/index.ts"

/** A new token, on the only page that ever shows it. */
export function IssuedOnce({ issued, back }: { issued: IssuedToken; back: string }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Stack gap="lg">
      <Notice kind="success" title={t("apiToken.issued.token")} live>
        <CodeText block>{issued.token}</CodeText>
      </Notice>
      <p>{t("apiToken.issued.keep", { until: formatInstant(locale, issued.expiresAt, timeZone) })}</p>
      <FormActions>
        <ButtonLink href={back}>{t("apiToken.issued.done")}</ButtonLink>
      </FormActions>
    </Stack>
  )
}
