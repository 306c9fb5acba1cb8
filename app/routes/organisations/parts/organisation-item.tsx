import type { LegalForm } from "#app/domain/organisation/legal-forms.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Cluster, RecordItem, StrandBadge } from "#app/ui/index.ts"
import type { Strand } from "#db/schema.ts"

export type ListedOrganisation = {
  readonly slug: string
  readonly name: string
  readonly strand: Strand
  readonly legalForm: string
  readonly regionName: string
  readonly description: string
  readonly demo: boolean
}

/** One partner in a public list. */
export function OrganisationItem({ entry, level = 2 }: { entry: ListedOrganisation; level?: 2 | 3 }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <RecordItem
      level={level}
      href={to(paths.organisation(entry.slug))}
      title={<span lang="id">{entry.name}</span>}
      badge={
        <Cluster gap="xs">
          <StrandBadge strand={entry.strand} />
          {entry.demo ? <Badge>{t("common.demo")}</Badge> : null}
        </Cluster>
      }
      meta={`${t(`organisation.legalForm.${entry.legalForm as LegalForm}`)} · ${entry.regionName}`}
    >
      <span lang="id">{opening(entry.description)}</span>
    </RecordItem>
  )
}

/** The first words of a description, whole ones, at most 180 characters. */
export function opening(text: string): string {
  const line = text.replace(/\s+/g, " ")
  if (line.length <= 180) return line
  const cut = line.slice(0, 180)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 120))} …`
}
