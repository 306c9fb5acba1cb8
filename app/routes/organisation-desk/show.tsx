import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { editable, organisationFlow } from "#app/domain/organisation/flow.ts"
import { listMandates } from "#app/domain/organisation/mandate-queries.server.ts"
import { lastReview } from "#app/domain/organisation/queries.server.ts"
import { can } from "#app/domain/policy/table.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink } from "#app/ui/index.ts"
import { openDesk } from "./parts/desk.server.ts"
import { DeskFrame } from "./parts/desk-frame.tsx"
import { OrganisationFacts } from "./parts/facts.tsx"
import { LastDecision } from "./parts/last-decision.tsx"
import { NextStep } from "./parts/next-step.tsx"

export const loader = loaderFor("organisation.readPrivate", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  const mandates = await listMandates(ctx, organisation.id)
  const decision = await lastReview(ctx, organisation.id)
  return {
    organisation,
    standing,
    decision,
    lacksHead: !mandates.some(({ officeKind, status }) => officeKind === "head_of_region" && status === "verified"),
    mayReadEvidence: can(ctx.actor, "organisation.readEvidence", { organisationId: organisation.id }),
    mayEdit: standing.admin && editable[organisation.status] !== "nothing",
    maySubmit: standing.admin && stepsFrom(organisationFlow, organisation.status).includes("submit"),
  }
})

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: Data | undefined }) => (data ? pageMeta(data.organisation.name) : [])

export default function Desk() {
  const { organisation, standing, decision, lacksHead, mayReadEvidence, mayEdit, maySubmit } =
    useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { id, slug, status, evidenceFileId } = organisation
  const hasEvidence = evidenceFileId !== null
  return (
    <DeskFrame
      standing={standing}
      tab="overview"
      actions={
        <>
          {mayEdit ? (
            <ButtonLink href={to(paths.editOrganisation(id))} kind="quiet" icon="edit">
              {t("organisation.desk.edit")}
            </ButtonLink>
          ) : null}
          {maySubmit && hasEvidence ? (
            <ButtonLink href={to(paths.submitOrganisation(id))} kind="quiet">
              {t(status === "refused" ? "organisation.desk.resubmit" : "organisation.desk.submit")}
            </ButtonLink>
          ) : null}
          {status === "verified" ? (
            <ButtonLink href={to(paths.organisation(slug))} kind="plain">
              {t("organisation.desk.publicPage")}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <LastDecision status={status} decision={decision} />
      <NextStep
        standing={standing}
        hasEvidence={hasEvidence}
        corrected={decision !== null && organisation.updatedAt > decision.createdAt}
        submittedAt={organisation.submittedAt}
        lacksHead={lacksHead}
        governs={organisation.governsRegionCode !== null}
      />
      <OrganisationFacts
        organisation={organisation}
        hasEvidence={hasEvidence}
        evidenceHref={hasEvidence && mayReadEvidence ? to(paths.organisationEvidence(id)) : null}
      />
    </DeskFrame>
  )
}
