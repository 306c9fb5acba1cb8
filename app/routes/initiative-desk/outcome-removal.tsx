import { useLoaderData } from "@remix-run/react"
import { outcomesOf } from "#app/domain/initiative/detail.server.ts"
import { dropOutcome } from "#app/domain/initiative/outcomes.server.ts"
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

export const loader = loaderFor("initiative.outcome", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.outcome")
  const { indicator } = foundIn(await outcomesOf(ctx.db, initiative.id), params.outcomeId)
  return { head, indicator }
})

export const action = actionFor("initiative.outcome", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.outcome")
  const { id } = foundIn(await outcomesOf(ctx.db, initiative.id), params.outcomeId)
  await dropOutcome(ctx, initiative.id, id, parseForm(form, seenForm))
  return redirectWith(ctx, paths.outcomes(initiative.id), "initiative.outcomeDropped")
})

export const meta = metaFrom("initiative.outcome.removal")

export default function OutcomeRemoval() {
  const { head, indicator } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.outcome.removal")}
        lede={t("initiative.outcome.removalLede", { indicator })}
      />
      <Transition
        back={to(paths.outcomes(head.id))}
        open={head.writable}
        state={t(`initiative.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("initiative.outcome.remove")}
        danger
      />
    </Page>
  )
}
