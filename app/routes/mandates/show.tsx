import { useLoaderData } from "@remix-run/react"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { mandateFlow } from "#app/domain/organisation/flow.ts"
import { getMandate, mayReadBasis } from "#app/domain/organisation/mandate-queries.server.ts"
import { can } from "#app/domain/policy/table.ts"
import { keyRings } from "#app/domain/signature/queries.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, Page, PageHeading, Section } from "#app/ui/index.ts"
import { EventTimeline } from "../organisation-desk/parts/event-timeline.tsx"
import { eventsOf, reasonWords } from "../organisation-desk/parts/events.server.ts"
import { MandateFacts } from "./parts/mandate-facts.tsx"
import { MandateNotice } from "./parts/mandate-notice.tsx"
import { MandateState } from "./parts/mandate-state.tsx"
import { officeText } from "./parts/office.tsx"

export const loader = loaderFor("mandate.read", async ({ ctx, params }) => {
  const mandate = await getMandate(ctx, params.id ?? "")
  const holder = ctx.actor?.accountId === mandate.accountId
  const ring = holder ? (await keyRings(ctx)).find(({ mandateId }) => mandateId === mandate.id) : undefined
  const { decisionReason, endReason } = mandate
  return {
    mandate,
    decisionReason,
    endReason: reasonWords(ctx, endReason),
    today: officialDay(ctx.now),
    /** He belongs to the organisation, so its desk is there for him. */
    member: ctx.actor?.memberships.some(({ organisationId }) => organisationId === mandate.organisationId) === true,
    lacksKey: ring !== undefined && ring.obstacle === null && ring.live === null,
    mayReadBasis: mayReadBasis(ctx, mandate),
    mayEnd:
      can(ctx.actor, "mandate.end", { organisationId: mandate.organisationId }) &&
      stepsFrom(mandateFlow, mandate.status).includes("end"),
    events: await eventsOf(ctx, "mandate", mandate.id),
  }
})

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: Data | undefined }) => (data ? pageMeta(officeText(data.mandate)) : [])

export default function Mandate() {
  const data = useLoaderData<typeof loader>()
  const { mandate, member, mayEnd, events } = data
  const t = useT()
  const to = useLocalPath()
  const { id, organisationId, organisationName, holderName, status } = mandate
  const office = officeText(mandate)
  return (
    <Page>
      <Breadcrumbs
        items={[
          { href: to(paths.workspace()), label: t("organisation.desk.crumb") },
          ...(member
            ? [
                { href: to(paths.organisationDesk(organisationId)), label: organisationName },
                { href: to(paths.mandates(organisationId)), label: t("mandate.list.title") },
              ]
            : []),
          { label: office },
        ]}
      />
      <PageHeading
        eyebrow={organisationName}
        title={<span lang="id">{office}</span>}
        lede={<span lang="id">{holderName}</span>}
        meta={<MandateState status={status} />}
        actions={
          mayEnd ? (
            <ButtonLink href={to(paths.endMandate(id))} kind="quiet">
              {t("mandate.show.end")}
            </ButtonLink>
          ) : null
        }
      />
      <MandateNotice {...data} />
      <MandateFacts mandate={mandate} mayReadBasis={data.mayReadBasis} />
      <Section title={t("mandate.show.history")} id="riwayat" ruled>
        <EventTimeline events={events} label={t("mandate.show.history")} />
      </Section>
    </Page>
  )
}
