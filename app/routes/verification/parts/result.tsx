import type { RegisterEntry, Verification } from "#app/domain/signature/file-check.server.ts"
import { formatBytes } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Cluster, CodeText, DefinitionList, Notice, Section, Sheet, Stack } from "#app/ui/index.ts"
import { conclusionOf } from "./conclusion.ts"
import { SignatureList } from "./signature-list.tsx"

/** The answer to an uploaded file: one sentence, then the file, then every signature in it. */
export function Result({ name, verification }: { name: string; verification: Verification }) {
  const t = useT()
  const locale = useLocale()
  const { report, entry, registered } = verification
  const { key, kind, values } = conclusionOf(verification)
  return (
    <Section title={t("verification.result.title")} id="hasil">
      <Stack gap="lg">
        <Notice
          kind={kind}
          title={t(`${key}.title`)}
          live
          actions={
            entry && (entry.kind === "certificate" || entry.isPublic) ? <Ways {...{ entry, registered }} /> : undefined
          }
        >
          {t(`${key}.body`, values)}
        </Notice>
        <Sheet>
          <DefinitionList
            items={[
              { term: t("verification.result.file"), value: name },
              { term: t("verification.result.size"), value: formatBytes(locale, report.bytes) },
              { term: t("verification.result.sha256"), value: <CodeText block>{report.sha256}</CodeText> },
              ...(entry?.kind === "agreement"
                ? [{ term: t("verification.result.agreement"), value: <CodeText>{entry.code}</CodeText> }]
                : []),
              ...(report.reasons.length > 0
                ? [
                    {
                      term: t("verification.result.fileReasons"),
                      value: (
                        <ul>
                          {report.reasons.map((reason) => (
                            <li key={reason}>{t(reason)}</li>
                          ))}
                        </ul>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Sheet>
        <SignatureList report={report} />
      </Stack>
    </Section>
  )
}

/** Where to go on from here: to what is registered. */
function Ways({ entry, registered }: { entry: RegisterEntry; registered: boolean }) {
  const t = useT()
  const to = useLocalPath()
  if (entry.kind === "certificate")
    return (
      <ButtonLink href={to(paths.verifyCode(entry.verifyCode))} kind="quiet" size="sm">
        {t("certificate.conclusion.open")}
      </ButtonLink>
    )
  return (
    <Cluster>
      <ButtonLink href={to(paths.agreement(entry.code))} kind="quiet" size="sm">
        {t("verification.result.openAgreement")}
      </ButtonLink>
      {registered ? null : (
        <ButtonLink href={paths.agreementPdf(entry.code)} kind="quiet" size="sm" icon="download">
          {t("verification.result.download")}
        </ButtonLink>
      )}
    </Cluster>
  )
}
