import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, Anchor, ButtonLink, Notice, Section } from "#app/ui/index.ts"
import type { ProgrammeView } from "../show.tsx"

/** The one thing to do next for a programme, or whom it waits for, or how it ended. */
export function ProgrammeNextStep({ view }: { view: ProgrammeView }) {
  const t = useT()
  const to = useLocalPath()
  const { head, modules, cohorts, host } = view
  if (head.status === "cancelled")
    return (
      <Notice kind="warning" title={t("programme.status.cancelled")}>
        {t("programme.ended", { reason: view.programme.endReason })}
      </Notice>
    )
  if (head.status === "completed") return <Notice kind="success" title={t("programme.status.completed")} />
  if (!host)
    return cohorts.length === 0 ? <Notice>{t("programme.desk.waitingHost", { host: head.hostName })}</Notice> : null
  if (modules.length === 0 && head.steps.includes("edit"))
    return (
      <ActionCard
        eyebrow={t("programme.desk.next")}
        title={t("programme.desk.addModules")}
        action={
          <ButtonLink href={to(paths.programmeModules(head.id))}>{t("programme.desk.addModulesAction")}</ButtonLink>
        }
      >
        {t("programme.desk.addModulesBody")}
      </ActionCard>
    )
  if (head.steps.includes("open"))
    return (
      <ActionCard
        eyebrow={t("programme.desk.next")}
        title={t("programme.desk.openIt")}
        action={<ButtonLink href={to(paths.openProgramme(head.id))}>{t("programme.desk.open")}</ButtonLink>}
      >
        {t("programme.desk.openBody", { sender: head.senderName })}
      </ActionCard>
    )
  if (cohorts.length === 0 && view.mayPlan)
    return (
      <ActionCard
        eyebrow={t("programme.desk.next")}
        title={t("programme.desk.planIt")}
        action={<ButtonLink href={to(paths.newCohort(head.id))}>{t("programme.desk.newCohort")}</ButtonLink>}
      >
        {t("programme.desk.planBody")}
      </ActionCard>
    )
  return <Notice>{t("programme.desk.running")}</Notice>
}

/** What else the host may do now. */
export function ProgrammeActions({ view }: { view: ProgrammeView }) {
  const t = useT()
  const to = useLocalPath()
  const { id, steps } = view.head
  const links = [
    ...(steps.includes("edit") || steps.includes("amend")
      ? [{ href: paths.editProgramme(id), label: t("programme.desk.edit") }]
      : []),
    ...(steps.includes("edit") ? [{ href: paths.programmeModules(id), label: t("programme.desk.modules") }] : []),
    ...(steps.includes("complete") ? [{ href: paths.completeProgramme(id), label: t("programme.desk.complete") }] : []),
    ...(steps.includes("cancel") ? [{ href: paths.cancelProgramme(id), label: t("programme.desk.cancel") }] : []),
  ]
  if (links.length === 0) return null
  return (
    <Section title={t("programme.desk.actions")} id="tindakan">
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
