import { useLoaderData } from "@remix-run/react"
import { inviteMember, listInvitations } from "#app/domain/organisation/invitations.server.ts"
import { invitationForm } from "#app/domain/organisation/schema.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ErrorSummary, Form, FormActions, Section, Stack, TextInput } from "#app/ui/index.ts"
import { deskFor, openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"
import { InvitationTable } from "./parts/invitation-table.tsx"
import { RoleChoice } from "./parts/role-choice.tsx"
import { roles } from "./parts/roles.ts"

export const loader = loaderFor("membership.invite", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (!standing.acting) return { standing, invitations: [] }
  authorize(ctx.actor, "membership.invite", { organisationId: organisation.id })
  return { standing, invitations: await listInvitations(ctx, organisation.id) }
})

export const action = actionFor("membership.invite", async ({ ctx, params, form }) => {
  const { id } = await deskFor(ctx, params.id ?? "", "membership.invite")
  const { email, role } = parseForm(form, invitationForm)
  await inviteMember(ctx, id, email, role)
  return redirectWith(ctx, paths.invitations(id), "memberInvited")
})

export const meta = metaFrom("organisation.invitations.title")

export default function Invitations() {
  const { standing, invitations } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ role: "member" })
  const { id } = standing.organisation
  return (
    <StepPage
      standing={standing}
      title={t("organisation.invitations.title")}
      lede={t("organisation.invitations.lede")}
      trail={[{ href: to(paths.members(id)), label: t("organisation.members.title") }]}
      here={paths.invitations(id)}
    >
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <TextInput
            {...form.field("email")}
            type="email"
            label={t("organisation.invitations.email")}
            maxLength={254}
            required
          />
          <RoleChoice field={form.field("role")} label={t("organisation.invitations.role")} roles={roles} />
          <FormActions>
            <Button icon="mail">{t("organisation.invitations.submit")}</Button>
          </FormActions>
        </Stack>
      </Form>
      <Section title={t("organisation.invitations.open")} id="menunggu" ruled>
        {invitations.length === 0 ? (
          <p>{t("organisation.invitations.none")}</p>
        ) : (
          <InvitationTable organisationId={id} invitations={invitations} />
        )}
      </Section>
    </StepPage>
  )
}
