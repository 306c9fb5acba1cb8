import { useLoaderData } from "@remix-run/react"
import fileSizeScript from "#app/browser/file-size.ts?worker&url"
import { editOrganisation, editProfile } from "#app/domain/organisation/editing.server.ts"
import { editable } from "#app/domain/organisation/flow.ts"
import type { LegalForm } from "#app/domain/organisation/legal-forms.ts"
import { profileForm, seenForm } from "#app/domain/organisation/schema.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { regionChoices } from "#app/domain/region/queries.server.ts"
import { fileOf, uploadLimit } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, ErrorSummary, Form, FormActions, HiddenFields, Notice, Stack } from "#app/ui/index.ts"
import { StoredNow } from "../parts/stored-now.tsx"
import { deskFor, openDesk } from "./parts/desk.server.ts"
import { OrganisationFields } from "./parts/organisation-fields.tsx"
import { parseOrganisation } from "./parts/organisation-form.server.ts"
import { ProfileFields } from "./parts/profile-fields.tsx"
import { StepPage } from "./parts/step-page.tsx"
import { storedValues } from "./parts/stored-values.ts"

export const handle = { script: fileSizeScript }

export const loader = loaderFor("organisation.edit", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (standing.acting) authorize(ctx.actor, "organisation.edit", { organisationId: organisation.id })
  const scope = editable[organisation.status]
  return {
    standing,
    scope,
    lockVersion: organisation.lockVersion,
    hasEvidence: organisation.evidenceFileId !== null,
    stored: scope === "nothing" ? {} : storedValues(organisation, scope),
    regions: scope === "all" && standing.acting ? await regionChoices(ctx) : [],
  }
})

export const action = actionFor(
  "organisation.edit",
  async ({ ctx, params, form }) => {
    const organisation = await deskFor(ctx, params.id ?? "", "organisation.edit")
    const { lockVersion } = parseForm(form, seenForm)
    if (editable[organisation.status] === "profile")
      await editProfile(ctx, organisation.id, parseForm(form, profileForm), lockVersion)
    else {
      const evidence = await fileOf(form, "evidence")
      await editOrganisation(ctx, organisation.id, parseOrganisation(form), evidence, lockVersion)
    }
    return redirectWith(ctx, paths.organisationDesk(organisation.id), "organisationSaved")
  },
  { limit: uploadLimit },
)

export const meta = metaFrom("organisation.edit.title")

export default function EditOrganisation() {
  const { standing, scope, lockVersion, hasEvidence, stored, regions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState(stored)
  const { id } = standing.organisation
  const labels = {
    name: t("organisation.field.name"),
    legalForm: t("organisation.field.legalForm"),
    regionCode: t("organisation.field.region"),
    description: t("organisation.field.description"),
    address: t("organisation.field.address"),
    website: t("organisation.field.website"),
    contactName: t("organisation.field.contactName"),
    contactEmail: t("organisation.field.contactEmail"),
    contactPhone: t("organisation.field.contactPhone"),
  }
  const words = (name: string, value: string) =>
    name === "legalForm"
      ? t(`organisation.legalForm.${value as LegalForm}`)
      : name === "regionCode"
        ? (regions.flatMap((group) => group.regions).find(({ code }) => code === value)?.name ?? value)
        : value
  const back = (
    <ButtonLink href={to(paths.organisationDesk(id))} kind="plain">
      {t("common.back")}
    </ButtonLink>
  )
  return (
    <StepPage
      standing={standing}
      title={t("organisation.edit.title")}
      lede={t(scope === "profile" ? "organisation.edit.ledeProfile" : "organisation.edit.lede")}
      here={paths.editOrganisation(id)}
    >
      <ErrorSummary {...form.errorSummary} />
      {scope === "nothing" ? (
        <Notice title={t("organisation.edit.closed")} actions={back}>
          {t("organisation.edit.closedBody")}
        </Notice>
      ) : (
        <>
          <StoredNow form={form} stored={stored} labels={labels} words={words} />
          <Form encType="multipart/form-data">
            <HiddenFields values={{ lockVersion: form.seen("lockVersion", String(lockVersion)) }} />
            <Stack gap="xl">
              {scope === "all" ? (
                <OrganisationFields form={form} regions={regions} hasEvidence={hasEvidence} />
              ) : (
                <ProfileFields form={form} />
              )}
              <FormActions>
                <Button>{t("common.save")}</Button>
                {back}
              </FormActions>
            </Stack>
          </Form>
        </>
      )}
    </StepPage>
  )
}
