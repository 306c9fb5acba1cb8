import { useLoaderData } from "@remix-run/react"
import fileSizeScript from "#app/browser/file-size.ts?worker&url"
import { initiativeLimits, pictureLimits } from "#app/domain/initiative/limits.ts"
import { updateForm } from "#app/domain/initiative/schema.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { fileOf, uploadLimit } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  FileInput,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  Stack,
  TextArea,
  TextInput,
} from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { WritingHelp } from "../parts/writing-help.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const handle = { script: fileSizeScript }

export const loader = loaderFor("initiative.report", async ({ ctx, params }) => {
  const { head } = await initiativeFor(ctx, params.id, "initiative.report")
  // A form sent twice posts one update: it carries the key under which it is stored.
  return { head, id: newId() }
})

export const action = actionFor(
  "initiative.report",
  async ({ ctx, params, form }) => {
    const { initiative } = await initiativeFor(ctx, params.id, "initiative.report")
    const picture = await fileOf(form, "picture")
    form.delete("picture")
    const update = await postUpdate(ctx, initiative.id, {
      ...parseForm(form, updateForm),
      picture: picture?.bytes ?? null,
    })
    return redirectWith(ctx, `${paths.initiativeCase(initiative.id)}#kabar-${update}`, "initiative.updatePosted")
  },
  { limit: uploadLimit },
)

export const meta = metaFrom("initiative.update.new")

export default function NewUpdate() {
  const { head, id } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ id })
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.update.new")}
        lede={t(head.published ? "initiative.update.ledePublic" : "initiative.update.lede")}
      />
      <Refused form={form} />
      {head.reportable ? null : (
        <Notice kind="warning" title={t(`initiative.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      <Form encType="multipart/form-data">
        <Stack gap="lg">
          <HiddenFields values={{ id: form.field("id").defaultValue }} />
          <TextInput
            {...form.field("title")}
            label={t("initiative.update.name")}
            maxLength={initiativeLimits.updateTitle}
            lang="id"
            required
          />
          <WritingHelp />
          <TextArea
            {...form.field("body")}
            label={t("initiative.update.body")}
            hint={t("initiative.update.bodyHint")}
            rows={10}
            maxLength={initiativeLimits.update}
            lang="id"
            required
          />
          <FileInput
            {...form.field("picture")}
            label={t("initiative.update.picture")}
            hint={t("initiative.update.pictureHint")}
            limit={t("initiative.update.pictureLimit", { megabytes: pictureLimits.bytes / 1_000_000 })}
            accept="image/jpeg,image/png,image/webp"
            most={pictureLimits.bytes}
            optional
          />
          <TextInput
            {...form.field("alt")}
            label={t("initiative.update.alt")}
            hint={t("initiative.update.altHint")}
            maxLength={initiativeLimits.alt}
            lang="id"
            optional
          />
          <FormActions>
            {head.reportable ? <Button>{t("initiative.update.submit")}</Button> : null}
            <ButtonLink href={to(paths.initiativeCase(head.id))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
