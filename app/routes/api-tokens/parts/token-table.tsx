import type { TokenSummary } from "#app/domain/organisation/api-token/queries.server.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, CodeText, RecordTable, type State, StateBadge } from "#app/ui/index.ts"

const states: Readonly<Record<TokenSummary["standing"], State>> = {
  active: "positive",
  expired: "ended",
  revoked: "refused",
}

/** The tokens of an organisation, those that have ended among them. */
export function TokenTable({ organisationId, tokens }: { organisationId: string; tokens: readonly TokenSummary[] }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={t("apiToken.caption")}
      captionHidden
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "label",
          header: t("apiToken.label"),
          rowHeader: true,
          cell: ({ label }) => <span className="wrap-anywhere">{label}</span>,
        },
        {
          key: "standing",
          header: t("apiToken.standingHeader"),
          cell: ({ standing }) => (
            <StateBadge state={states[standing]}>{t(`apiToken.standing.${standing}`)}</StateBadge>
          ),
        },
        {
          key: "prefix",
          header: t("apiToken.prefix"),
          cell: ({ prefix }) => <CodeText>{`simpul_${prefix}`}</CodeText>,
        },
        {
          key: "scopes",
          header: t("apiToken.scopes"),
          cell: ({ scopes }) => scopes.map((scope) => t(`apiToken.scope.${scope}`)).join(", "),
        },
        {
          key: "used",
          header: t("apiToken.lastUsedOn"),
          cell: ({ lastUsedOn }) => (lastUsedOn === null ? t("apiToken.neverUsed") : formatDate(locale, lastUsedOn)),
        },
        {
          key: "until",
          header: t("apiToken.expiresAt"),
          cell: ({ expiresAt }) => formatInstant(locale, expiresAt, timeZone, "short"),
        },
        {
          key: "maker",
          header: t("apiToken.createdBy"),
          cell: ({ createdByName }) => createdByName ?? t("apiToken.operator"),
        },
        {
          key: "revoke",
          header: t("apiToken.actions"),
          cell: ({ id, label, standing }) =>
            standing === "active" ? (
              <Anchor href={to(paths.revokeApiToken(organisationId, id))}>
                {t("apiToken.revoke")}
                <span className="visually-hidden">: {label}</span>
              </Anchor>
            ) : (
              "–"
            ),
        },
      ]}
    />
  )
}
