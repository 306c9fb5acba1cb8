import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { completeLearner, completionOf } from "#app/domain/programme/completion.server.ts"
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
import { CompletionRules } from "./parts/completion-rules.tsx"
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"

export const loader = loaderFor("learner.complete", async ({ ctx, params }) => {
  const { learner, head } = await learnerFor(ctx, params.id, "learner.complete")
  return { head, completion: await completionOf(ctx, learner.id, learner) }
})

export const action = actionFor("learner.complete", async ({ ctx, params, form }) => {
  await learnerFor(ctx, params.id, "learner.complete")
  await completeLearner(ctx, params.id ?? "", parseForm(form, seenForm))
  return redirectWith(ctx, paths.learner(params.id ?? ""), "programme.learnerCompleted")
})

export const meta = metaFrom("programme.graduation.title")

export default function Completion() {
  const { head, completion } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const starts = stepsFrom(learnerFlow, head.status).includes("complete")
  return (
    <Page width="text">
      <LearnerHeading head={head} title={t("programme.graduation.title")} lede={t("programme.graduation.lede")} />
      <Transition
        back={to(paths.learner(head.id))}
        open={starts && completion.met}
        state={starts ? t("programme.graduation.blocked") : t(`programme.learnerStatus.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("programme.graduation.submit")}
      >
        <CompletionRules completion={completion} />
      </Transition>
    </Page>
  )
}
