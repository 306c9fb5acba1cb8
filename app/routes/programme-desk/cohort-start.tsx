import { useLoaderData } from "@remix-run/react"
import { runCohort } from "#app/domain/programme/cohorts.server.ts"
import { seenForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortFor } from "./parts/heads.server.ts"

export const loader = loaderFor("cohort.run", async ({ ctx, params }) => {
  const { head } = await cohortFor(ctx, params.id, "run")
  return { head }
})

export const action = actionFor("cohort.run", async ({ ctx, params, form }) => {
  await cohortFor(ctx, params.id, "run")
  await runCohort(ctx, params.id ?? "", parseForm(form, seenForm))
  return redirectWith(ctx, paths.cohortDesk(params.id ?? ""), "programme.cohortStarted")
})

export const meta = metaFrom("programme.cohort.run")

export default function CohortStart() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CohortHeading head={head} title={t("programme.cohort.run")} lede={t("programme.cohort.runLede")} />
      <Transition
        back={to(paths.cohortDesk(head.id))}
        open={head.steps.includes("run")}
        state={t(`programme.cohortStatus.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("programme.cohort.run")}
      />
    </Page>
  )
}
