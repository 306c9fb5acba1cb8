import type { ActorMembership } from "#app/domain/kernel/actor.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Badge, PostButton, RecordTable, Section, StateBadge } from "#app/ui/index.ts"

/** The organisations that the reader belongs to, for which of them he acts, and the way to act for another. */
export function OwnOrganisations({
  memberships,
  acting,
}: {
  memberships: readonly ActorMembership[]
  acting: string | null
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section
      title={t("workspace.organisations")}
      id="organisasi"
      lede={t("workspace.organisationsLede")}
      actions={<Anchor href={to(paths.newOrganisation())}>{t("workspace.newOrganisation")}</Anchor>}
      ruled
    >
      <RecordTable
        caption={t("workspace.organisations")}
        captionHidden
        rows={memberships}
        rowKey={({ organisationId }) => organisationId}
        columns={[
          {
            key: "name",
            header: t("workspace.name"),
            rowHeader: true,
            cell: ({ organisationId, organisationName }) => (
              <a href={to(paths.organisationDesk(organisationId))} lang="id">
                {organisationName}
              </a>
            ),
          },
          { key: "role", header: t("workspace.role"), cell: ({ role }) => t(`organisation.role.${role}`) },
          {
            key: "state",
            header: t("workspace.state"),
            cell: ({ organisationVerified }) => (
              <StateBadge state={organisationVerified ? "positive" : "waiting"}>
                {t(organisationVerified ? "workspace.verified" : "workspace.unverified")}
              </StateBadge>
            ),
          },
          {
            key: "acting",
            header: t("organisation.members.actions"),
            cell: ({ organisationId }) =>
              organisationId === acting ? (
                <Badge tone="accent">{t("workspace.actingNow")}</Badge>
              ) : (
                <PostButton action={to(paths.actFor())} fields={{ organisation: organisationId }} size="sm">
                  {t("workspace.actFor")}
                </PostButton>
              ),
          },
        ]}
      />
    </Section>
  )
}
