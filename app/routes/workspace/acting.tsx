import { useLoaderData } from "@remix-run/react"
import { actFor } from "#app/domain/identity/session.server.ts"
import { textOf } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { internalPath } from "#app/http/return-path.ts"
import { sessionSecret } from "#app/http/session.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  EmptyState,
  Form,
  FormActions,
  Page,
  PageHeading,
  RadioGroup,
  Stack,
} from "#app/ui/index.ts"

export const loader = loaderFor("organisation.actFor", ({ ctx }) => ({
  memberships: ctx.actor!.memberships,
  acting: ctx.actor!.acting?.organisationId ?? "",
}))

export const action = actionFor("organisation.actFor", async ({ ctx, form, request }) => {
  await actFor(ctx, sessionSecret(ctx, request), textOf(form, "organisation") || null)
  return redirectWith(ctx, internalPath(textOf(form, "lanjut")) ?? paths.workspace(), "actingChanged")
})

export const meta = metaFrom("workspace.acting.title")

export default function Acting() {
  const { memberships, acting } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <PageHeading title={t("workspace.acting.title")} lede={t("workspace.acting.lede")} />
      {memberships.length === 0 ? (
        <EmptyState
          art="people"
          title={t("workspace.noOrganisation.title")}
          actions={<ButtonLink href={to(paths.newOrganisation())}>{t("workspace.noOrganisation.action")}</ButtonLink>}
        >
          {t("workspace.noOrganisation.body")}
        </EmptyState>
      ) : (
        <Form>
          <Stack gap="lg">
            <RadioGroup
              name="organisation"
              label={t("workspace.acting.label")}
              defaultValue={acting}
              options={[
                ...memberships.map((own) => ({
                  value: own.organisationId,
                  label: own.organisationName,
                  hint: t(`organisation.role.${own.role}`),
                })),
                { value: "", label: t("workspace.acting.nobody"), hint: t("workspace.acting.nobodyHint") },
              ]}
            />
            <FormActions>
              <Button>{t("workspace.acting.submit")}</Button>
            </FormActions>
          </Stack>
        </Form>
      )}
    </Page>
  )
}
