import { useLoaderData } from "@remix-run/react"
import { handOver, listMembers } from "#app/domain/organisation/members.server.ts"
import { handOverForm } from "#app/domain/organisation/schema.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions, Notice, RadioGroup, Stack } from "#app/ui/index.ts"
import { deskFor, openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"
import { RoleChoice } from "./parts/role-choice.tsx"
import { roles } from "./parts/roles.ts"

export const loader = loaderFor("membership.handOver", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (standing.acting) authorize(ctx.actor, "membership.handOver", { organisationId: organisation.id })
  const members = await listMembers(ctx, organisation.id)
  return { standing, others: members.filter(({ accountId }) => accountId !== ctx.actor?.accountId) }
})

export const action = actionFor("membership.handOver", async ({ ctx, params, form }) => {
  const { id } = await deskFor(ctx, params.id ?? "", "membership.handOver")
  await handOver(ctx, id, parseForm(form, handOverForm))
  return redirectWith(ctx, paths.members(id), "handedOver")
})

export const meta = metaFrom("organisation.handOver.title")

export default function HandOver() {
  const { standing, others } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id } = standing.organisation
  const members = to(paths.members(id))
  return (
    <StepPage
      standing={standing}
      title={t("organisation.handOver.title")}
      lede={t("organisation.handOver.lede")}
      trail={[{ href: members, label: t("organisation.members.title") }]}
      here={paths.handOver(id)}
    >
      <ErrorSummary {...form.errorSummary} />
      {others.length === 0 ? (
        <Notice
          title={t("organisation.handOver.nobody")}
          actions={
            <ButtonLink href={to(paths.invitations(id))} kind="quiet">
              {t("organisation.members.invite")}
            </ButtonLink>
          }
        />
      ) : (
        <Form>
          <Stack gap="lg">
            <RadioGroup
              {...form.field("membershipId")}
              label={t("organisation.handOver.to")}
              options={others.map(({ id: value, name, email, role }) => ({
                value,
                label: name,
                hint: `${email} · ${t(`organisation.role.${role}`)}`,
              }))}
              required
            />
            <RoleChoice
              field={form.field("role")}
              label={t("organisation.handOver.role")}
              roles={roles.filter((role) => role !== "admin")}
            />
            <FormActions>
              <Button>{t("organisation.handOver.submit")}</Button>
              <ButtonLink href={members} kind="plain">
                {t("common.cancel")}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Form>
      )}
    </StepPage>
  )
}
