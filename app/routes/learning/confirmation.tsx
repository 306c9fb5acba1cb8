import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { confirmLearner } from "#app/domain/programme/deciding.server.ts"
import { learnerFlow } from "#app/domain/programme/flow.ts"
import { seenForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"

export const loader = loaderFor("learner.confirm", async ({ ctx, params }) => {
  const { head } = await learnerFor(ctx, params.id, "learner.confirm")
  return { head }
})

export const action = actionFor("learner.confirm", async ({ ctx, params, form }) => {
  await learnerFor(ctx, params.id, "learner.confirm")
  await confirmLearner(ctx, params.id ?? "", parseForm(form, seenForm))
  return redirectWith(ctx, paths.learner(params.id ?? ""), "programme.confirmed")
})

export const meta = metaFrom("programme.confirmation.title")

export default function Confirmation() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <LearnerHeading
        head={head}
        title={t("programme.confirmation.title")}
        lede={t("programme.confirmation.lede", { cohort: head.cohortName })}
      />
      <Transition
        back={to(paths.learner(head.id))}
        open={stepsFrom(learnerFlow, head.status).includes("confirm")}
        state={t(`programme.learnerStatus.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("programme.confirmation.submit")}
      />
    </Page>
  )
}
