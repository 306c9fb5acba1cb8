import type { ListChange, VersionChanges } from "#app/domain/proposal/comparison.server.ts"
import type { Contribution } from "#app/domain/proposal/content.ts"
import { useT } from "#app/i18n/react.tsx"
import { Cluster, DiffText, Section, type State, StateBadge } from "#app/ui/index.ts"
import { useRupiah } from "./content-view.tsx"

const states: Readonly<Record<"changed" | "added" | "removed", State>> = {
  changed: "progress",
  added: "positive",
  removed: "refused",
}

/** What two versions differ in, word by word and row by row. */
export function VersionChangesView({ changes }: { changes: VersionChanges }) {
  const t = useT()
  const { words, contributions, partners, files } = changes
  return (
    <>
      {words.map(({ name, runs }) => (
        <Section key={name} title={t(`proposal.content.${name}`)} id={`beda-${name}`} ruled>
          <div lang="id">
            <DiffText runs={runs} as="div" />
          </div>
        </Section>
      ))}
      {contributions.length > 0 ? (
        <Section title={t("proposal.content.contributions")} id="beda-kontribusi" ruled>
          <div className="changes">
            {contributions.map(({ key, status, before, after, description }) => (
              <article key={key} className="changes__clause">
                <Cluster gap="sm">
                  <h3 className="changes__title">{t(`proposal.kind.${(after ?? before)?.kind ?? "expertise"}`)}</h3>
                  <StateBadge state={states[status]}>{t(`proposal.comparison.status.${status}`)}</StateBadge>
                </Cluster>
                <div lang="id">
                  <DiffText runs={description} as="div" />
                </div>
                {before && after ? <Values before={before} after={after} /> : null}
              </article>
            ))}
          </div>
        </Section>
      ) : null}
      <Names title={t("proposal.partner.title")} id="beda-mitra" change={partners} />
      <Names title={t("proposal.file.title")} id="beda-lampiran" change={files} />
    </>
  )
}

/** The kind and the value of a contribution where they changed. */
function Values({ before, after }: { before: Contribution; after: Contribution }) {
  const t = useT()
  const rupiah = useRupiah()
  const value = ({ amount }: Contribution) => (amount === null ? t("proposal.content.inKind") : rupiah(amount))
  return (
    <>
      {before.kind === after.kind ? null : (
        <p>
          {t("proposal.content.kind")}: <del>{t(`proposal.kind.${before.kind}`)}</del>{" "}
          <ins>{t(`proposal.kind.${after.kind}`)}</ins>
        </p>
      )}
      {before.amount === after.amount ? null : (
        <p>
          {t("proposal.content.amount")}: <del>{value(before)}</del> <ins>{value(after)}</ins>
        </p>
      )}
    </>
  )
}

function Names({ title, id, change: { added, removed } }: { title: string; id: string; change: ListChange }) {
  if (added.length + removed.length === 0) return null
  return (
    <Section title={title} id={id} ruled>
      <ul className="points" lang="id">
        {removed.map((name) => (
          <li key={`- ${name}`}>
            <del>{name}</del>
          </li>
        ))}
        {added.map((name) => (
          <li key={`+ ${name}`}>
            <ins>{name}</ins>
          </li>
        ))}
      </ul>
    </Section>
  )
}
