import { useLoaderData } from "@remix-run/react"
import { outcomesOf } from "#app/domain/initiative/detail.server.ts"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { addMeasure } from "#app/domain/initiative/outcomes.server.ts"
import { measureForm } from "#app/domain/initiative/schema.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
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
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { foundIn } from "./parts/found.server.ts"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.outcome", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.outcome")
  const { indicator, unit } = foundIn(await outcomesOf(ctx.db, initiative.id), params.outcomeId)
  return { head, indicator, unit, today: officialDay(ctx.now) }
})

export const action = actionFor("initiative.outcome", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.outcome")
  const { id } = foundIn(await outcomesOf(ctx.db, initiative.id), params.outcomeId)
  await addMeasure(ctx, initiative.id, id, parseForm(form, measureForm))
  return redirectWith(ctx, paths.outcomes(initiative.id), "initiative.measured")
})

export const meta = metaFrom("initiative.outcome.measure")

export default function Measure() {
  const { head, indicator, unit, today } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ measuredOn: today })
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.outcome.measure")}
        lede={<span lang="id">{indicator}</span>}
      />
      <Refused form={form} />
      {head.measurable ? null : (
        <Notice kind="warning" title={t(`initiative.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
          <TextInput
            {...form.field("value")}
            label={t("initiative.outcome.value")}
            maxLength={initiativeLimits.numberTyped}
            inputMode="decimal"
            width="sm"
            suffix={<span lang="id">{unit}</span>}
            required
          />
          <DateInput {...form.field("measuredOn")} label={t("initiative.outcome.day")} max={today} required />
          <TextArea
            {...form.field("note")}
            label={t("initiative.note")}
            hint={t("initiative.noteHint")}
            rows={4}
            maxLength={initiativeLimits.note}
            lang="id"
            optional
          />
          <FormActions>
            {head.measurable ? <Button>{t("initiative.outcome.record")}</Button> : null}
            <ButtonLink href={to(paths.outcomes(head.id))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
