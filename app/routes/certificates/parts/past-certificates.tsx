import type { CertificateView } from "#app/domain/programme/certificate/desk.server.ts"
import { withQuery } from "#app/http/query.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList, Sheet, Stack } from "#app/ui/index.ts"
import type { CertificateHead } from "./certificate-heading.tsx"

/** Revoked certificates, each with why, for those who may read them. */
export function PastCertificates({ head, past }: { head: CertificateHead; past: readonly CertificateView[] }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Stack as="ol" gap="lg">
      {past.map((one) => (
        <Sheet as="li" key={one.id}>
          <Stack>
            <p>
              {t("certificate.show.revokedAt", {
                time: one.revokedAt ? formatInstant(locale, one.revokedAt, timeZone) : "",
                class: t(`certificate.class.${one.revokeClass ?? "other"}`),
              })}
            </p>
            <DefinitionList
              items={[
                { term: t("certificate.fact.number"), value: one.number },
                { term: t("certificate.fact.reason"), value: one.revokeReason },
              ]}
            />
            {one.sha256 ? (
              <p>
                <Anchor href={withQuery(paths.certificatePdf(head.learnerId), { sha256: one.sha256 })}>
                  {t(one.sealedAt ? "certificate.show.download" : "certificate.show.downloadUnsealed")}
                </Anchor>
              </p>
            ) : null}
          </Stack>
        </Sheet>
      ))}
    </Stack>
  )
}
