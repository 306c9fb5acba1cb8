import { withQuery } from "#app/http/query.ts"
import { formatBytes, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Cluster, CodeText, DefinitionList, Section, Stack } from "#app/ui/index.ts"
import { Seals } from "../../agreements/parts/seals.tsx"
import type { CaseView } from "./case-view.server.ts"

type Locked = CaseView["documents"][number]

/** The locked document with its signatures, and the rounds before it whose lock was voided. */
export function Documents({ view }: { view: CaseView }) {
  const t = useT()
  const live = view.documents.find(({ voidedAt }) => voidedAt === null)
  const voided = view.documents.filter(({ voidedAt }) => voidedAt !== null)
  if (view.documents.length === 0) return null
  return (
    <>
      {live ? (
        <Section title={t("agreement.case.signatures")} id="tanda-tangan" ruled>
          <Seals parties={view.parties} seals={view.seals} />
        </Section>
      ) : null}
      <Section title={t("agreement.case.document")} id="dokumen" ruled>
        <Stack gap="lg">
          {live ? <Document code={view.head.code} document={live} /> : null}
          {voided.map((document) => (
            <Document key={document.id} code={view.head.code} document={document} />
          ))}
        </Stack>
      </Section>
    </>
  )
}

function Document({ code, document }: { code: string; document: Locked }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { round, pages, versionNumber, newest, voidedAt, voidReason } = document
  return (
    <div className={voidedAt === null ? undefined : "text-ink-soft"}>
      <p>
        <strong>{t("agreement.case.documentRound", { round, count: pages })}</strong> ·{" "}
        {t("agreement.version", { number: versionNumber })} · {formatBytes(locale, newest.size)}
      </p>
      {voidedAt === null ? null : (
        <p>
          {t("agreement.case.voided", { date: formatInstant(locale, voidedAt, timeZone, "short"), reason: voidReason })}
        </p>
      )}
      <DefinitionList
        className="mt-3"
        items={[{ term: t("agreement.sha256"), value: <CodeText>{newest.sha256}</CodeText> }]}
      />
      <Cluster className="mt-3">
        <ButtonLink
          href={withQuery(paths.agreementWorkingPdf(code), { sha256: newest.sha256 })}
          kind="quiet"
          size="sm"
          icon="download"
        >
          {t("agreement.download")}
        </ButtonLink>
      </Cluster>
    </div>
  )
}
