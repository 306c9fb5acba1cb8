import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { approvePlan, planOf } from "#app/domain/programme/action-plan.server.ts"
import { actionPlanFlow } from "#app/domain/programme/flow.ts"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { planApprovalForm } from "#app/domain/programme/schema.ts"
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
  await approvePlan(ctx, params.id ?? "", parseForm(form, planApprovalForm))
  return redirectWith(ctx, paths.learner(params.id ?? ""), "programme.planApproved")
})

export const meta = metaFrom("programme.plan.approval")

export default function PlanApproval() {
  const { head, plan } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const open =
    head.status === "confirmed" && plan !== null && stepsFrom(actionPlanFlow, plan.status).includes("approve")
  return (
    <Page width="text">
      <LearnerHeading
        head={head}
        title={t("programme.plan.approval")}
        lede={t("programme.plan.approvalLede", { supervisor: head.supervisorName })}
      />
      <Transition
        back={to(paths.learner(head.id))}
        open={open}
        state={t(`programme.planStatus.${plan?.status ?? "none"}`)}
        fields={{ planVersion: String(plan?.lockVersion ?? 0) }}
        words={{
          name: "remark",
          label: t("programme.plan.approvalRemark"),
          most: programmeLimits.remark,
          optional: true,
        }}
        submit={t("programme.plan.approve")}
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
