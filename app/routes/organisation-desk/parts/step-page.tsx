import type { ReactNode } from "react"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Page, PageHeading } from "#app/ui/index.ts"
import { OtherOrganisation } from "./other-organisation.tsx"
import type { Standing } from "./standing.ts"

type Props = {
  standing: Standing
  title: string
  lede?: string
  /** Pages between the desk and this one. */
  trail?: readonly { readonly href: string; readonly label: ReactNode }[]
  /** The address of this page, without language. */
  here: string
  children: ReactNode
}

/**
 * A page for one step at an organisation's desk. Where the reader acts for another organisation, it offers the switch
 * instead of a form that would be refused.
 */
export function StepPage({ standing, title, lede, trail = [], here, children }: Props) {
  const t = useT()
  const to = useLocalPath()
  const { id, name } = standing.organisation
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.workspace()), label: t("organisation.desk.crumb") },
          { href: to(paths.organisationDesk(id)), label: name },
          ...trail,
          { label: title },
        ]}
      />
      <PageHeading title={title} lede={lede} />
      {standing.acting ? children : <OtherOrganisation standing={standing} back={here} />}
    </Page>
  )
}
