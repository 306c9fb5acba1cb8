import { useLoaderData } from "@remix-run/react"
import { changeRole, getMember } from "#app/domain/organisation/members.server.ts"
import { roleForm } from "#app/domain/organisation/schema.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions, HiddenFields, Stack } from "#app/ui/index.ts"
import { deskFor, openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"
import { RoleChoice } from "./parts/role-choice.tsx"
import { roles } from "./parts/roles.ts"

export const loader = loaderFor("membership.changeRole", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (standing.acting) authorize(ctx.actor, "membership.changeRole", { organisationId: organisation.id })
  return { standing, member: await getMember(ctx, organisation.id, params.membershipId ?? "") }
})

export const action = actionFor("membership.changeRole", async ({ ctx, params, form }) => {
  const { id } = await deskFor(ctx, params.id ?? "", "membership.changeRole")
  await changeRole(ctx, id, params.membershipId ?? "", parseForm(form, roleForm))
  return redirectWith(ctx, paths.members(id), "roleChanged")
})

export const meta = metaFrom("organisation.members.changeRole")

export default function MemberRole() {
  const { standing, member } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ role: member.role })
  const { id } = standing.organisation
  const members = to(paths.members(id))
  return (
    <StepPage
      standing={standing}
      title={t("organisation.memberRole.title", { name: member.name })}
      lede={t("organisation.memberRole.lede", { role: t(`organisation.role.${member.role}`) })}
      trail={[{ href: members, label: t("organisation.members.title") }]}
      here={paths.memberRole(id, member.id)}
    >
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <HiddenFields values={{ seenRole: member.role }} />
        <Stack gap="lg">
          <RoleChoice field={form.field("role")} label={t("organisation.memberRole.label")} roles={roles} />
          <FormActions>
            <Button>{t("organisation.memberRole.submit")}</Button>
            <ButtonLink href={members} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </StepPage>
  )
}
