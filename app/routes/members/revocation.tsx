import { useLoaderData } from "@remix-run/react"
import { getInvitation, revokeInvitation } from "#app/domain/organisation/invitations.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions } from "#app/ui/index.ts"
import { openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"

export const loader = loaderFor("membership.invite", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  const invitationId = params.invitationId ?? ""
  if (!standing.acting) return { standing, invitationId, email: "" }
  const { email } = await getInvitation(ctx, organisation.id, invitationId)
  return { standing, invitationId, email }
})

export const action = actionFor("membership.invite", async ({ ctx, params }) => {
  const id = params.id ?? ""
  await revokeInvitation(ctx, id, params.invitationId ?? "")
  return redirectWith(ctx, paths.invitations(id), "invitationRevoked")
})

export const meta = metaFrom("organisation.invitations.revoke")

export default function Revocation() {
  const { standing, invitationId, email } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id } = standing.organisation
  const invitations = to(paths.invitations(id))
  return (
    <StepPage
      standing={standing}
      title={email ? t("organisation.revocation.title", { email }) : t("organisation.invitations.revoke")}
      lede={t("organisation.revocation.lede")}
      trail={[{ href: invitations, label: t("organisation.invitations.title") }]}
      here={paths.revokeInvitation(id, invitationId)}
    >
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <FormActions>
          <Button kind="danger">{t("organisation.revocation.submit")}</Button>
          <ButtonLink href={invitations} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </StepPage>
  )
}
