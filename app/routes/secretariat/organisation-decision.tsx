import { useLoaderData } from "@remix-run/react"
import { examineOrganisation } from "#app/domain/organisation/queries.server.ts"
import { organisationDecisionForm } from "#app/domain/organisation/schema.ts"
import { decideOrganisation, mayDecide } from "#app/domain/organisation/verification.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, ErrorSummary, Notice, Page, PageHeading } from "#app/ui/index.ts"
import { OrganisationFacts } from "../organisation-desk/parts/facts.tsx"
import { OrganisationState } from "../organisations/parts/organisation-state.tsx"
import { ChangedMeanwhile } from "./parts/changed-meanwhile.tsx"
import { DecisionForm } from "./parts/decision-form.tsx"
import { decisionsOn } from "./parts/decisions.ts"
import { OwnCase } from "./parts/own-case.tsx"

export const loader = loaderFor("organisation.examine", async ({ ctx, params }) => {
  const organisation = await examineOrganisation(ctx, params.id ?? "")
  return { organisation, mayDecide: mayDecide(ctx, organisation.id) }
})

const said = {
  verify: "organisationVerified",
  refuse: "organisationRefused",
  suspend: "organisationSuspended",
  restore: "organisationRestored",
} as const

export const action = actionFor("organisation.verify", async ({ ctx, params, form }) => {
  const { id } = await examineOrganisation(ctx, params.id ?? "")
  const { decision, reason, lockVersion } = parseForm(form, organisationDecisionForm)
  await decideOrganisation(ctx, id, decision, reason, lockVersion)
  return redirectWith(ctx, paths.verificationCase(id), said[decision])
})

export const meta = metaFrom("organisation.admin.decision.label")

/** The decision with what it is about below it, so that both are in sight. */
export default function OrganisationDecision() {
  const { organisation, mayDecide: free } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id, name, status, lockVersion, evidenceFileId } = organisation
  const decisions = decisionsOn(status)
  const hasEvidence = evidenceFileId !== null
  const back = (
    <ButtonLink href={to(paths.verificationCase(id))} kind="plain">
      {t("common.back")}
    </ButtonLink>
  )
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.admin()), label: t("organisation.admin.title") },
          { href: to(paths.verificationQueue()), label: t("organisation.admin.queue") },
          { href: to(paths.verificationCase(id)), label: name },
          { label: t("organisation.admin.decision.label") },
        ]}
      />
      <PageHeading
        title={t("organisation.admin.decision.title", { organisation: name })}
        meta={<OrganisationState status={status} />}
      />
      <ErrorSummary {...form.errorSummary} />
      <ChangedMeanwhile form={form} />
      {!free ? (
        <OwnCase>{t("organisation.admin.ownCase")}</OwnCase>
      ) : decisions.length === 0 ? (
        <Notice title={t("organisation.admin.decision.closed")} actions={back}>
          {t("organisation.admin.decision.closedBody")}
        </Notice>
      ) : (
        <DecisionForm
          form={form}
          lockVersion={lockVersion}
          label={t("organisation.admin.decision.label")}
          options={decisions.map((value) => ({
            value,
            label: t(`organisation.admin.decision.${value}`),
            hint: t(`organisation.admin.decision.${value}Hint`),
          }))}
          reasonHint={t("organisation.admin.decision.reasonHint")}
          submit={t("organisation.admin.decision.submit")}
          back={back}
        />
      )}
      <OrganisationFacts
        organisation={organisation}
        hasEvidence={hasEvidence}
        evidenceHref={hasEvidence ? to(paths.verificationEvidence(id)) : null}
      />
    </Page>
  )
}
