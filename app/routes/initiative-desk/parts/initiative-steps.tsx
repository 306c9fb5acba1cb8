import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, Anchor, ButtonLink, Cluster, Notice, Section } from "#app/ui/index.ts"
import type { InitiativeView } from "../show.tsx"

/** The one thing to do next for an initiative, or what it waits for, or how it ended. */
export function InitiativeNextStep({ view }: { view: InitiativeView }) {
  const t = useT()
  const to = useLocalPath()
  const { head, may, steps, milestones, outcomes } = view
  const { id, status } = head
  const publish = may.publish ? (
    <ButtonLink href={to(paths.publishInitiative(id))}>{t("initiative.publication.submit")}</ButtonLink>
  ) : null
  if (status === "stopped")
    return (
      <Notice kind="warning" title={t("initiative.status.stopped")}>
        <p className="whitespace-pre-line" lang="id">
          {view.endReason}
        </p>
      </Notice>
    )
  if (status === "completed")
    return may.sequel && !view.hasSequel ? (
      <ActionCard
        eyebrow={t("proposal.next")}
        title={t("initiative.case.tellSequel")}
        action={<ButtonLink href={to(paths.initiativeSequel(id))}>{t("initiative.sequel.write")}</ButtonLink>}
      >
        {t("initiative.case.tellSequelBody")}
      </ActionCard>
    ) : (
      <Notice kind="success" title={t("initiative.status.completed")} actions={publish ?? undefined} />
    )
  if (status === "prepared" && (steps.includes("start") || may.publish)) {
    const bare = milestones.length === 0 || outcomes.length === 0
    return (
      <ActionCard
        eyebrow={t("proposal.next")}
        title={t(bare ? "initiative.case.plan" : head.published ? "initiative.case.begin" : "initiative.case.show")}
        action={
          <Cluster>
            {bare ? (
              <>
                {milestones.length === 0 && may.milestones ? (
                  <ButtonLink href={to(paths.milestones(id))}>{t("initiative.milestone.add")}</ButtonLink>
                ) : null}
                {outcomes.length === 0 && may.outcomes ? (
                  <ButtonLink href={to(paths.outcomes(id))} kind={milestones.length === 0 ? "quiet" : "primary"}>
                    {t("initiative.outcome.add")}
                  </ButtonLink>
                ) : null}
              </>
            ) : (
              publish
            )}
            {steps.includes("start") ? (
              <ButtonLink href={to(paths.runInitiative(id))} kind={bare || publish ? "quiet" : "primary"}>
                {t("initiative.beginning.submit")}
              </ButtonLink>
            ) : null}
          </Cluster>
        }
      >
        {t(bare ? "initiative.case.planBody" : "initiative.case.showBody")}
      </ActionCard>
    )
  }
  if (status === "running" && may.publish)
    return (
      <ActionCard eyebrow={t("proposal.next")} title={t("initiative.case.show")} action={publish}>
        {t("initiative.case.showBody")}
      </ActionCard>
    )
  return may.report ? (
    <ActionCard
      eyebrow={t("proposal.next")}
      title={t("initiative.case.report")}
      action={<ButtonLink href={to(paths.newUpdate(id))}>{t("initiative.update.new")}</ButtonLink>}
    >
      {t("initiative.case.reportBody")}
    </ActionCard>
  ) : (
    <Notice>{t(`initiative.case.state.${status}`, { lead: head.leadName })}</Notice>
  )
}

/** What else the reader may do now. */
export function InitiativeActions({ view }: { view: InitiativeView }) {
  const t = useT()
  const to = useLocalPath()
  const { id } = view.head
  const { may, steps } = view
  const links = [
    ...(may.report ? [{ href: paths.newUpdate(id), label: t("initiative.update.new") }] : []),
    ...(may.edit ? [{ href: paths.editInitiative(id), label: t("initiative.edit.title") }] : []),
    ...(may.milestones ? [{ href: paths.milestones(id), label: t("initiative.milestone.keep") }] : []),
    ...(may.outcomes || may.measure ? [{ href: paths.outcomes(id), label: t("initiative.outcome.keep") }] : []),
    ...(may.partners ? [{ href: paths.initiativePartners(id), label: t("initiative.partner.keep") }] : []),
    ...(may.sequel ? [{ href: paths.initiativeSequel(id), label: t("initiative.sequel.write") }] : []),
    ...(steps.includes("complete")
      ? [{ href: paths.completeInitiative(id), label: t("initiative.completion.submit") }]
      : []),
    ...(steps.includes("stop") ? [{ href: paths.stopInitiative(id), label: t("initiative.stop.submit") }] : []),
    ...(may.leave && view.ownPartnerId
      ? [{ href: paths.endInitiativePartner(id, view.ownPartnerId), label: t("initiative.partner.leave") }]
      : []),
  ]
  if (links.length === 0) return null
  return (
    <Section title={t("proposal.actions")} id="tindakan">
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
