import { useLoaderData } from "@remix-run/react"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { changePart } from "#app/domain/initiative/partners.server.ts"
import { partForm } from "#app/domain/initiative/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, HiddenFields, Page, Stack, TextInput } from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { foundIn } from "./parts/found.server.ts"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.partner", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.partner")
  const { name, part } = foundIn(initiative.partners, params.partnerId)
  return { head, name, part }
})

export const action = actionFor("initiative.partner", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.partner")
  const { id } = foundIn(initiative.partners, params.partnerId)
  await changePart(ctx, initiative.id, id, parseForm(form, partForm))
  return redirectWith(ctx, paths.initiativePartners(initiative.id), "initiative.partSaved")
})

export const meta = metaFrom("initiative.partner.changing")

export default function PartnerPart() {
  const { head, name, part } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ part })
  return (
    <Page width="text">
      <InitiativeHeading head={head} title={t("initiative.partner.changing")} lede={<span lang="id">{name}</span>} />
      <Refused form={form} />
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
          <TextInput
            {...form.field("part")}
            label={t("initiative.partner.part")}
            hint={t("initiative.partner.partHint")}
            maxLength={initiativeLimits.part}
            lang="id"
            required
          />
          <FormActions>
            <Button>{t("initiative.edit.submit")}</Button>
            <ButtonLink href={to(paths.initiativePartners(head.id))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
