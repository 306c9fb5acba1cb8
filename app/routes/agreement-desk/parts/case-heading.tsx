import type { ReactNode } from "react"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, PageHeading } from "#app/ui/index.ts"
import type { AgreementStatus } from "#db/schema.ts"

/** What every page of an agreement's workspace knows of it. */
export type CaseHead = {
  readonly code: string
  readonly title: string
  readonly status: AgreementStatus
  readonly lockVersion: number
  readonly versionNumber: number
  readonly ownRegion: string
  readonly otherRegion: string
}

/** The head of a page below an agreement: the way back to it, and what this page does. */
export function CaseHeading({
  head,
  title,
  lede,
  eyebrow,
  meta,
  actions,
}: {
  head: Pick<CaseHead, "code" | "title">
  title: ReactNode
  lede?: ReactNode
  eyebrow?: ReactNode
  meta?: ReactNode
  actions?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Breadcrumbs
        items={[
          { href: to(paths.agreementDesk()), label: t("agreement.desk.title") },
          { href: to(paths.agreementCase(head.code)), label: <span lang="id">{head.title}</span> },
          { label: title },
        ]}
      />
      <PageHeading title={title} eyebrow={eyebrow} lede={lede} meta={meta} actions={actions} />
    </>
  )
}
