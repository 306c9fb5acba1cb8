import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Cluster, EmptyState, Notice } from "#app/ui/index.ts"
import { PlanState } from "../../programmes/parts/states.tsx"
import type { LearnerView } from "../show.tsx"
import { PlanText } from "./plan-text.tsx"

/** The action plan with its state, and what the learner may do with it. */
export function PlanSection({ view }: { view: LearnerView }) {
  const t = useT()
  const to = useLocalPath()
  const { plan, head, mayWrite } = view
  if (!plan)
    return (
      <EmptyState
        art="file"
        title={t("programme.plan.empty")}
        actions={
          mayWrite ? <ButtonLink href={to(paths.actionPlan(head.id))}>{t("programme.plan.edit")}</ButtonLink> : null
        }
      >
        {mayWrite ? t("programme.plan.emptyOwn") : null}
      </EmptyState>
    )
  return (
    <>
      <PlanState status={plan.status} />
      {plan.remark ? (
        <Notice kind={plan.status === "returned" ? "warning" : "info"} title={t("programme.plan.remark")}>
          {plan.remark}
        </Notice>
      ) : null}
      <PlanText plan={plan} />
      {mayWrite ? (
        <Cluster>
          <ButtonLink href={to(paths.submitPlan(head.id))}>{t("programme.plan.submit")}</ButtonLink>
          <ButtonLink href={to(paths.actionPlan(head.id))} kind="quiet" icon="edit">
            {t("programme.plan.editAgain")}
          </ButtonLink>
        </Cluster>
      ) : null}
    </>
  )
}
