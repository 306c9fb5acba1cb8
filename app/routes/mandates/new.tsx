import { useLoaderData } from "@remix-run/react"
import fileSizeScript from "#app/browser/file-size.ts?worker&url"
import { mandateForm } from "#app/domain/organisation/mandate-schema.ts"
import { enterMandate } from "#app/domain/organisation/mandates.server.ts"
import { listMembers } from "#app/domain/organisation/members.server.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { fileOf, uploadLimit } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions, Notice, Stack } from "#app/ui/index.ts"
import { deskFor, openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"
import { MandateFields } from "./parts/mandate-fields.tsx"

export const handle = { script: fileSizeScript }

export const loader = loaderFor("mandate.enter", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (standing.acting) authorize(ctx.actor, "mandate.enter", { organisationId: organisation.id })
  const members = standing.acting ? await listMembers(ctx, organisation.id) : []
  return {
    standing,
    governs: organisation.governsRegionCode !== null,
    people: members.map(({ accountId, name, email }) => ({ accountId, name, email })),
  }
})

export const action = actionFor(
  "mandate.enter",
  async ({ ctx, params, form }) => {
    const { id: organisationId } = await deskFor(ctx, params.id ?? "", "mandate.enter")
    const details = parseForm(form, mandateForm)
    const id = await enterMandate(ctx, organisationId, details, await fileOf(form, "basis"))
    return redirectWith(ctx, paths.mandate(id), "mandateEntered")
  },
  { limit: uploadLimit },
)

export const meta = metaFrom("mandate.create.title")

export default function NewMandate() {
  const { standing, governs, people } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({
    officeKind: governs ? "head_of_region" : "delegate",
    basisKind: governs ? "sk" : "surat_kuasa",
  })
  const { id, status } = standing.organisation
  const mandates = to(paths.mandates(id))
  return (
    <StepPage
      standing={standing}
      title={t("mandate.create.title")}
      lede={t("mandate.create.lede")}
      trail={[{ href: mandates, label: t("mandate.list.title") }]}
      here={paths.newMandate(id)}
    >
      <ErrorSummary {...form.errorSummary} />
      {status === "verified" ? (
        <Form encType="multipart/form-data">
          <Stack gap="xl">
            <MandateFields form={form} people={people} governs={governs} />
            <FormActions>
              <Button>{t("mandate.create.submit")}</Button>
              <ButtonLink href={mandates} kind="plain">
                {t("common.cancel")}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Form>
      ) : (
        <Notice title={t("mandate.list.unverified")} />
      )}
    </StepPage>
  )
}
