import { useLoaderData } from "@remix-run/react"
import { examineMandate, mayDecideOn } from "#app/domain/organisation/mandates.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, Page, PageHeading, Section } from "#app/ui/index.ts"
import { MandateFacts } from "../mandates/parts/mandate-facts.tsx"
import { officeText } from "../mandates/parts/office.tsx"
import { EventTimeline } from "../organisation-desk/parts/event-timeline.tsx"
import { eventsOf } from "../organisation-desk/parts/events.server.ts"
import { MandateStanding } from "./parts/mandate-standing.tsx"
import { OwnCase } from "./parts/own-case.tsx"

export const loader = loaderFor("mandate.examine", async ({ ctx, params }) => {
  const mandate = await examineMandate(ctx, params.id ?? "")
  return {
    mandate,
    mayDecide: mayDecideOn(ctx, mandate),
    events: await eventsOf(ctx, "mandate", mandate.id),
  }
})

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: Data | undefined }) => (data ? pageMeta(officeText(data.mandate)) : [])

export default function MandateCase() {
  const { mandate, mayDecide, events } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { id, status, organisationName, holderName } = mandate
  const office = officeText(mandate)
  return (
    <Page>
      <Breadcrumbs
        items={[
          { href: to(paths.admin()), label: t("organisation.admin.title") },
          { href: to(paths.mandateQueue()), label: t("organisation.admin.mandateQueue") },
          { label: office },
        ]}
      />
      <PageHeading
        eyebrow={organisationName}
        title={<span lang="id">{office}</span>}
        lede={<span lang="id">{holderName}</span>}
        meta={<MandateStanding mandate={mandate} />}
        actions={
          <>
            {mayDecide && status === "entered" ? (
              <ButtonLink href={to(paths.mandateDecision(id))}>{t("organisation.admin.decide")}</ButtonLink>
            ) : null}
            {status === "verified" ? (
              <ButtonLink href={to(paths.endMandate(id))} kind="quiet">
                {t("mandate.show.end")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {mayDecide ? null : <OwnCase>{t("mandate.decision.ownCase")}</OwnCase>}
      <MandateFacts mandate={mandate} mayReadBasis />
      <Section title={t("mandate.show.history")} id="riwayat" ruled>
        <EventTimeline events={events} label={t("mandate.show.history")} />
      </Section>
    </Page>
  )
}
