import type { Member } from "#app/domain/organisation/members.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Badge, Cluster, RecordTable } from "#app/ui/index.ts"

type Props = {
  organisationId: string
  members: readonly Member[]
  /** The reader's account. */
  own: string
  /** The reader may change other people's roles and end their membership. */
  admin: boolean
}

/** The people of an organisation with their roles. */
export function MemberTable({ organisationId, members, own, admin }: Props) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={t("organisation.members.title")}
      captionHidden
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("organisation.members.name"),
          rowHeader: true,
          cell: ({ name, accountId }) => (
            <>
              {name} {accountId === own ? <Badge>{t("organisation.members.you")}</Badge> : null}
            </>
          ),
        },
        {
          key: "email",
          header: t("organisation.members.email"),
          cell: ({ email }) => <span className="wrap-anywhere">{email}</span>,
        },
        { key: "role", header: t("organisation.members.role"), cell: ({ role }) => t(`organisation.role.${role}`) },
        {
          key: "joined",
          header: t("organisation.members.joinedAt"),
          cell: ({ joinedAt }) => formatDate(locale, joinedAt, { timeZone, style: "short" }),
        },
        ...(admin
          ? [
              {
                key: "actions",
                header: t("organisation.members.actions"),
                cell: ({ id, accountId, name }: Member) => (
                  <Cluster gap="sm">
                    <Anchor href={to(paths.memberRole(organisationId, id))}>
                      {t("organisation.members.changeRole")}
                      <span className="visually-hidden">: {name}</span>
                    </Anchor>
                    {accountId === own ? null : (
                      <Anchor href={to(paths.endMembership(organisationId, id))}>
                        {t("organisation.members.end")}
                        <span className="visually-hidden">: {name}</span>
                      </Anchor>
                    )}
                  </Cluster>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
