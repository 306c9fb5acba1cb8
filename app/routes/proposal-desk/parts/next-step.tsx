import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, Anchor, ButtonLink, Cluster, Notice, Section } from "#app/ui/index.ts"
import type { CaseView } from "../show.tsx"

/** The one thing to do next for a proposal, or whom it waits for, or how it ended. */
export function NextStep({ view }: { view: CaseView }) {
  const t = useT()
  const to = useLocalPath()
  const { head, task, faults } = view
  const { code, status, organisationName: organisation, recipientName: recipient } = head
  if (view.conflictOfInterest)
    return (
      <Notice kind="warning" title={t("proposal.case.conflict")}>
        {t("errors.proposal.conflictOfInterest")}
      </Notice>
    )
  if (status === "accepted" || status === "declined")
    return (
      <Notice
        kind={status === "accepted" ? "success" : "warning"}
        title={t(`proposal.case.${status}`, { recipient })}
        actions={
          view.initiative ? (
            <ButtonLink href={to(paths.initiative(view.initiative))} kind="quiet" size="sm">
              {t("proposal.case.toInitiative")}
            </ButtonLink>
          ) : view.mayTurnIntoInitiative ? (
            <ButtonLink href={`${to(paths.newInitiative())}?usulan=${code}`} size="sm">
              {t("proposal.case.makeInitiative")}
            </ButtonLink>
          ) : undefined
        }
      >
        {view.decisionReason ? (
          <p className="whitespace-pre-line" lang="id">
            {view.decisionReason}
          </p>
        ) : null}
        <p>{t("proposal.case.reasonPublic")}</p>
      </Notice>
    )
  if (status === "withdrawn")
    return (
      <Notice title={t("proposal.case.withdrawn")}>
        {view.endReason ? (
          <p className="whitespace-pre-line" lang="id">
            {view.endReason}
          </p>
        ) : null}
      </Notice>
    )
  if (task === null || task === "answerInvitation")
    return (
      <Notice title={t("proposal.case.waiting")}>
        {t(`proposal.case.waitingFor.${status}`, { organisation, recipient })}
      </Notice>
    )
  const ready = faults === 0
  const edit = (
    <ButtonLink href={to(paths.proposalDraft(code))} kind={ready ? "quiet" : "primary"} icon="edit">
      {t("proposal.case.write")}
    </ButtonLink>
  )
  const decide = view.steps.includes("accept")
  const review = (
    <Cluster>
      {decide ? <ButtonLink href={to(paths.acceptProposal(code))}>{t("proposal.case.accept")}</ButtonLink> : null}
      {view.steps.includes("revise") ? (
        <ButtonLink href={to(paths.reviseProposal(code))} kind={decide ? "quiet" : "primary"}>
          {t("proposal.case.revise")}
        </ButtonLink>
      ) : null}
      {decide ? (
        <ButtonLink href={to(paths.declineProposal(code))} kind="quiet">
          {t("proposal.case.decline")}
        </ButtonLink>
      ) : null}
    </Cluster>
  )
  const actions = {
    finish: (
      <Cluster>
        {view.steps.includes("submit") && ready ? (
          <ButtonLink href={to(paths.submitProposal(code))}>{t("proposal.case.submit")}</ButtonLink>
        ) : null}
        {edit}
      </Cluster>
    ),
    revise: (
      <Cluster>
        {view.steps.includes("submit") && ready ? (
          <ButtonLink href={to(paths.submitProposal(code))}>{t("proposal.case.submitAgain")}</ButtonLink>
        ) : null}
        {edit}
      </Cluster>
    ),
    open: <ButtonLink href={to(paths.openProposal(code))}>{t("proposal.case.open")}</ButtonLink>,
    decide: review,
    review,
  }
  const writing = task === "finish" || task === "revise"
  return (
    <ActionCard
      eyebrow={t("proposal.next")}
      title={t(`proposal.case.task.${task}`, { recipient })}
      action={actions[task]}
    >
      {writing
        ? t(
            ready
              ? view.steps.includes("submit")
                ? "proposal.case.ready"
                : "proposal.case.readyOther"
              : "proposal.case.incomplete",
            { count: faults, recipient, organisation },
          )
        : t(`proposal.case.taskBody.${task}`, { organisation })}
    </ActionCard>
  )
}

/** What else the reader may do now. */
export function OtherActions({ view }: { view: CaseView }) {
  const t = useT()
  const to = useLocalPath()
  const { code } = view.head
  const links = [
    ...(view.mayInvite ? [{ href: paths.proposalPartners(code), label: t("proposal.case.invite") }] : []),
    ...(view.mayWrite ? [{ href: paths.proposalFiles(code), label: t("proposal.case.attach") }] : []),
    ...(view.mayLeave ? [{ href: paths.proposalPartnership(code), label: t("proposal.case.leave") }] : []),
    ...(view.steps.includes("detach") && view.need
      ? [{ href: paths.detachProposal(code), label: t("proposal.case.detach") }]
      : []),
    ...(view.steps.includes("withdraw")
      ? [{ href: paths.withdrawProposal(code), label: t("proposal.case.withdraw") }]
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
