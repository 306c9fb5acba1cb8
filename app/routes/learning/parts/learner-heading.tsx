import type { ReactNode } from "react"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, PageHeading } from "#app/ui/index.ts"
import type { LearnerStatus } from "#db/schema.ts"

/** What every page of a learner's place knows of it. */
export type LearnerHead = {
  readonly id: string
  readonly name: string
  readonly status: LearnerStatus
  readonly lockVersion: number
  readonly cohortName: string
  readonly programmeTitle: string
  readonly supervisorName: string
}

/** The head of a page below a learner's place: the way back to it, and what this page does. */
export function LearnerHeading({
  head,
  title,
  lede,
}: {
  head: Pick<LearnerHead, "id" | "name" | "programmeTitle">
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
          { href: to(paths.learner(head.id)), label: head.name },
          { label: title },
        ]}
      />
      <PageHeading title={title} eyebrow={<span lang="id">{head.programmeTitle}</span>} lede={lede} />
    </>
  )
}
