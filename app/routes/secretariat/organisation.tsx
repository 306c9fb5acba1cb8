import { useLoaderData } from "@remix-run/react"
import { examineOrganisation, reviewsOf } from "#app/domain/organisation/queries.server.ts"
import { mayDecide } from "#app/domain/organisation/verification.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, Cluster, Page, PageHeading, Section, StrandBadge } from "#app/ui/index.ts"
import { EventTimeline } from "../organisation-desk/parts/event-timeline.tsx"
import { eventsOf } from "../organisation-desk/parts/events.server.ts"
import { OrganisationFacts } from "../organisation-desk/parts/facts.tsx"
import { OrganisationState } from "../organisations/parts/organisation-state.tsx"
import { decisionsOn } from "./parts/decisions.ts"
import { OwnCase } from "./parts/own-case.tsx"
import { Reviews } from "./parts/reviews.tsx"

export const loader = loaderFor("organisation.examine", async ({ ctx, params }) => {
  const organisation = await examineOrganisation(ctx, params.id ?? "")
  return {
    organisation,
    mayDecide: mayDecide(ctx, organisation.id),
    reviews: await reviewsOf(ctx, organisation.id),
    events: await eventsOf(ctx, "organisation", organisation.id),
  }
})

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: Data | undefined }) => (data ? pageMeta(data.organisation.name) : [])

export default function OrganisationCase() {
  const { organisation, mayDecide: free, reviews, events } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { id, slug, name, strand, status, evidenceFileId } = organisation
  const hasEvidence = evidenceFileId !== null
  return (
    <Page>
      <Breadcrumbs
        items={[
          { href: to(paths.admin()), label: t("organisation.admin.title") },
          { href: to(paths.verificationQueue()), label: t("organisation.admin.queue") },
          { label: name },
        ]}
      />
      <PageHeading
        title={<span lang="id">{name}</span>}
        meta={
          <Cluster gap="sm">
            <StrandBadge strand={strand} />
            <OrganisationState status={status} />
          </Cluster>
        }
        actions={
          <>
            {free && decisionsOn(status).length > 0 ? (
              <ButtonLink href={to(paths.verificationDecision(id))} kind={status === "submitted" ? "primary" : "quiet"}>
                {t(status === "submitted" ? "organisation.admin.decide" : "organisation.admin.changeState")}
              </ButtonLink>
            ) : null}
            {status === "verified" ? (
              <ButtonLink href={to(paths.organisation(slug))} kind="plain">
                {t("organisation.desk.publicPage")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {free ? null : <OwnCase>{t("organisation.admin.ownCase")}</OwnCase>}
      <OrganisationFacts
        organisation={organisation}
        hasEvidence={hasEvidence}
        evidenceHref={hasEvidence ? to(paths.verificationEvidence(id)) : null}
      />
      <Reviews reviews={reviews} />
      <Section title={t("organisation.admin.history")} id="riwayat" ruled>
        <EventTimeline events={events} label={t("organisation.admin.history")} />
      </Section>
    </Page>
  )
}
