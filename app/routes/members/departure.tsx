import { useLoaderData } from "@remix-run/react"
import { leaveOrganisation, listMembers } from "#app/domain/organisation/members.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  Page,
  PageHeading,
  Stack,
} from "#app/ui/index.ts"
import { openDesk } from "../organisation-desk/parts/desk.server.ts"

/** Leaving concerns the person himself: it needs no switch to the organisation first. */
export const loader = loaderFor("membership.leave", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  const admins = (await listMembers(ctx, organisation.id)).filter(({ role }) => role === "admin")
  return { standing, lastAdmin: standing.role === "admin" && admins.length === 1 }
})

export const action = actionFor("membership.leave", async ({ ctx, params }) => {
  await leaveOrganisation(ctx, params.id ?? "")
  return redirectWith(ctx, paths.workspace(), "membershipLeft")
})

export const meta = metaFrom("organisation.members.leave")

export default function Departure() {
  const { standing, lastAdmin } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id, name } = standing.organisation
  const desk = to(paths.organisationDesk(id))
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.workspace()), label: t("organisation.desk.crumb") },
          { href: desk, label: name },
          { label: t("organisation.members.leave") },
        ]}
      />
      <PageHeading title={t("organisation.leave.title", { organisation: name })} lede={t("organisation.leave.lede")} />
      <ErrorSummary {...form.errorSummary} />
      {lastAdmin ? (
        <Notice
          kind="warning"
          title={t("organisation.leave.lastAdmin")}
          actions={
            <ButtonLink href={to(paths.handOver(id))} kind="quiet">
              {t("organisation.handOver.title")}
            </ButtonLink>
          }
        />
      ) : (
        <Form>
          <Stack gap="lg">
            <Notice kind="warning" title={t("organisation.memberEnd.effectTitle")}>
              <ul>
                <li>{t("organisation.leave.effectAccess")}</li>
                <li>{t("organisation.leave.effectMandate")}</li>
                <li>{t("organisation.leave.effectPast")}</li>
              </ul>
            </Notice>
            <FormActions>
              <Button kind="danger">{t("organisation.leave.submit")}</Button>
              <ButtonLink href={desk} kind="plain">
                {t("common.cancel")}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Form>
      )}
    </Page>
  )
}
