import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, ButtonLink, Cluster, Notice } from "#app/ui/index.ts"
import type { LearnerView } from "../show.tsx"

/** What this place waits for from the reader, or how it ended. */
export function LearnerNextStep({ view }: { view: LearnerView }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const { head, facts, steps, completion } = view
  if (head.status === "declined" || head.status === "withdrawn")
    return (
      <Notice kind="warning" title={t(`programme.learner.${head.status}`)}>
        {t("programme.ended", { reason: facts.decisionReason })}
      </Notice>
    )
  if (head.status === "completed")
    return (
      <Notice
        kind="success"
        title={t("programme.learner.completed", { date: formatDate(locale, facts.completedAt ?? "") })}
        actions={
          <ButtonLink href={to(paths.certificate(head.id))} kind="quiet">
            {t("certificate.title")}
          </ButtonLink>
        }
      />
    )
  if (steps.includes("confirm"))
    return (
      <ActionCard
        eyebrow={t("programme.learner.next")}
        title={t("programme.learner.decide")}
        action={
          <Cluster>
            <ButtonLink href={to(paths.confirmLearner(head.id))}>{t("programme.learner.confirm")}</ButtonLink>
            <ButtonLink href={to(paths.declineLearner(head.id))} kind="quiet">
              {t("programme.learner.decline")}
            </ButtonLink>
          </Cluster>
        }
      />
    )
  if (head.status === "nominated") return <Notice>{t("programme.learner.waiting")}</Notice>
  if (view.mayDecide)
    return (
      <ActionCard
        eyebrow={t("programme.learner.next")}
        title={t("programme.plan.waits")}
        action={
          <Cluster>
            <ButtonLink href={to(paths.approvePlan(head.id))}>{t("programme.plan.approve")}</ButtonLink>
            <ButtonLink href={to(paths.returnPlan(head.id))} kind="quiet">
              {t("programme.plan.return")}
            </ButtonLink>
          </Cluster>
        }
      />
    )
  if (steps.includes("complete") && completion.met)
    return (
      <ActionCard
        eyebrow={t("programme.learner.next")}
        title={t("programme.learner.complete")}
        action={<ButtonLink href={to(paths.completeLearner(head.id))}>{t("programme.learner.complete")}</ButtonLink>}
      >
        {t("programme.learner.completeBody")}
      </ActionCard>
    )
  return null
}
