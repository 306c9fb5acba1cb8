import type { ReactNode } from "react"
import type { ComposedAgreement, ComposedClause } from "#app/domain/agreement/document/compose.ts"
import { bodyHtml } from "#app/domain/agreement/text/html.ts"
import type { Inline } from "#app/domain/agreement/text/tree.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"

/**
 * The words of an agreement from its heading to its last article, the same as in print. Always Indonesian, whatever
 * the page around it speaks. `level` is the heading level of its articles.
 */
export function ContractText({ agreement, level = 3 }: { agreement: ComposedAgreement; level?: 2 | 3 }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      {locale === "id" ? null : <p className="text-sm text-ink-soft">{t("agreement.contractLanguage")}</p>}
      <div className="contract" lang="id">
        <div className="contract__head">
          <p>{agreement.heading}</p>
          <p>{agreement.between}</p>
          <p>{agreement.governments[0]}</p>
          <p>{agreement.and}</p>
          <p>{agreement.governments[1]}</p>
          <p>{agreement.about}</p>
          <p>{agreement.title}</p>
          {agreement.parties.map((party) => (
            <p key={party.numeral} className="contract__number">
              {agreement.numberLabel}: {party.number}
            </p>
          ))}
        </div>
        <p>
          <Inlines runs={agreement.opening} />
        </p>
        <dl className="contract__parties">
          {agreement.parties.map((party) => (
            <div key={party.numeral}>
              <dt>
                {party.numeral} {party.holder}
              </dt>
              <dd>
                <Inlines runs={party.description} />
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <Inlines runs={agreement.joint} />
        </p>
        {agreement.considerations ? <Body clause={agreement.considerations} /> : null}
        {agreement.agreed ? (
          <p>
            <Inlines runs={agreement.agreed} />
          </p>
        ) : null}
        {agreement.articles.map((clause) => (
          <Article key={clause.key} clause={clause} level={level} />
        ))}
      </div>
    </>
  )
}

/** The place of an article on its page. */
export const articleId = (clause: { key: string }): string => `pasal-${clause.key}`

function Article({ clause, level }: { clause: ComposedClause; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3"
  return (
    <section id={articleId(clause)}>
      <Heading className="contract__article">
        {clause.heading} <span>{clause.title}</span>
      </Heading>
      <Body clause={clause} />
    </section>
  )
}

function Body({ clause }: { clause: ComposedClause }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made of an allow-list of elements, every text escaped
  return <div dangerouslySetInnerHTML={{ __html: bodyHtml(clause.blocks) }} />
}

function Inlines({ runs }: { runs: readonly Inline[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity
  return runs.map((run, index) => <Words key={index} run={run} />)
}

function Words({ run }: { run: Inline }): ReactNode {
  if (run.kind === "break") return <br />
  const words = run.emphasis ? <em>{run.text}</em> : run.text
  return run.strong ? <strong>{words}</strong> : words
}
