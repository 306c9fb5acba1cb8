import { useLoaderData } from "@remix-run/react"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { sequelForm } from "#app/domain/initiative/schema.ts"
import { writeSequel } from "#app/domain/initiative/sequel.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, HiddenFields, Notice, Page, Stack, TextArea } from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.sequel", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.sequel")
  return { head, sequel: initiative.sequel }
})

export const action = actionFor("initiative.sequel", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.sequel")
  await writeSequel(ctx, initiative.id, parseForm(form, sequelForm))
  return redirectWith(ctx, paths.initiativeCase(initiative.id), "initiative.sequelSaved")
})

export const meta = metaFrom("initiative.sequel.title")

export default function Sequel() {
  const { head, sequel } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ sequel })
  return (
    <Page width="text">
      <InitiativeHeading head={head} title={t("initiative.sequel.title")} lede={t("initiative.sequel.lede")} />
      <Refused form={form} />
      {head.concluded ? null : <Notice kind="warning">{t("initiative.sequel.notYet")}</Notice>}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
          <TextArea
            {...form.field("sequel")}
            label={t("initiative.sequel.title")}
            hint={t("initiative.sequel.hint")}
            rows={9}
            maxLength={initiativeLimits.sequel}
            lang="id"
            optional
          />
          <FormActions>
            {head.concluded ? <Button>{t("initiative.edit.submit")}</Button> : null}
            <ButtonLink href={to(paths.initiativeCase(head.id))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
