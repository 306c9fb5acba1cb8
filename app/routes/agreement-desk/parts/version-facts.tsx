import type { VersionSummary } from "#app/domain/agreement/versions.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { CodeText, DefinitionList } from "#app/ui/index.ts"

/** Who saved a version, when, and what he wrote to it. */
export function VersionFacts({ version, region }: { version: VersionSummary; region: string }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <DefinitionList
      items={[
        { term: t("agreement.versions.by"), value: `${version.authorName}, ${region}` },
        { term: t("agreement.versions.at"), value: formatInstant(locale, version.createdAt, timeZone) },
        {
          term: t("agreement.versions.note"),
          value: version.note ? (
            <span className="whitespace-pre-line">{version.note}</span>
          ) : (
            t("agreement.versions.noNote")
          ),
        },
        { term: t("agreement.textSha256"), value: <CodeText>{version.sha256}</CodeText> },
      ]}
    />
  )
}
