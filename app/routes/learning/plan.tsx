import { useLoaderData } from "@remix-run/react"
import { planOf, savePlan } from "#app/domain/programme/action-plan.server.ts"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { planForm } from "#app/domain/programme/schema.ts"
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
  DateInput,
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
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"
import { PlanText } from "./parts/plan-text.tsx"

export const loader = loaderFor("plan.write", async ({ ctx, params }) => {
  const { learner, head } = await learnerFor(ctx, params.id, "plan.write")
  return { head, cohortCancelled: learner.cohort.status === "cancelled", plan: await planOf(ctx, learner.id) }
})

export const action = actionFor("plan.write", async ({ ctx, params, form }) => {
  await learnerFor(ctx, params.id, "plan.write")
  await savePlan(ctx, params.id ?? "", parseForm(form, planForm))
  return redirectWith(ctx, paths.learner(params.id ?? ""), "programme.planSaved")
})

export const meta = metaFrom("programme.plan.title")

export default function Plan() {
  const { head, plan, cohortCancelled } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ title: plan?.title, body: plan?.body, dueOn: plan?.dueOn })
  const open =
    head.status === "confirmed" &&
    !cohortCancelled &&
    (plan === null || plan.status === "draft" || plan.status === "returned")
  return (
    <Page width="text">
      <LearnerHeading head={head} title={t("programme.plan.title")} lede={t("programme.plan.lede")} />
      <Refused form={form} />
      {form.refusal?.key === "stale" && plan ? (
        <Notice title={t("programme.plan.theirs")}>
          <p>{t("programme.plan.theirsBody")}</p>
          <PlanText plan={plan} />
        </Notice>
      ) : null}
      {plan?.status === "returned" ? (
        <Notice kind="warning" title={t("programme.plan.remark")}>
          {plan.remark}
        </Notice>
      ) : null}
      {open ? (
        <Form>
          <Stack gap="lg">
            <HiddenFields values={{ planVersion: form.seen("planVersion", plan ? String(plan.lockVersion) : "") }} />
            <TextInput
              {...form.field("title")}
              label={t("programme.plan.field")}
              maxLength={programmeLimits.planTitle}
              lang="id"
            />
            <TextArea
              {...form.field("body")}
              label={t("programme.plan.body")}
              hint={t("programme.plan.bodyHint")}
              rows={10}
              maxLength={programmeLimits.planBody}
              lang="id"
            />
            <DateInput {...form.field("dueOn")} label={t("programme.plan.dueOn")} />
            <FormActions>
              <Button>{t("programme.plan.save")}</Button>
              <ButtonLink href={to(paths.learner(head.id))} kind="plain">
                {t("common.cancel")}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Form>
      ) : (
        <Notice
          kind="warning"
          title={plan ? t(`programme.planStatus.${plan.status}`) : t(`programme.learnerStatus.${head.status}`)}
        >
          {t("errors.flow.step")}
        </Notice>
      )}
    </Page>
  )
}
