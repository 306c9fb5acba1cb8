import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, Anchor, ButtonLink, Notice, Section } from "#app/ui/index.ts"
import type { CohortView } from "../cohort.tsx"

/** The one thing to do next for a cohort, or whom it waits for, or how it ended. */
export function CohortNextStep({ view }: { view: CohortView }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const { head, taken, roster, host } = view
  const { steps } = head
  const date = formatDate(locale, head.nominateUntil)
  const seats = { left: head.seats - taken, seats: head.seats, date }
  if (head.status === "cancelled")
    return (
      <Notice kind="warning" title={t("programme.cohortStatus.cancelled")}>
        {t("programme.ended", { reason: head.endReason })}
      </Notice>
    )
  if (head.status === "completed") return <Notice kind="success" title={t("programme.cohortStatus.completed")} />
  if (steps.includes("open"))
    return (
      <ActionCard
        eyebrow={t("programme.cohort.next")}
        title={t("programme.cohort.openIt")}
        action={
          head.programmeStatus === "open" ? (
            <ButtonLink href={to(paths.openCohort(head.id))}>{t("programme.cohort.open")}</ButtonLink>
          ) : (
            <ButtonLink href={to(paths.programmeDesk(head.programmeId))}>{t("common.back")}</ButtonLink>
          )
        }
      >
        {head.programmeStatus === "open"
          ? t("programme.cohort.openBody", { sender: head.senderName, date })
          : t("programme.cohort.openBlocked")}
      </ActionCard>
    )
  if (view.mayNominate)
    return (
      <ActionCard
        eyebrow={t("programme.cohort.next")}
        title={t("programme.cohort.nominateIt")}
        action={
          <ButtonLink href={to(paths.nominate(head.id))} icon="plus">
            {t("programme.cohort.nominate")}
          </ButtonLink>
        }
      >
        {t("programme.cohort.nominateBody", seats)}
      </ActionCard>
    )
  const waiting = roster?.filter(({ status }) => status === "nominated") ?? []
  const [first] = waiting
  if (view.mayDecide && first)
    return (
      <ActionCard
        eyebrow={t("programme.cohort.next")}
        title={t("programme.cohort.decideIt", { count: waiting.length })}
        action={<ButtonLink href={to(paths.learner(first.id))}>{first.name}</ButtonLink>}
      >
        {t("programme.cohort.decideBody", seats)}
      </ActionCard>
    )
  if (steps.includes("run"))
    return taken === 0 ? (
      <Notice>{t("programme.cohort.waitingNomination", { sender: head.senderName, date })}</Notice>
    ) : (
      <ActionCard
        eyebrow={t("programme.cohort.next")}
        title={t("programme.cohort.runIt")}
        action={<ButtonLink href={to(paths.runCohort(head.id))}>{t("programme.cohort.run")}</ButtonLink>}
      >
        {t("programme.cohort.runBody", { count: taken })}
      </ActionCard>
    )
  return host ? (
    <Notice>{t("programme.cohort.teachBody")}</Notice>
  ) : (
    <Notice>{t("programme.cohort.waitingHost", { host: head.hostName })}</Notice>
  )
}

/** What else the reader may do now. */
export function CohortActions({ view }: { view: CohortView }) {
  const t = useT()
  const to = useLocalPath()
  const { id, steps } = view.head
  const links = [
    ...(view.mayPlan ? [{ href: paths.editCohort(id), label: t("programme.cohort.editIt") }] : []),
    ...(steps.includes("run") ? [{ href: paths.runCohort(id), label: t("programme.cohort.run") }] : []),
    ...(steps.includes("complete") ? [{ href: paths.completeCohort(id), label: t("programme.cohort.complete") }] : []),
    ...(steps.includes("cancel") ? [{ href: paths.cancelCohort(id), label: t("programme.cohort.cancel") }] : []),
  ]
  if (links.length === 0) return null
  return (
    <Section title={t("programme.cohort.actions")} id="tindakan">
      <ul className="points points--plain">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Anchor href={to(href)}>{label}</Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}
