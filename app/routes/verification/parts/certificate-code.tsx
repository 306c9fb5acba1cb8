import type { CheckedCertificate } from "#app/domain/programme/certificate/code.server.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, CodeText, DefinitionList, Notice, PageHeading, Section, Sheet, Stack } from "#app/ui/index.ts"
import { CertificateState } from "../../certificates/parts/certificate-state.tsx"

/** How a certificate of learning stands, and what is public about it: its holder only by his initials. */
export function CertificateCode({ document }: { document: CheckedCertificate }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { state, certificate, revokeClass } = document
  return (
    <>
      <PageHeading
        eyebrow={t("certificate.code.title", { code: document.verifyCode })}
        title={t(`certificate.status.${state}`)}
        lede={t(`certificate.code.lede.${state}`, { time: formatInstant(locale, document.since, timeZone) })}
        meta={<CertificateState status={state} />}
        actions={
          certificate ? (
            <ButtonLink href={to(paths.programme(certificate.programmeSlug))} kind="quiet">
              {t("certificate.code.openProgramme")}
            </ButtonLink>
          ) : undefined
        }
      />
      {document.demo ? <Notice kind="warning">{t("certificate.code.demo")}</Notice> : null}
      {certificate ? (
        <Section title={t("verification.code.facts")}>
          <Facts certificate={certificate} />
        </Section>
      ) : (
        <Stack>
          {revokeClass ? <p>{t("certificate.code.reason", { class: t(`certificate.class.${revokeClass}`) })}</p> : null}
          <p>{t("certificate.code.nothing")}</p>
        </Stack>
      )}
      <Notice
        title={t("verification.code.checkFile")}
        actions={
          <ButtonLink href={to(paths.verification())} kind="quiet" icon="shield">
            {t("verification.upload.title")}
          </ButtonLink>
        }
      >
        {t("certificate.code.checkFileBody")}
      </Notice>
    </>
  )
}

function Facts({ certificate }: { certificate: NonNullable<CheckedCertificate["certificate"]> }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { number, initials, programme, host, from, until, hours, pages, sha256, seal } = certificate
  const words = (text: string) => <span lang="id">{text}</span>
  return (
    <Sheet>
      <DefinitionList
        items={[
          { term: t("certificate.fact.number"), value: number },
          {
            term: t("certificate.fact.initials"),
            value: (
              <>
                {initials}
                <p className="text-sm text-ink-soft">{t("certificate.code.nameHint")}</p>
              </>
            ),
          },
          { term: t("certificate.fact.programme"), value: words(programme) },
          { term: t("certificate.fact.host"), value: words(host) },
          {
            term: t("certificate.fact.period"),
            value: t("certificate.fact.periodValue", {
              from: formatDate(locale, from),
              until: formatDate(locale, until),
            }),
          },
          { term: t("certificate.fact.hours"), value: t("certificate.fact.hoursValue", { hours }) },
          { term: t("certificate.fact.sealedBy"), value: words(seal.office) },
          { term: t("certificate.fact.sealedAt"), value: formatInstant(locale, seal.signedAt, timeZone) },
          { term: t("certificate.fact.pages"), value: t("certificate.fact.pagesValue", { count: pages }) },
          { term: t("certificate.fact.sha256"), value: <CodeText block>{sha256}</CodeText> },
        ]}
      />
    </Sheet>
  )
}
