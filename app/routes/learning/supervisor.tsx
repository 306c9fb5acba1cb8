import { useLoaderData } from "@remix-run/react"
import { changeSupervisor } from "#app/domain/programme/deciding.server.ts"
import { supervisorsFor } from "#app/domain/programme/nomination.server.ts"
import { supervisorForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, HiddenFields, Notice, Page, Select, Stack } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"

export const loader = loaderFor("learner.supervise", async ({ ctx, params }) => {
  const { learner, head } = await learnerFor(ctx, params.id, "learner.supervise")
  return { head, supervisorId: learner.supervisorId, people: await supervisorsFor(ctx, learner) }
})

export const action = actionFor("learner.supervise", async ({ ctx, params, form }) => {
  await learnerFor(ctx, params.id, "learner.supervise")
  await changeSupervisor(ctx, params.id ?? "", parseForm(form, supervisorForm))
  return redirectWith(ctx, paths.learner(params.id ?? ""), "programme.supervisorChanged")
})

export const meta = metaFrom("programme.supervisor.title")

export default function Supervisor() {
  const { head, supervisorId, people } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ supervisorId })
  const open = head.status === "nominated" || head.status === "confirmed"
  return (
    <Page width="text">
      <LearnerHeading head={head} title={t("programme.supervisor.title")} lede={t("programme.supervisor.lede")} />
      <Refused form={form} />
      {open ? null : (
        <Notice kind="warning" title={t(`programme.learnerStatus.${head.status}`)}>
          {t("errors.programme.learnerOver")}
        </Notice>
      )}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
          <Select
            {...form.field("supervisorId")}
            label={t("programme.nomination.supervisor")}
            hint={t("programme.nomination.supervisorHint")}
            width="full"
            required
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FormActions>
            {open ? <Button>{t("programme.supervisor.submit")}</Button> : null}
            <ButtonLink href={to(paths.learner(head.id))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
