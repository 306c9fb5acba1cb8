import { useLoaderData } from "@remix-run/react"
import { cancelCohort } from "#app/domain/programme/cohorts.server.ts"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { reasonForm } from "#app/domain/programme/schema.ts"
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

export const loader = loaderFor("cohort.cancel", async ({ ctx, params }) => {
  const { head } = await cohortFor(ctx, params.id, "cancel")
  return { head }
})

export const action = actionFor("cohort.cancel", async ({ ctx, params, form }) => {
  await cohortFor(ctx, params.id, "cancel")
  await cancelCohort(ctx, params.id ?? "", parseForm(form, reasonForm))
  return redirectWith(ctx, paths.cohortDesk(params.id ?? ""), "programme.cohortCancelled")
})

export const meta = metaFrom("programme.cohort.cancel")

export default function CohortCancellation() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CohortHeading head={head} title={t("programme.cohort.cancel")} lede={t("programme.cohort.cancellationLede")} />
      <Transition
        back={to(paths.cohortDesk(head.id))}
        open={head.steps.includes("cancel")}
        state={t(`programme.cohortStatus.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        words={{ name: "reason", label: t("programme.cohort.reason"), most: programmeLimits.reason }}
        submit={t("programme.cohort.cancel")}
        danger
      />
    </Page>
  )
}
