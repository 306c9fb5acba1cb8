import { useLoaderData } from "@remix-run/react"
import { dayIn } from "#app/domain/kernel/clock.ts"
import { governedRegionOf } from "#app/domain/proposal/need-regions.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, EmptyState, Notice, Page, PageHeading } from "#app/ui/index.ts"
import { inboxOf } from "./parts/inbox.server.ts"
import { Inbox } from "./parts/inbox.tsx"
import { OwnOrganisations } from "./parts/own-organisations.tsx"

export const loader = loaderFor("workspace.read", async ({ ctx }) => {
  const actor = ctx.actor!
  return {
    acting: actor.acting && { id: actor.acting.organisationId, name: actor.acting.organisationName },
    memberships: actor.memberships,
    entries: await inboxOf(ctx),
    mayAsk: (await governedRegionOf(ctx)) !== null,
    today: dayIn(ctx.now, actor.timeZone),
  }
})

export const meta = metaFrom("workspace.title")

export default function Workspace() {
  const { memberships, acting, entries, today, mayAsk } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const several = memberships.length > 1
  return (
    <Page>
      <PageHeading
        title={t("workspace.title")}
        lede={t("workspace.lede")}
        meta={
          acting && several ? (
            <p>
              {t("workspace.actingFor", { organisation: acting.name })}
              {" · "}
              <Anchor href={to(paths.actFor())}>{t("workspace.change")}</Anchor>
            </p>
          ) : null
        }
        actions={
          <>
            {acting ? (
              <ButtonLink href={to(paths.agreementDesk())} kind="quiet">
                {t("workspace.agreements")}
              </ButtonLink>
            ) : null}
            {acting ? (
              <ButtonLink href={to(paths.proposals())} kind="quiet">
                {t("proposal.list.title")}
              </ButtonLink>
            ) : null}
            {acting ? (
              <ButtonLink href={to(paths.initiativeDesk())} kind="quiet">
                {t("initiative.list.title")}
              </ButtonLink>
            ) : null}
            {mayAsk ? (
              <ButtonLink href={to(paths.needDesk())} kind="quiet">
                {t("workspace.needs")}
              </ButtonLink>
            ) : null}
            <ButtonLink href={to(paths.learning())} kind="quiet">
              {t("programme.title")}
            </ButtonLink>
          </>
        }
      />
      {memberships.length > 0 && !acting ? (
        <Notice
          title={t("workspace.actingForNobody")}
          actions={
            <ButtonLink href={to(paths.actFor())} kind="quiet">
              {t("workspace.acting.title")}
            </ButtonLink>
          }
        >
          {t("workspace.actingForNobodyBody")}
        </Notice>
      ) : null}
      {memberships.length > 0 || entries.length > 0 ? (
        <Inbox entries={entries} acting={acting?.name ?? null} today={today} />
      ) : null}
      {memberships.length === 0 ? (
        <EmptyState
          art="people"
          title={t("workspace.noOrganisation.title")}
          actions={<ButtonLink href={to(paths.newOrganisation())}>{t("workspace.noOrganisation.action")}</ButtonLink>}
        >
          {t("workspace.noOrganisation.body")}
        </EmptyState>
      ) : (
        <OwnOrganisations memberships={memberships} acting={acting?.id ?? null} />
      )}
    </Page>
  )
}
