import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { declineLearner } from "#app/domain/programme/deciding.server.ts"
import { learnerFlow } from "#app/domain/programme/flow.ts"
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
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"

export const loader = loaderFor("learner.decline", async ({ ctx, params }) => {
  const { head } = await learnerFor(ctx, params.id, "learner.decline")
  return { head }
})

export const action = actionFor("learner.decline", async ({ ctx, params, form }) => {
  await learnerFor(ctx, params.id, "learner.decline")
  await declineLearner(ctx, params.id ?? "", parseForm(form, reasonForm))
  return redirectWith(ctx, paths.learner(params.id ?? ""), "programme.declined")
})

export const meta = metaFrom("programme.refusal.title")

export default function Refusal() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <LearnerHeading
        head={head}
        title={t("programme.refusal.title")}
        lede={t("programme.refusal.lede", { cohort: head.cohortName })}
      />
      <Transition
        back={to(paths.learner(head.id))}
        open={stepsFrom(learnerFlow, head.status).includes("decline")}
        state={t(`programme.learnerStatus.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        words={{ name: "reason", label: t("programme.refusal.reason"), most: programmeLimits.reason }}
        submit={t("programme.refusal.submit")}
        danger
      />
    </Page>
  )
}
