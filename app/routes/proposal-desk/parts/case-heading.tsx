import type { ReactNode } from "react"
import type { ProposalStep } from "#app/domain/proposal/flow.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, PageHeading } from "#app/ui/index.ts"
import type { ProposalStatus } from "#db/schema.ts"

/** What every page of a proposal's workspace knows of it. */
export type CaseHead = {
  readonly code: string
  readonly title: string
  readonly status: ProposalStatus
  readonly lockVersion: number
  readonly versionNumber: number
  readonly organisationName: string
  readonly recipientName: string
  /** Which steps start in its state, whoever may take them. */
  readonly steps: readonly ProposalStep[]
}

/** The head of a page below a proposal: the way back to it, and what this page does. */
export function CaseHeading({
  head,
  title,
  lede,
  eyebrow,
}: {
  head: Pick<CaseHead, "code" | "title">
  title: ReactNode
  lede?: ReactNode
  eyebrow?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Breadcrumbs
        items={[
          { href: to(paths.proposals()), label: t("proposal.list.title") },
          { href: to(paths.proposalCase(head.code)), label: <span lang="id">{head.title}</span> },
          { label: title },
        ]}
      />
      <PageHeading title={title} lede={lede} eyebrow={eyebrow} />
    </>
  )
}
