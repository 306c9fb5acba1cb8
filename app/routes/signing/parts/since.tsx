import type { SinceLastLook } from "#app/domain/agreement/reading.server.ts"
import type { ClauseDifference } from "#app/domain/agreement/text/difference.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { Badge, DefinitionList, DiffText, Notice, Stack } from "#app/ui/index.ts"

/** What happened to the document since the signer last read it, word by word. */
export function Since({ since }: { since: SinceLastLook }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  if (since.kind === "first") return <p>{t("signing.sign.since.first")}</p>
  const time = formatInstant(locale, since.readAt, timeZone)
  const newText = since.fromVersion !== since.toVersion
  if (!newText && !since.relocked && since.seals.length === 0) return <p>{t("signing.sign.since.nothing", { time })}</p>
  return (
    <Stack gap="lg">
      {since.relocked ? <Notice kind="warning">{t("signing.sign.since.relocked", { time })}</Notice> : null}
      {since.seals.map((seal) => (
        <p key={seal.revisionOrdinal}>
          {t("signing.sign.since.seal", {
            office: seal.office,
            time: formatInstant(locale, seal.signedAt, timeZone),
          })}
        </p>
      ))}
      {newText ? (
        <>
          <p>{t("signing.sign.since.newText", { from: since.fromVersion, to: since.toVersion, time })}</p>
          {since.heads.length > 0 ? (
            <DefinitionList
              items={since.heads.map(({ name, before, after, runs }) => ({
                key: name,
                term: t(`signing.sign.since.head.${name}`),
                value:
                  runs.length > 0 ? (
                    <DiffText runs={runs} />
                  ) : (
                    <DiffText
                      runs={[
                        {
                          kind: "removed",
                          text: before ? formatDate(locale, before) : t("signing.sign.since.nothingBefore"),
                        },
                        {
                          kind: "added",
                          text: after ? formatDate(locale, after) : t("signing.sign.since.nothingBefore"),
                        },
                      ]}
                    />
                  ),
              }))}
            />
          ) : null}
          {since.clauses.map((clause) => (
            <ChangedClause key={clause.key} clause={clause} />
          ))}
        </>
      ) : null}
    </Stack>
  )
}

function ChangedClause({ clause }: { clause: ClauseDifference }) {
  const t = useT()
  return (
    <div>
      <h3 lang="id">
        <DiffText runs={clause.title} as="span" />
      </h3>
      {clause.status === "added" ? <Badge>{t("signing.sign.since.clauseAdded")}</Badge> : null}
      {clause.status === "removed" ? <Badge>{t("signing.sign.since.clauseRemoved")}</Badge> : null}
      {clause.moved ? <Badge>{t("signing.sign.since.clauseMoved")}</Badge> : null}
      {clause.status === "moved" ? null : (
        <div lang="id" className="whitespace-pre-line">
          <DiffText runs={clause.body} as="div" />
        </div>
      )}
    </div>
  )
}
