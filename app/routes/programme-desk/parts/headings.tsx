import type { ReactNode } from "react"
import type { CohortStep, ProgrammeStep } from "#app/domain/programme/flow.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, PageHeading } from "#app/ui/index.ts"
import type { CohortStatus, ProgrammeStatus } from "#db/schema.ts"

/** What every page of a programme's workspace knows of it. */
export type ProgrammeHead = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly status: ProgrammeStatus
  readonly lockVersion: number
  readonly hostName: string
  readonly senderName: string
  /** Which steps start in its state, whoever may take them. */
  readonly steps: readonly ProgrammeStep[]
}

/** What every page of a cohort's workspace knows of it. */
export type CohortHead = {
  readonly id: string
  readonly name: string
  readonly status: CohortStatus
  readonly lockVersion: number
  readonly seats: number
  readonly nominateUntil: string
  readonly startsOn: string
  readonly endsOn: string
  readonly programmeId: string
  readonly programmeTitle: string
  readonly programmeStatus: ProgrammeStatus
  readonly hostName: string
  readonly senderName: string
  readonly endReason: string
  readonly steps: readonly CohortStep[]
}

/** The head of a page below a programme: the way back to it, and what this page does. */
export function ProgrammeHeading({
  head,
  title,
  lede,
}: {
  head: Pick<ProgrammeHead, "id" | "title">
  title: ReactNode
  lede?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Breadcrumbs
        items={[
          { href: to(paths.learning()), label: t("programme.mine.title") },
          { href: to(paths.programmeDesk(head.id)), label: <span lang="id">{head.title}</span> },
          { label: title },
        ]}
      />
      <PageHeading title={title} lede={lede} />
    </>
  )
}

/** The head of a page below a cohort. */
export function CohortHeading({
  head,
  title,
  lede,
  meta,
}: {
  head: Pick<CohortHead, "id" | "name" | "programmeId" | "programmeTitle">
  title: ReactNode
  lede?: ReactNode
  meta?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Breadcrumbs
        items={[
          { href: to(paths.learning()), label: t("programme.mine.title") },
          { href: to(paths.programmeDesk(head.programmeId)), label: <span lang="id">{head.programmeTitle}</span> },
          { href: to(paths.cohortDesk(head.id)), label: <span lang="id">{head.name}</span> },
          { label: title },
        ]}
      />
      <PageHeading title={title} lede={lede} meta={meta} />
    </>
  )
}
