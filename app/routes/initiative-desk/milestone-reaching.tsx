import { useLoaderData } from "@remix-run/react"
import { milestonesOf } from "#app/domain/initiative/detail.server.ts"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { reachMilestone, unreachMilestone } from "#app/domain/initiative/milestones.server.ts"
import { reachForm, seenForm } from "#app/domain/initiative/schema.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
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
} from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { foundIn } from "./parts/found.server.ts"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

/** Notes that a milestone was reached, and takes that back where it was noted by mistake. */
export const loader = loaderFor("initiative.milestone", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.milestone")
  const { title, reachedOn } = foundIn(await milestonesOf(ctx.db, initiative.id), params.milestoneId)
  return { head, title, reachedOn, today: officialDay(ctx.now) }
})

export const action = actionFor("initiative.milestone", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.milestone")
  const { id } = foundIn(await milestonesOf(ctx.db, initiative.id), params.milestoneId)
  if (form.has("undo")) {
    await unreachMilestone(ctx, initiative.id, id, parseForm(form, seenForm))
    return redirectWith(ctx, paths.milestones(initiative.id), "initiative.milestoneUnreached")
  }
  await reachMilestone(ctx, initiative.id, id, parseForm(form, reachForm))
  return redirectWith(ctx, paths.milestones(initiative.id), "initiative.milestoneReached")
})

export const meta = metaFrom("initiative.milestone.reach")

export default function MilestoneReaching() {
  const { head, title, reachedOn, today } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const form = useFormState({ reachedOn: today })
  const undo = reachedOn !== null
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t(undo ? "initiative.milestone.unreach" : "initiative.milestone.reach")}
        lede={<span lang="id">{title}</span>}
      />
      <Refused form={form} />
      {head.writable ? null : (
        <Notice kind="warning" title={t(`initiative.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      {undo ? <p>{t("initiative.milestone.unreachLede", { date: formatDate(locale, reachedOn) })}</p> : null}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion), undo: undo ? "1" : undefined }} />
          {undo ? null : (
            <>
              <DateInput {...form.field("reachedOn")} label={t("initiative.milestone.day")} max={today} required />
              <TextArea
                {...form.field("note")}
                label={t("initiative.note")}
                hint={t("initiative.noteHint")}
                rows={4}
                maxLength={initiativeLimits.note}
                lang="id"
                optional
              />
            </>
          )}
          <FormActions>
            {head.writable ? (
              <Button kind={undo ? "danger" : "primary"}>
                {t(undo ? "initiative.milestone.unreach" : "initiative.milestone.reach")}
              </Button>
            ) : null}
            <ButtonLink href={to(paths.milestones(head.id))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
