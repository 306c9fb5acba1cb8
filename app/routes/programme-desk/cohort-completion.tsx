import { useLoaderData } from "@remix-run/react"
import { completeCohort } from "#app/domain/programme/cohorts.server.ts"
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

export const loader = loaderFor("cohort.complete", async ({ ctx, params }) => {
  const { head } = await cohortFor(ctx, params.id, "complete")
  return { head }
})

export const action = actionFor("cohort.complete", async ({ ctx, params, form }) => {
  await cohortFor(ctx, params.id, "complete")
  await completeCohort(ctx, params.id ?? "", parseForm(form, seenForm))
  return redirectWith(ctx, paths.cohortDesk(params.id ?? ""), "programme.cohortCompleted")
})

export const meta = metaFrom("programme.cohort.complete")

export default function CohortCompletion() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CohortHeading head={head} title={t("programme.cohort.complete")} lede={t("programme.cohort.completionLede")} />
      <Transition
        back={to(paths.cohortDesk(head.id))}
        open={head.steps.includes("complete")}
        state={t(`programme.cohortStatus.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("programme.cohort.complete")}
      />
    </Page>
  )
}
