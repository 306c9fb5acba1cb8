import type { SourceAgreement, SourceProposal } from "#app/domain/initiative/detail.server.ts"
import type { Affair } from "#app/domain/proposal/affairs.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList } from "#app/ui/index.ts"
import { useDays } from "../../programmes/parts/names.ts"

export type FactsView = {
  readonly leadName: string
  readonly leadSlug: string
  readonly regionCode: string
  readonly regionName: string
  readonly place: string
  readonly affair: Affair
  readonly startsOn: string
  readonly endsOn: string
}

/** Who leads, where, when, for which affair, and what it came of. */
export function InitiativeFacts({
  facts,
  agreement,
  proposals,
  needs,
}: {
  facts: FactsView
  agreement: SourceAgreement | null
  proposals: readonly SourceProposal[]
  needs: readonly { readonly slug: string; readonly title: string }[]
}) {
  const t = useT()
  const to = useLocalPath()
  const days = useDays()
  return (
    <DefinitionList
      items={[
        {
          term: t("initiative.lead"),
          value: (
            <Anchor href={to(paths.organisation(facts.leadSlug))}>
              <span lang="id">{facts.leadName}</span>
            </Anchor>
          ),
        },
        {
          term: t("proposal.need.region"),
          value: <Anchor href={to(paths.region(facts.regionCode))}>{facts.regionName}</Anchor>,
        },
        { term: t("proposal.need.place"), value: <span lang="id">{facts.place}</span> },
        { term: t("proposal.need.affair"), value: t(`proposal.affair.${facts.affair}`) },
        { term: t("initiative.period"), value: days(facts.startsOn, facts.endsOn) },
        ...(agreement
          ? [
              {
                term: t("initiative.agreement"),
                value: (
                  <Anchor
                    href={`${to(paths.agreement(agreement.code))}${agreement.clause ? `#pasal-${agreement.clause.key}` : ""}`}
                  >
                    <span lang="id">
                      {agreement.title}
                      {agreement.clause
                        ? `, ${t("programme.article", { article: agreement.clause.article, title: agreement.clause.title })}`
                        : ""}
                    </span>
                  </Anchor>
                ),
              },
            ]
          : []),
        ...(proposals.length > 0
          ? [
              {
                term: t("initiative.proposals"),
                value: (
                  <ul className="points points--plain">
                    {proposals.map(({ code, title, organisationName }) => (
                      <li key={code} lang="id">
                        {title}
                        <span className="points__source">{organisationName}</span>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...(needs.length > 0
          ? [
              {
                term: t("proposal.answersNeed"),
                value: (
                  <ul className="points points--plain">
                    {needs.map(({ slug, title }) => (
                      <li key={slug}>
                        <Anchor href={to(paths.need(slug))}>
                          <span lang="id">{title}</span>
                        </Anchor>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
