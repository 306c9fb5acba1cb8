import type { Invitation } from "#app/domain/organisation/invitations.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordTable } from "#app/ui/index.ts"

/** Invitations that nobody has answered yet. */
export function InvitationTable({
  organisationId,
  invitations,
}: {
  organisationId: string
  invitations: readonly Invitation[]
}) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={t("organisation.invitations.open")}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "email",
          header: t("organisation.invitations.email"),
          rowHeader: true,
          cell: ({ email }) => <span className="wrap-anywhere">{email}</span>,
        },
        { key: "role", header: t("organisation.invitations.role"), cell: ({ role }) => t(`organisation.role.${role}`) },
        {
          key: "until",
          header: t("organisation.invitations.expiresAt"),
          cell: ({ expiresAt }) => formatInstant(locale, expiresAt, timeZone, "short"),
        },
        {
          key: "revoke",
          header: t("organisation.members.actions"),
          cell: ({ id, email }) => (
            <Anchor href={to(paths.revokeInvitation(organisationId, id))}>
              {t("organisation.invitations.revoke")}
              <span className="visually-hidden">: {email}</span>
            </Anchor>
          ),
        },
      ]}
    />
  )
}
