import type { CertificateSummary, KeyRing } from "#app/domain/signature/queries.server.ts"
import { errorText } from "#app/http/form.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  ButtonLink,
  CodeText,
  DefinitionList,
  Disclosure,
  Notice,
  RecordTable,
  Sheet,
  Stack,
  StateBadge,
} from "#app/ui/index.ts"

const states = { live: "positive", expired: "ended", revoked: "refused" } as const

/** The key of one mandate, and those before it. */
export function KeyRingSheet({ ring }: { ring: KeyRing }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Stack>
      {ring.live ? <LiveKey certificate={ring.live} /> : null}
      {ring.obstacle && !ring.live ? (
        <Notice kind="warning">{errorText(locale, ring.obstacle, { office: ring.office })}</Notice>
      ) : null}
      {ring.obstacle === null && !ring.live ? (
        <Notice
          title={t("signing.keys.none")}
          actions={
            <ButtonLink href={to(paths.enrolKey(ring.mandateId))} icon="key">
              {t(ring.past.length > 0 ? "signing.keys.createAnew" : "signing.keys.create")}
            </ButtonLink>
          }
        />
      ) : null}
      {ring.past.length > 0 ? (
        <Disclosure summary={t("signing.keys.past", { count: ring.past.length })}>
          <PastKeys certificates={ring.past} />
        </Disclosure>
      ) : null}
    </Stack>
  )
}

function LiveKey({ certificate }: { certificate: CertificateSummary }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Sheet>
      <Stack>
        <p>
          <StateBadge state="positive" icon="key">
            {t("signing.keys.state.live")}
          </StateBadge>
        </p>
        <DefinitionList
          items={[
            { term: t("signing.keys.serial"), value: <CodeText>{certificate.serial}</CodeText> },
            { term: t("signing.keys.issuedAt"), value: formatDate(locale, certificate.issuedAt) },
            { term: t("signing.keys.validUntil"), value: formatDate(locale, certificate.validUntil) },
          ]}
        />
        <p>
          <ButtonLink href={to(paths.revokeKey(certificate.id))} kind="quiet" size="sm">
            {t("signing.keys.revoke")}
          </ButtonLink>
        </p>
      </Stack>
    </Sheet>
  )
}

function PastKeys({ certificates }: { certificates: readonly CertificateSummary[] }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={t("signing.keys.past", { count: certificates.length })}
      captionHidden
      rows={certificates}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "serial",
          header: t("signing.keys.serial"),
          rowHeader: true,
          cell: (row) => <CodeText>{row.serial}</CodeText>,
        },
        {
          key: "state",
          header: t("signing.keys.revokedAt"),
          cell: (row) => (
            <>
              <StateBadge state={states[row.state]}>{t(`signing.keys.state.${row.state}`)}</StateBadge>{" "}
              {formatInstant(locale, row.revokedAt ?? row.validUntil, timeZone, "short")}
            </>
          ),
        },
        {
          key: "reason",
          header: t("signing.keys.reasonGiven"),
          cell: (row) =>
            [row.revocationCode ? t(`signing.keys.code.${row.revocationCode}`) : "", row.revocationReason]
              .filter(Boolean)
              .join(": "),
        },
      ]}
    />
  )
}
