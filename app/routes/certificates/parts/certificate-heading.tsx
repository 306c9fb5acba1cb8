import type { ReactNode } from "react"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, PageHeading } from "#app/ui/index.ts"

/** What every page of a learner's certificates knows of him. */
export type CertificateHead = {
  readonly learnerId: string
  readonly name: string
  readonly programmeTitle: string
  /** The reader may open the learner's own page; an officer who only seals may not. */
  readonly opensLearner: boolean
}

/** The head of a page below a learner's certificate: the way back to it, and what this page does. */
export function CertificateHeading({
  head,
  title,
  lede,
  eyebrow,
  meta,
}: {
  head: CertificateHead
  /** Left out on the certificate's own page. */
  title?: ReactNode
  lede?: ReactNode
  eyebrow?: ReactNode
  meta?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <Breadcrumbs
        items={[
          { href: to(paths.learning()), label: t("certificate.learning") },
          head.opensLearner ? { href: to(paths.learner(head.learnerId)), label: head.name } : { label: head.name },
          title
            ? { href: to(paths.certificate(head.learnerId)), label: t("certificate.title") }
            : { label: t("certificate.title") },
          ...(title ? [{ label: title }] : []),
        ]}
      />
      <PageHeading title={title ?? t("certificate.title")} eyebrow={eyebrow} lede={lede} meta={meta} />
    </>
  )
}
