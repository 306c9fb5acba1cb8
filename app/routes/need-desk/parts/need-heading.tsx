import type { ReactNode } from "react"
import type { NeedStep } from "#app/domain/proposal/need-flow.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, PageHeading } from "#app/ui/index.ts"
import type { NeedStatus } from "#db/schema.ts"

/** What every page of a need's workspace knows of it. */
export type NeedHead = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly status: NeedStatus
  readonly lockVersion: number
  /** Which steps start in its state, whoever may take them. */
  readonly steps: readonly NeedStep[]
}

/** The head of a page below a need: the way back to it, and what this page does. */
export function NeedHeading({
  head,
  title,
  lede,
}: {
  head: Pick<NeedHead, "id" | "title">
  title: ReactNode
  lede?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Breadcrumbs
        items={[
          { href: to(paths.needDesk()), label: t("proposal.need.desk.title") },
          { href: to(paths.needCase(head.id)), label: <span lang="id">{head.title}</span> },
          { label: title },
        ]}
      />
      <PageHeading title={title} lede={lede} />
    </>
  )
}
