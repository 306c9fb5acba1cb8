import { useLoaderData } from "@remix-run/react"
import { milestonesOf } from "#app/domain/initiative/detail.server.ts"
import { dropMilestone } from "#app/domain/initiative/milestones.server.ts"
import { seenForm } from "#app/domain/initiative/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { foundIn } from "./parts/found.server.ts"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.milestone", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.milestone")
  const { title, reachedOn } = foundIn(await milestonesOf(ctx.db, initiative.id), params.milestoneId)
  return { head, title, reached: reachedOn !== null }
})

export const action = actionFor("initiative.milestone", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.milestone")
  const { id } = foundIn(await milestonesOf(ctx.db, initiative.id), params.milestoneId)
  await dropMilestone(ctx, initiative.id, id, parseForm(form, seenForm))
  return redirectWith(ctx, paths.milestones(initiative.id), "initiative.milestoneDropped")
})

export const meta = metaFrom("initiative.milestone.removal")

export default function MilestoneRemoval() {
  const { head, title, reached } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.milestone.removal")}
        lede={t("initiative.milestone.removalLede", { title })}
      />
      <Transition
        back={to(paths.milestones(head.id))}
        open={head.writable && !reached}
        state={reached ? t("errors.initiative.milestoneReached") : t(`initiative.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("initiative.milestone.remove")}
        danger
      />
    </Page>
  )
}
