import type { CertificateView } from "#app/domain/programme/certificate/desk.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Cluster, CodeText, DefinitionList, Section, Stack } from "#app/ui/index.ts"
import type { CertificateHead } from "./certificate-heading.tsx"
import { PrintedFacts } from "./printed-facts.tsx"

/** The certificate that counts or waits for its seal: what it says, and its file for whoever may have it. */
export function LiveCertificate({ head, live }: { head: CertificateHead; live: CertificateView }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      {live.document ? (
        <Section title={t("certificate.show.facts")} ruled>
          <PrintedFacts facts={live.document} />
        </Section>
      ) : null}
      {live.sha256 ? (
        <Section title={t("certificate.show.document")} ruled>
          <Stack>
            <DefinitionList
              items={[
                { term: t("certificate.fact.verifyCode"), value: <CodeText>{live.verifyCode}</CodeText> },
                {
                  term: t("certificate.fact.pages"),
                  value: t("certificate.fact.pagesValue", { count: live.pages }),
                },
                { term: t("certificate.fact.sha256"), value: <CodeText block>{live.sha256}</CodeText> },
              ]}
            />
            <Cluster>
              <ButtonLink
                href={withQuery(paths.certificatePdf(head.learnerId), { sha256: live.sha256 })}
                kind="quiet"
                icon="download"
              >
                {t(live.status === "sealed" ? "certificate.show.download" : "certificate.show.downloadUnsealed")}
              </ButtonLink>
              {live.status === "sealed" ? (
                <ButtonLink href={to(paths.verifyCode(live.verifyCode))} kind="plain">
                  {t("certificate.show.checkPage")}
                </ButtonLink>
              ) : null}
            </Cluster>
          </Stack>
        </Section>
      ) : null}
    </>
  )
}
