import type { CheckedAgreement } from "#app/domain/agreement/lookup.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Cluster, Notice, PageHeading, Section, StateBadge } from "#app/ui/index.ts"
import { RegisteredFacts } from "./registered-facts.tsx"

const looks = {
  in_force: "positive",
  lapsed: "ended",
  signing: "waiting",
  voided: "refused",
  superseded: "refused",
  declined: "refused",
} as const

/** How the document of an agreement stands, and what is public about it. */
export function AgreementCode({ document }: { document: CheckedAgreement }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { state, sealed, complete, agreement } = document
  const later = document.supersededBy ?? agreement?.code ?? null
  return (
    <>
      <PageHeading
        eyebrow={t("verification.code.title", { code: document.verifyCode })}
        title={t(`verification.code.state.${state}`)}
        lede={t(`verification.code.lede.${state}`, {
          time: formatInstant(locale, document.since, timeZone),
          sealed,
          complete,
        })}
        meta={<StateBadge state={looks[state]}>{t(`verification.code.state.${state}`)}</StateBadge>}
        actions={
          later ? (
            <Cluster>
              <ButtonLink href={to(paths.agreement(later))}>{t("verification.result.openAgreement")}</ButtonLink>
              <ButtonLink href={paths.agreementPdf(later)} kind="quiet" icon="download">
                {t("verification.result.download")}
              </ButtonLink>
            </Cluster>
          ) : undefined
        }
      />
      {agreement ? (
        <Section title={t("verification.code.facts")}>
          <RegisteredFacts facts={agreement} />
        </Section>
      ) : (
        <p>{t("verification.code.notPublic")}</p>
      )}
      <Notice
        title={t("verification.code.checkFile")}
        actions={
          <ButtonLink href={to(paths.verification())} kind="quiet" icon="shield">
            {t("verification.upload.title")}
          </ButtonLink>
        }
      >
        {t("verification.code.checkFileBody")}
      </Notice>
    </>
  )
}
