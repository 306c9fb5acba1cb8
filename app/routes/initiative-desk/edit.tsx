import { useLoaderData } from "@remix-run/react"
import { listAgreementBases, nameableRegions } from "#app/domain/initiative/basis.server.ts"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { editForm } from "#app/domain/initiative/schema.ts"
import { editInitiative } from "#app/domain/initiative/writing.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, HiddenFields, Notice, Page, Stack, TextArea } from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { WritingHelp } from "../agreement-desk/parts/writing-help.tsx"
import { basisValue, splitBasis } from "./parts/basis-choice.ts"
import { InitiativeFields } from "./parts/initiative-fields.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.edit", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.edit")
  const { title, summary, story, affair, regionCode, place, startsOn, endsOn } = initiative
  const { agreementId, agreementCode: code, agreementTitle, clauseKey } = initiative
  const bases = await listAgreementBases(ctx)
  return {
    head,
    values: { title, summary, story, affair, regionCode, place, startsOn, endsOn },
    regions: await nameableRegions(ctx),
    basis: basisValue(code, clauseKey),
    // The agreement on which it stands already can be kept where its term is over.
    agreements:
      agreementId === null || code === null || bases.some((one) => one.code === code)
        ? bases
        : [{ id: agreementId, code, title: agreementTitle ?? code, otherId: "", otherName: "", clauses: [] }, ...bases],
  }
})

export const action = actionFor("initiative.edit", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.edit")
  splitBasis(form)
  await editInitiative(ctx, initiative.id, parseForm(form, editForm))
  return redirectWith(ctx, paths.initiativeCase(initiative.id), "initiative.saved")
})

export const meta = metaFrom("initiative.edit.title")

export default function EditInitiative() {
  const { head, values, regions, agreements, basis } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState(values)
  const back = to(paths.initiativeCase(head.id))
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.edit.title")}
        lede={t(head.published ? "initiative.edit.ledePublic" : "initiative.edit.lede")}
      />
      <Refused form={form} />
      {head.writable ? null : (
        <Notice kind="warning" title={t(`initiative.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      {head.writable || form.values ? (
        <Form>
          <Stack gap="lg">
            <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
            <InitiativeFields form={form} regions={regions} agreements={agreements} basis={basis} />
            <WritingHelp />
            <TextArea
              {...form.field("story")}
              label={t("initiative.story")}
              hint={t("initiative.storyHint")}
              rows={12}
              maxLength={initiativeLimits.story}
              lang="id"
              optional
            />
            <FormActions>
              {head.writable ? <Button>{t("initiative.edit.submit")}</Button> : null}
              <ButtonLink href={back} kind="plain">
                {head.writable ? t("common.cancel") : t("ui.reload")}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Form>
      ) : null}
    </Page>
  )
}
