import { useLoaderData } from "@remix-run/react"
import { listMembers } from "#app/domain/organisation/members.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, Cluster, Section } from "#app/ui/index.ts"
import { openDesk } from "../organisation-desk/parts/desk.server.ts"
import { DeskFrame } from "../organisation-desk/parts/desk-frame.tsx"
import { MemberTable } from "./parts/member-table.tsx"
import { RoleMeanings } from "./parts/role-meanings.tsx"

export const loader = loaderFor("organisation.readPrivate", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  return { standing, members: await listMembers(ctx, organisation.id), own: ctx.actor?.accountId ?? "" }
})

export const meta = metaFrom("organisation.members.title")

export default function Members() {
  const { standing, members, own } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { id, name } = standing.organisation
  return (
    <DeskFrame
      standing={standing}
      tab="members"
      actions={
        standing.admin ? (
          <ButtonLink href={to(paths.invitations(id))} icon="plus">
            {t("organisation.members.invite")}
          </ButtonLink>
        ) : null
      }
    >
      <Section
        title={t("organisation.members.title")}
        id="anggota"
        lede={`${t("organisation.members.lede", { organisation: name })} ${t("organisation.members.count", { count: members.length })}.`}
      >
        <MemberTable organisationId={id} members={members} own={own} admin={standing.admin} />
        <Cluster className="mt-4">
          {standing.admin && members.length > 1 ? (
            <Anchor href={to(paths.handOver(id))}>{t("organisation.handOver.title")}</Anchor>
          ) : null}
          <Anchor href={to(paths.leaveOrganisation(id))}>{t("organisation.members.leave")}</Anchor>
        </Cluster>
      </Section>
      <RoleMeanings />
    </DeskFrame>
  )
}
