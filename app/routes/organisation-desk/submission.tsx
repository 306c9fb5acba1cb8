import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { submitOrganisation } from "#app/domain/organisation/editing.server.ts"
import { organisationFlow } from "#app/domain/organisation/flow.ts"
import { seenForm } from "#app/domain/organisation/schema.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions, HiddenFields, Notice, Stack } from "#app/ui/index.ts"
import { openDesk } from "./parts/desk.server.ts"
import { StepPage } from "./parts/step-page.tsx"

export const loader = loaderFor("organisation.submit", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (standing.acting) authorize(ctx.actor, "organisation.edit", { organisationId: organisation.id })
  return {
    standing,
    lockVersion: organisation.lockVersion,
    proved: ctx.actor?.emailVerified === true,
    hasEvidence: organisation.evidenceFileId !== null,
    open: stepsFrom(organisationFlow, organisation.status).includes("submit"),
  }
})

export const action = actionFor("organisation.submit", async ({ ctx, params, form }) => {
  const id = params.id ?? ""
  await submitOrganisation(ctx, id, parseForm(form, seenForm).lockVersion)
  return redirectWith(ctx, paths.organisationDesk(id), "organisationSubmitted")
})

export const meta = metaFrom("organisation.submission.title")

export default function Submission() {
  const { standing, lockVersion, proved, hasEvidence, open } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id, name, status } = standing.organisation
  const back = (
    <ButtonLink href={to(paths.organisationDesk(id))} kind="plain">
      {t("common.back")}
    </ButtonLink>
  )
  return (
    <StepPage
      standing={standing}
      title={t("organisation.submission.title")}
      lede={t("organisation.submission.lede", { organisation: name })}
      here={paths.submitOrganisation(id)}
    >
      <ErrorSummary {...form.errorSummary} />
      {!open ? (
        <Notice title={t(`organisation.status.${status}`)} actions={back} />
      ) : !proved ? (
        <Notice
          kind="warning"
          title={t("organisation.submission.unproved")}
          actions={
            <ButtonLink href={to(paths.resendVerification())} kind="quiet">
              {t("account.resend.submit")}
            </ButtonLink>
          }
        />
      ) : !hasEvidence ? (
        <Notice
          kind="warning"
          title={t("organisation.submission.noEvidence")}
          actions={
            <ButtonLink href={to(paths.editOrganisation(id))} kind="quiet" icon="upload">
              {t("organisation.desk.edit")}
            </ButtonLink>
          }
        >
          {t("organisation.submission.noEvidenceBody")}
        </Notice>
      ) : (
        <Form>
          <HiddenFields values={{ lockVersion: String(lockVersion) }} />
          <Stack gap="lg">
            <Notice title={t("organisation.submission.effectTitle")}>
              <ul>
                <li>{t("organisation.submission.effectClosed")}</li>
                <li>{t("organisation.submission.effectMail")}</li>
                <li>{t("organisation.submission.effectPublic")}</li>
              </ul>
            </Notice>
            <FormActions>
              <Button>{t("organisation.submission.submit")}</Button>
              {back}
            </FormActions>
          </Stack>
        </Form>
      )}
    </StepPage>
  )
}
