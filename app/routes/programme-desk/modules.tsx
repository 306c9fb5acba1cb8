import { useLoaderData } from "@remix-run/react"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { addModule } from "#app/domain/programme/modules.server.ts"
import { modulesOf } from "#app/domain/programme/queries.server.ts"
import { moduleForm } from "#app/domain/programme/schema.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  Cluster,
  Disclosure,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  Section,
  Select,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { practiceKeys } from "#content/practices/titles.ts"
import { Refused } from "../parts/refused.tsx"
import { ModulesTable } from "../programmes/parts/modules-table.tsx"
import { usePracticeName } from "../programmes/parts/names.ts"
import { FormRules } from "./parts/form-rules.tsx"
import { ProgrammeHeading } from "./parts/headings.tsx"
import { programmeFor } from "./parts/heads.server.ts"

export const loader = loaderFor("programme.edit", async ({ ctx, params }) => {
  const { programme, head } = await programmeFor(ctx, params.id, "edit")
  const { forms } = await readLearningSettings(ctx.db)
  return { head, forms, modules: await modulesOf(ctx.db, programme.id) }
})

export const action = actionFor("programme.edit", async ({ ctx, params, form }) => {
  await programmeFor(ctx, params.id, "edit")
  await addModule(ctx, params.id ?? "", parseForm(form, moduleForm))
  return redirectWith(ctx, paths.programmeModules(params.id ?? ""), "programme.moduleAdded")
})

export const meta = metaFrom("programme.modules.title")

export default function Modules() {
  const { head, forms, modules } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const practiceName = usePracticeName()
  const form = useFormState()
  const open = head.steps.includes("edit")
  return (
    <Page>
      <ProgrammeHeading head={head} title={t("programme.modules.title")} lede={t("programme.modules.lede")} />
      <Refused form={form} />
      {open ? null : (
        <Notice kind="warning" title={t(`programme.status.${head.status}`)}>
          {t("programme.start.editLede")}
        </Notice>
      )}
      <ModulesTable
        modules={modules}
        forms={forms.forms}
        actions={
          open
            ? (module) => (
                <Cluster gap="xs">
                  {module.ordinal > 1 ? (
                    <ButtonLink
                      href={to(paths.raiseModule(head.id, module.id))}
                      kind="plain"
                      size="sm"
                      aria-label={t("programme.modules.upOf", { name: practiceName(module.practice) })}
                    >
                      {t("programme.modules.up")}
                    </ButtonLink>
                  ) : null}
                  <ButtonLink
                    href={to(paths.removeModule(head.id, module.id))}
                    kind="plain"
                    size="sm"
                    aria-label={t("programme.modules.removeOf", { name: practiceName(module.practice) })}
                  >
                    {t("programme.modules.remove")}
                  </ButtonLink>
                </Cluster>
              )
            : undefined
        }
      />
      {open ? (
        <Section title={t("programme.modules.add")} id="tambah" ruled>
          <Form>
            <Stack gap="lg">
              <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
              <Select
                {...form.field("practice")}
                label={t("programme.practice")}
                width="full"
                required
                options={practiceKeys.map((key) => ({ value: key, label: practiceName(key) }))}
              />
              <Select
                {...form.field("form")}
                label={t("programme.form")}
                width="full"
                required
                options={forms.forms.map(({ key, name }) => ({ value: key, label: name[locale] }))}
              />
              <TextInput
                {...form.field("hours")}
                label={t("programme.hours")}
                hint={t("programme.modules.hoursHint")}
                type="number"
                inputMode="numeric"
                width="xs"
                min={1}
                max={programmeLimits.hours}
                required
              />
              <FormActions>
                <Button icon="plus">{t("programme.modules.submit")}</Button>
                <ButtonLink href={to(paths.programmeDesk(head.id))} kind="plain">
                  {t("common.back")}
                </ButtonLink>
              </FormActions>
            </Stack>
          </Form>
        </Section>
      ) : null}
      <Disclosure summary={t("programme.modules.rules")}>
        <FormRules forms={forms} />
      </Disclosure>
    </Page>
  )
}
