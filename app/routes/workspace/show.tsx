import { useLoaderData } from "@remix-run/react"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, EmptyState, Page, PageHeading, Section } from "#app/ui/index.ts"

export const loader = loaderFor("workspace.read", async ({ ctx }) => ({
  acting: ctx.actor!.acting,
  memberships: ctx.actor!.memberships,
}))

export const meta = metaFrom("workspace.title")

export default function Workspace() {
  const { memberships, acting } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page>
      <PageHeading title={t("workspace.title")} lede={t("workspace.lede")} />
      {memberships.length === 0 ? (
        <EmptyState
          art="people"
          title={t("workspace.noOrganisation.title")}
          actions={<ButtonLink href={to(paths.newOrganisation())}>{t("workspace.noOrganisation.action")}</ButtonLink>}
        >
          {t("workspace.noOrganisation.body")}
        </EmptyState>
      ) : (
        <Section title={t("workspace.organisations")}>
          <ul>
            {memberships.map((own) => (
              <li key={own.organisationId}>
                <Anchor href={to(paths.organisationDesk(own.organisationId))}>{own.organisationName}</Anchor>
                {own.organisationId === acting?.organisationId ? " ●" : ""}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
