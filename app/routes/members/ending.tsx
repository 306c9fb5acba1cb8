import { useLoaderData } from "@remix-run/react"
import { endMembership, getMember } from "#app/domain/organisation/members.server.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions, Notice, Stack } from "#app/ui/index.ts"
import { openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"

export const loader = loaderFor("membership.end", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (standing.acting) authorize(ctx.actor, "membership.end", { organisationId: organisation.id })
  return { standing, member: await getMember(ctx, organisation.id, params.membershipId ?? "") }
})

export const action = actionFor("membership.end", async ({ ctx, params }) => {
  const id = params.id ?? ""
  await endMembership(ctx, id, params.membershipId ?? "")
  return redirectWith(ctx, paths.members(id), "membershipEnded")
})

export const meta = metaFrom("organisation.members.end")

export default function MembershipEnding() {
  const { standing, member } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id, name: organisation } = standing.organisation
  const { name } = member
  const members = to(paths.members(id))
  return (
    <StepPage
      standing={standing}
      title={t("organisation.memberEnd.title", { name })}
      trail={[{ href: members, label: t("organisation.members.title") }]}
      here={paths.endMembership(id, member.id)}
    >
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <Notice kind="warning" title={t("organisation.memberEnd.effectTitle")}>
            <ul>
              <li>{t("organisation.memberEnd.effectAccess", { name, organisation })}</li>
              <li>{t("organisation.memberEnd.effectMandate")}</li>
              <li>{t("organisation.memberEnd.effectPast")}</li>
            </ul>
          </Notice>
          <FormActions>
            <Button kind="danger">{t("organisation.memberEnd.submit")}</Button>
            <ButtonLink href={members} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </StepPage>
  )
}
