import type { Affair } from "#app/domain/proposal/affairs.ts"
import type { ContributionKind } from "#app/domain/proposal/kinds.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList } from "#app/ui/index.ts"
import { useDays } from "../../programmes/parts/names.ts"
import { Kinds } from "./kinds.tsx"

export type NeedFactsView = {
  readonly organisationName: string
  readonly organisationSlug: string
  readonly regionCode: string
  readonly regionName: string
  readonly place: string
  readonly affair: Affair
  readonly kinds: readonly ContributionKind[]
  readonly periodFrom: string
  readonly periodUntil: string
}

/** Who asks, where, for which affair, for what and when. */
export function NeedFacts({ need }: { need: NeedFactsView }) {
  const t = useT()
  const to = useLocalPath()
  const days = useDays()
  return (
    <DefinitionList
      items={[
        {
          term: t("proposal.need.asks"),
          value: (
            <Anchor href={to(paths.organisation(need.organisationSlug))}>
              <span lang="id">{need.organisationName}</span>
            </Anchor>
          ),
        },
        {
          term: t("proposal.need.region"),
          value: <Anchor href={to(paths.region(need.regionCode))}>{need.regionName}</Anchor>,
        },
        { term: t("proposal.need.place"), value: <span lang="id">{need.place}</span> },
        { term: t("proposal.need.affair"), value: t(`proposal.affair.${need.affair}`) },
        { term: t("proposal.need.kinds"), value: <Kinds kinds={need.kinds} /> },
        { term: t("proposal.need.period"), value: days(need.periodFrom, need.periodUntil) },
      ]}
    />
  )
}
