import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, ButtonLink, Notice } from "#app/ui/index.ts"
import type { CertificateData } from "../show.tsx"

/** The one thing to do next, or how the certificate stands where there is nothing for this reader to do. */
export function NextStep({ data: { head, live, may } }: { data: CertificateData }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const office = live?.document?.issuer.office ?? ""
  if (may.prepare)
    return (
      <ActionCard
        title={t("certificate.show.prepareNext")}
        action={
          <ButtonLink href={to(paths.prepareCertificate(head.learnerId))}>{t("certificate.show.prepare")}</ButtonLink>
        }
      >
        {t("certificate.show.prepareNextBody")}
      </ActionCard>
    )
  if (may.seal)
    return (
      <ActionCard
        title={t("certificate.show.sealNext")}
        action={
          <ButtonLink href={to(paths.sealCertificate(head.learnerId))} icon="seal">
            {t("certificate.show.seal")}
          </ButtonLink>
        }
      >
        {t("certificate.show.sealNextBody", { office })}
      </ActionCard>
    )
  if (live?.status === "prepared")
    return live.document ? (
      <Notice title={t("certificate.show.waiting", { office })}>{t("certificate.show.waitingBody")}</Notice>
    ) : (
      <Notice title={t("certificate.status.prepared")}>{t("certificate.show.waitingReader")}</Notice>
    )
  if (live?.sealedAt)
    return (
      <Notice kind="success" title={t("certificate.show.sealed")}>
        {t("certificate.show.sealedBody", {
          office: live.office,
          time: formatInstant(locale, live.sealedAt, timeZone),
        })}
      </Notice>
    )
  return null
}
