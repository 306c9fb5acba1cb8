import { useLoaderData } from "@remix-run/react"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { stopForm } from "#app/domain/initiative/schema.ts"
import { stopInitiative } from "#app/domain/initiative/steps.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.stop", async ({ ctx, params }) => {
  const { head } = await initiativeFor(ctx, params.id, "initiative.stop")
  return { head }
})

export const action = actionFor("initiative.stop", async ({ ctx, params, form }) => {
  const { head } = await initiativeFor(ctx, params.id, "initiative.stop")
  await stopInitiative(ctx, head.id, parseForm(form, stopForm))
  return redirectWith(ctx, paths.initiativeCase(head.id), "initiative.stopped")
})

export const meta = metaFrom("initiative.stop.title")

export default function Stop() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <InitiativeHeading head={head} title={t("initiative.stop.title")} lede={t("initiative.stop.lede")} />
      <Transition
        back={to(paths.initiativeCase(head.id))}
        open={head.steps.includes("stop")}
        state={t(`initiative.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        words={{
          name: "reason",
          label: t("initiative.stop.reason"),
          hint: t("initiative.stop.reasonHint"),
          most: initiativeLimits.reason,
        }}
        submit={t("initiative.stop.submit")}
        danger
      />
    </Page>
  )
}
