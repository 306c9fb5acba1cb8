import type { ReactNode } from "react"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Cluster, Page, PageHeading, StrandBadge, TabLinks } from "#app/ui/index.ts"
import { OrganisationState } from "../../organisations/parts/organisation-state.tsx"
import { OtherOrganisation } from "./other-organisation.tsx"
import type { Standing } from "./standing.ts"

const tabs = {
  overview: paths.organisationDesk,
  members: paths.members,
  mandates: paths.mandates,
  tokens: paths.apiTokens,
  history: paths.organisationHistory,
} as const

type Props = { standing: Standing; tab: keyof typeof tabs; actions?: ReactNode; children: ReactNode }

/** The desk of one organisation: its name and state, its parts as tabs, and for whom the reader acts. */
export function DeskFrame({ standing, tab, actions, children }: Props) {
  const t = useT()
  const to = useLocalPath()
  const { id, name, strand, status } = standing.organisation
  const shown = (["overview", "members", "mandates", "tokens", "history"] as const).filter(
    (key) => key !== "tokens" || standing.admin || tab === key,
  )
  return (
    <Page>
      <Breadcrumbs items={[{ href: to(paths.workspace()), label: t("organisation.desk.crumb") }, { label: name }]} />
      <PageHeading
        title={<span lang="id">{name}</span>}
        meta={
          <Cluster gap="sm">
            <StrandBadge strand={strand} />
            <OrganisationState status={status} />
            <span className="text-sm text-ink-soft">
              {t("organisation.desk.yourRole")}: {t(`organisation.role.${standing.role}`)}
            </span>
          </Cluster>
        }
        actions={actions}
      />
      <TabLinks
        label={t("organisation.desk.tabs")}
        items={shown.map((key) => ({
          href: to(tabs[key](id)),
          label: key === "tokens" ? t("apiToken.tab") : t(`organisation.desk.${key}`),
          current: key === tab,
        }))}
      />
      <OtherOrganisation standing={standing} back={tabs[tab](id)} />
      {children}
    </Page>
  )
}
