import { useLoaderData } from "@remix-run/react"
import fileSizeScript from "#app/browser/file-size.ts?worker&url"
import { createOrganisation } from "#app/domain/organisation/editing.server.ts"
import { regionChoices } from "#app/domain/region/queries.server.ts"
import { fileOf, uploadLimit } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { actForJoined } from "#app/http/session.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions, Notice, Page, PageHeading, Stack } from "#app/ui/index.ts"
import { OrganisationFields } from "./parts/organisation-fields.tsx"
import { parseOrganisation } from "./parts/organisation-form.server.ts"

export const handle = { script: fileSizeScript }

export const loader = loaderFor("workspace.read", async ({ ctx }) => ({
  proved: ctx.actor?.emailVerified === true,
  regions: await regionChoices(ctx),
}))

export const action = actionFor(
  "organisation.create",
  async ({ ctx, form, request }) => {
    const id = await createOrganisation(ctx, parseOrganisation(form), await fileOf(form, "evidence"))
    await actForJoined(ctx, request, id)
    return redirectWith(ctx, paths.organisationDesk(id), "organisationCreated")
  },
  { limit: uploadLimit },
)

export const meta = metaFrom("organisation.create.title")

export default function NewOrganisation() {
  const { proved, regions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  return (
    <Page width="text">
      <PageHeading title={t("organisation.create.title")} lede={t("organisation.create.lede")} />
      {proved ? (
        <>
          <ErrorSummary {...form.errorSummary} />
          <Form encType="multipart/form-data">
            <Stack gap="xl">
              <OrganisationFields form={form} regions={regions} hasEvidence={false} />
              <FormActions>
                <Button>{t("organisation.create.submit")}</Button>
                <ButtonLink href={to(paths.workspace())} kind="plain">
                  {t("common.cancel")}
                </ButtonLink>
              </FormActions>
            </Stack>
          </Form>
        </>
      ) : (
        <Notice
          kind="warning"
          title={t("organisation.create.unproved")}
          actions={
            <ButtonLink href={to(paths.resendVerification())} kind="quiet">
              {t("account.resend.submit")}
            </ButtonLink>
          }
        />
      )}
    </Page>
  )
}
