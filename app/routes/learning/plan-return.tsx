import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { planOf, returnPlan } from "#app/domain/programme/action-plan.server.ts"
import { actionPlanFlow } from "#app/domain/programme/flow.ts"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { planRemarkForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page, Sheet } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"
import { PlanText } from "./parts/plan-text.tsx"

export const loader = loaderFor("plan.decide", async ({ ctx, params }) => {
  const { learner, head } = await learnerFor(ctx, params.id, "plan.decide")
  return { head, plan: await planOf(ctx, learner.id) }
})

export const action = actionFor("plan.decide", async ({ ctx, params, form }) => {
  await learnerFor(ctx, params.id, "plan.decide")
  await returnPlan(ctx, params.id ?? "", parseForm(form, planRemarkForm))
  return redirectWith(ctx, paths.learner(params.id ?? ""), "programme.planReturned")
})

export const meta = metaFrom("programme.plan.returning")

export default function PlanReturn() {
  const { head, plan } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const open = head.status === "confirmed" && plan !== null && stepsFrom(actionPlanFlow, plan.status).includes("return")
  return (
    <Page width="text">
      <LearnerHeading
        head={head}
        title={t("programme.plan.returning")}
        lede={t("programme.plan.returningLede", { supervisor: head.supervisorName })}
      />
      <Transition
        back={to(paths.learner(head.id))}
        open={open}
        state={t(`programme.planStatus.${plan?.status ?? "none"}`)}
        fields={{ planVersion: String(plan?.lockVersion ?? 0) }}
        words={{ name: "remark", label: t("programme.plan.returnRemark"), most: programmeLimits.remark }}
        submit={t("programme.plan.return")}
        danger
      >
        {plan ? (
          <Sheet>
            <PlanText plan={plan} />
          </Sheet>
        ) : null}
      </Transition>
    </Page>
  )
}
