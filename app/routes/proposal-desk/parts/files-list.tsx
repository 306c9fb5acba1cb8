import type { VersionFile } from "#app/domain/proposal/content.ts"
import { formatBytes } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Icon } from "#app/ui/index.ts"

/** The papers of a proposal as downloads. With `removable`, each can be taken out. */
export function FilesList({
  code,
  files,
  removable = false,
}: {
  code: string
  files: readonly VersionFile[]
  removable?: boolean
}) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  if (files.length === 0) return <p className="text-ink-soft">{t("proposal.file.empty")}</p>
  return (
    <ul className="points points--plain">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <Icon name="file" size="sm" /> <Anchor href={to(paths.proposalFile(code, id))}>{name}</Anchor>{" "}
          <span className="text-sm text-ink-soft">({formatBytes(locale, size)})</span>
          {removable ? (
            <>
              {" · "}
              <Anchor href={to(paths.removeProposalFile(code, id))} aria-label={t("proposal.file.removeOf", { name })}>
                {t("proposal.file.remove")}
              </Anchor>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
