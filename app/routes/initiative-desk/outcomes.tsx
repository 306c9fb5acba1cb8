import { useLoaderData } from "@remix-run/react"
import { outcomesOf } from "#app/domain/initiative/detail.server.ts"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { addOutcome } from "#app/domain/initiative/outcomes.server.ts"
import { outcomeForm } from "#app/domain/initiative/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Button,
  ButtonLink,
  Cluster,
  Fieldset,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  Section,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { Outcomes } from "../initiatives/parts/outcomes.tsx"
import { Refused } from "../parts/refused.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.outcome", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.outcome")
  return { head, outcomes: await outcomesOf(ctx.db, initiative.id) }
})

export const action = actionFor("initiative.outcome", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.outcome")
  await addOutcome(ctx, initiative.id, parseForm(form, outcomeForm))
  return redirectWith(ctx, paths.outcomes(initiative.id), "initiative.outcomeAdded")
})

export const meta = metaFrom("initiative.outcome.title")

export default function OutcomesPage() {
  const { head, outcomes } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const locale = useLocale()
  return (
    <Page width="text">
      <InitiativeHeading head={head} title={t("initiative.outcome.title")} lede={t("initiative.outcome.deskLede")} />
      <Refused form={form} />
      {outcomes.length === 0 ? (
        <p className="text-ink-soft">{t("initiative.outcome.empty")}</p>
      ) : (
        <Outcomes
          outcomes={outcomes}
          level={2}
          actions={({ id, indicator }) => (
            <Cluster gap="sm">
              {head.measurable ? (
                <ButtonLink
                  href={to(paths.measureOutcome(head.id, id))}
                  kind="quiet"
                  size="sm"
                  icon="plus"
                  aria-label={`${t("initiative.outcome.measure")}: ${indicator}`}
                >
                  {t("initiative.outcome.measure")}
                </ButtonLink>
              ) : null}
              {head.writable ? (
                <Anchor
                  href={to(paths.dropOutcome(head.id, id))}
                  aria-label={t("initiative.outcome.removeOf", { indicator })}
                >
                  {t("initiative.outcome.remove")}
                </Anchor>
              ) : null}
            </Cluster>
          )}
          measureAction={({ id, measuredOn }, { indicator }) => (
            <Anchor
              href={to(paths.strikeMeasure(head.id, id))}
              aria-label={`${t("initiative.outcome.strike")}: ${indicator}, ${formatDate(locale, measuredOn)}`}
            >
              {t("initiative.outcome.strike")}
            </Anchor>
          )}
        />
      )}
      {head.status === "prepared" && outcomes.length > 0 ? <Notice>{t("initiative.outcome.notYet")}</Notice> : null}
      {head.writable || form.values ? (
        <Section title={t("initiative.outcome.add")} id="tambah" ruled>
          <Form>
            <Stack gap="lg">
              <HiddenFields values={{ lockVersion: form.seen("lockVersion", String(head.lockVersion)) }} />
              <TextInput
                {...form.field("indicator")}
                label={t("initiative.outcome.indicator")}
                hint={t("initiative.outcome.indicatorHint")}
                maxLength={initiativeLimits.indicator}
                lang="id"
                required
              />
              <TextInput
                {...form.field("unit")}
                label={t("initiative.outcome.unit")}
                hint={t("initiative.outcome.unitHint")}
                maxLength={initiativeLimits.unit}
                width="md"
                lang="id"
                required
              />
              <Fieldset
                legend={t("initiative.outcome.figures")}
                hint={t("initiative.outcome.figuresHint")}
                id="figures"
                columns={2}
              >
                <TextInput
                  {...form.field("baseline")}
                  label={t("initiative.outcome.baseline")}
                  maxLength={initiativeLimits.numberTyped}
                  inputMode="decimal"
                  width="sm"
                  required
                />
                <TextInput
                  {...form.field("target")}
                  label={t("initiative.outcome.target")}
                  maxLength={initiativeLimits.numberTyped}
                  inputMode="decimal"
                  width="sm"
                  required
                />
              </Fieldset>
              <TextInput
                {...form.field("source")}
                label={t("initiative.outcome.source")}
                hint={t("initiative.outcome.sourceHint")}
                maxLength={initiativeLimits.source}
                lang="id"
                required
              />
              <FormActions>
                {head.writable ? <Button>{t("initiative.outcome.submit")}</Button> : null}
                <ButtonLink href={to(paths.initiativeCase(head.id))} kind="plain">
                  {t("initiative.back")}
                </ButtonLink>
              </FormActions>
            </Stack>
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
