import { useLoaderData } from "@remix-run/react"
import { milestonesOf } from "#app/domain/initiative/detail.server.ts"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { addMilestone } from "#app/domain/initiative/milestones.server.ts"
import { milestoneForm } from "#app/domain/initiative/schema.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Button,
  ButtonLink,
  DateInput,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  Section,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { InitiativeMilestones } from "../initiatives/parts/milestones.tsx"
import { Refused } from "../parts/refused.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.milestone", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.milestone")
  return { head, milestones: await milestonesOf(ctx.db, initiative.id), today: officialDay(ctx.now) }
})

export const action = actionFor("initiative.milestone", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.milestone")
  await addMilestone(ctx, initiative.id, parseForm(form, milestoneForm))
  return redirectWith(ctx, paths.milestones(initiative.id), "initiative.milestoneAdded")
})

export const meta = metaFrom("initiative.milestone.title")

export default function Milestones() {
  const { head, milestones, today } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  return (
    <Page width="text">
      <InitiativeHeading head={head} title={t("initiative.milestone.title")} lede={t("initiative.milestone.lede")} />
      <Refused form={form} />
      {milestones.length === 0 ? (
        <p className="text-ink-soft">{t("initiative.milestone.empty")}</p>
      ) : (
        <InitiativeMilestones
          milestones={milestones}
          today={today}
          actions={({ id, title, reachedOn }) =>
            head.writable ? (
              <>
                <Anchor
                  href={to(paths.reachMilestone(head.id, id))}
                  aria-label={t(reachedOn ? "initiative.milestone.unreachOf" : "initiative.milestone.reachOf", {
                    title,
                  })}
                >
                  {t(reachedOn ? "initiative.milestone.unreach" : "initiative.milestone.reach")}
                </Anchor>
                {reachedOn ? null : (
                  <>
                    {" · "}
                    <Anchor
                      href={to(paths.dropMilestone(head.id, id))}
                      aria-label={t("initiative.milestone.removeOf", { title })}
                    >
                      {t("initiative.milestone.remove")}
                    </Anchor>
                  </>
                )}
              </>
            ) : null
          }
        />
      )}
      {head.writable ? null : (
        <Notice kind="warning" title={t(`initiative.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      {head.writable || form.values ? (
        <Section title={t("initiative.milestone.add")} id="tambah" ruled>
          <Form>
            <Stack gap="lg">
              <HiddenFields values={{ lockVersion: form.seen("lockVersion", String(head.lockVersion)) }} />
              <TextInput
                {...form.field("title")}
                label={t("initiative.milestone.name")}
                hint={t("initiative.milestone.nameHint")}
                maxLength={initiativeLimits.milestone}
                lang="id"
                required
              />
              <DateInput {...form.field("dueOn")} label={t("initiative.milestone.due")} required />
              <FormActions>
                {head.writable ? <Button>{t("initiative.milestone.submit")}</Button> : null}
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
