import type { SignatureReport, VerificationReport } from "#app/domain/signature/engine/verification/report.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { DefinitionList, Section, Sheet, Stack, StateBadge } from "#app/ui/index.ts"

/** Every signature of a file: who, when, intact, what came after, trusted or not and why. */
export function SignatureList({ report }: { report: VerificationReport }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  if (report.signatures.length === 0 && report.timestamps.length === 0) return null
  return (
    <Section level={3} title={t("verification.signatures.title", { count: report.signatures.length })}>
      <Stack as="ol" gap="lg">
        {report.signatures.map((signature, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no other identity, and stay in order
          <Sheet as="li" key={index}>
            <SignatureFacts signature={signature} number={index + 1} />
          </Sheet>
        ))}
      </Stack>
      {report.timestamps.length > 0 ? (
        <>
          <h3>{t("verification.signatures.stamps")}</h3>
          <ul>
            {report.timestamps.map(({ authority, stampedAt }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stamps have no other identity, and stay in order
              <li key={index}>
                {t("verification.signatures.stamp", {
                  authority: authority ?? t("verification.signatures.stampUnknown"),
                  time: stampedAt ? formatInstant(locale, stampedAt, timeZone) : t("verification.signatures.noTime"),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

function SignatureFacts({ signature, number }: { signature: SignatureReport; number: number }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { certificate } = signature.details
  const facts = [
    {
      term: t("verification.signatures.signer"),
      value: (
        <>
          {signature.signer ?? t("verification.signatures.unknownSigner")}
          {signature.trusted ? null : <p>{t("verification.signatures.claimed")}</p>}
        </>
      ),
    },
    { term: t("verification.signatures.office"), value: certificate?.office },
    { term: t("verification.signatures.organisation"), value: certificate?.organisation },
    { term: t("verification.signatures.issuer"), value: certificate?.issuer },
    {
      term: t("verification.signatures.signedAt"),
      value: signature.signedAt
        ? formatInstant(locale, signature.signedAt, timeZone, "weekday")
        : t("verification.signatures.noTime"),
    },
    {
      term: t("verification.signatures.intact"),
      value: (
        <StateBadge state={signature.intact ? "positive" : "refused"}>
          {t(signature.intact ? "verification.signatures.intactYes" : "verification.signatures.intactNo")}
        </StateBadge>
      ),
    },
    { term: t("verification.signatures.after"), value: <After signature={signature} /> },
    {
      term: t("verification.signatures.covers"),
      value: t(signature.coversWholeFile ? "verification.signatures.yes" : "verification.signatures.no"),
    },
    {
      term: t("verification.signatures.trusted"),
      value: (
        <StateBadge state={signature.trusted ? "positive" : "refused"}>
          {t(signature.trusted ? "verification.signatures.trustedYes" : "verification.signatures.trustedNo")}
        </StateBadge>
      ),
    },
    {
      term: t("verification.signatures.reasons"),
      value:
        signature.reasons.length > 0 ? (
          <ul>
            {signature.reasons.map((reason) => (
              <li key={reason}>{t(reason)}</li>
            ))}
          </ul>
        ) : null,
    },
  ]
  return (
    <Stack>
      <h4>{t("verification.signatures.nth", { n: number })}</h4>
      <DefinitionList items={facts.filter(({ value }) => value !== null && value !== undefined && value !== "")} />
    </Stack>
  )
}

/** What was done to the file after a signature, and whether it may be. */
function After({ signature }: { signature: SignatureReport }) {
  const t = useT()
  const { changes, additions } = signature.details
  if (signature.changesAfter === "none") return t("verification.signatures.afterNone")
  const forbidden = signature.changesAfter === "forbidden"
  return (
    <>
      <StateBadge state={forbidden ? "refused" : "positive"}>
        {t(forbidden ? "verification.signatures.afterForbidden" : "verification.signatures.afterPermitted")}
      </StateBadge>
      <ul>
        {changes.map(({ kind, page }) => (
          <li key={`${kind} ${page ?? ""}`}>
            {t(kind)}
            {page === undefined ? "" : ` (${t("verification.signatures.page", { page })})`}
          </li>
        ))}
        {additions.map((addition) => (
          <li key={addition}>{t(addition)}</li>
        ))}
      </ul>
    </>
  )
}
