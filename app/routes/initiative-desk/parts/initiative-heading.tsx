import type { ReactNode } from "react"
import type { InitiativeStep } from "#app/domain/initiative/flow.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, PageHeading } from "#app/ui/index.ts"
import type { InitiativeStatus } from "#db/schema.ts"

/** What every page of an initiative's workspace knows of it. What can be done in its state, whoever may do it. */
export type InitiativeHead = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly status: InitiativeStatus
  readonly lockVersion: number
  readonly leadName: string
  readonly published: boolean
  readonly steps: readonly InitiativeStep[]
  readonly writable: boolean
  readonly measurable: boolean
  readonly reportable: boolean
  readonly publishable: boolean
  readonly concluded: boolean
}

/** The head of a page below an initiative: the way back to it, and what this page does. */
export function InitiativeHeading({
  head,
  title,
  lede,
}: {
  head: Pick<InitiativeHead, "id" | "title">
  title: ReactNode
  lede?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Breadcrumbs
        items={[
          { href: to(paths.initiativeDesk()), label: t("initiative.desk.title") },
          { href: to(paths.initiativeCase(head.id)), label: <span lang="id">{head.title}</span> },
          { label: title },
        ]}
      />
      <PageHeading title={title} lede={lede} />
    </>
  )
}
