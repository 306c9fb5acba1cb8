import { useLoaderData } from "@remix-run/react"
import { decideMandate, examineMandate, mayDecideOn } from "#app/domain/organisation/mandates.server.ts"
import { mandateDecisionForm } from "#app/domain/organisation/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, ErrorSummary, Notice, Page, PageHeading } from "#app/ui/index.ts"
import { MandateFacts } from "../mandates/parts/mandate-facts.tsx"
import { officeText } from "../mandates/parts/office.tsx"
import { ChangedMeanwhile } from "./parts/changed-meanwhile.tsx"
import { DecisionForm } from "./parts/decision-form.tsx"
import { MandateStanding } from "./parts/mandate-standing.tsx"
import { OwnCase } from "./parts/own-case.tsx"

export const loader = loaderFor("mandate.examine", async ({ ctx, params }) => {
  const mandate = await examineMandate(ctx, params.id ?? "")
  return { mandate, mayDecide: mayDecideOn(ctx, mandate) }
})

export const action = actionFor("mandate.verify", async ({ ctx, params, form }) => {
  const { id } = await examineMandate(ctx, params.id ?? "")
  const { decision, reason, lockVersion } = parseForm(form, mandateDecisionForm)
  await decideMandate(ctx, id, decision, reason, lockVersion)
  return redirectWith(ctx, paths.mandateCase(id), decision === "verify" ? "mandateVerified" : "mandateRefused")
})

export const meta = metaFrom("mandate.decision.label")

/** The decision with the mandate below it, so that it can be compared with its paper. */
export default function MandateDecision() {
  const { mandate, mayDecide } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id, status, lockVersion, organisationName } = mandate
  const office = officeText(mandate)
  const back = (
    <ButtonLink href={to(paths.mandateCase(id))} kind="plain">
      {t("common.back")}
    </ButtonLink>
  )
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.admin()), label: t("organisation.admin.title") },
          { href: to(paths.mandateQueue()), label: t("organisation.admin.mandateQueue") },
          { href: to(paths.mandateCase(id)), label: office },
          { label: t("mandate.decision.label") },
        ]}
      />
      <PageHeading
        eyebrow={organisationName}
        title={t("mandate.decision.title", { office })}
        meta={<MandateStanding mandate={mandate} />}
      />
      <ErrorSummary {...form.errorSummary} />
      <ChangedMeanwhile form={form} />
      {!mayDecide ? (
        <OwnCase>{t("mandate.decision.ownCase")}</OwnCase>
      ) : status !== "entered" ? (
        <Notice title={t("mandate.decision.closed")} actions={back} />
      ) : (
        <DecisionForm
          form={form}
          lockVersion={lockVersion}
          label={t("mandate.decision.label")}
          options={(["verify", "refuse"] as const).map((value) => ({
            value,
            label: t(`mandate.decision.${value}`),
            hint: t(`mandate.decision.${value}Hint`),
          }))}
          reasonHint={t("mandate.decision.reasonHint")}
          submit={t("mandate.decision.submit")}
          back={back}
        />
      )}
      <MandateFacts mandate={mandate} mayReadBasis />
    </Page>
  )
}
