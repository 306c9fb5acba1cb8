import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, Anchor, ButtonLink, Cluster, Notice, Section } from "#app/ui/index.ts"
import type { NeedView } from "../show.tsx"

/** The one thing to do next for a need, or what it waits for. */
export function NeedNextStep({ view }: { view: NeedView }) {
  const t = useT()
  const to = useLocalPath()
  const { head, steps, takesProposals } = view
  if (steps.includes("publish"))
    return (
      <ActionCard
        eyebrow={t("proposal.next")}
        title={t("proposal.need.case.publish")}
        action={
          <Cluster>
            <ButtonLink href={to(paths.publishNeed(head.id))}>{t("proposal.need.case.publishAction")}</ButtonLink>
            <ButtonLink href={to(paths.editNeed(head.id))} kind="quiet" icon="edit">
              {t("proposal.need.case.edit")}
            </ButtonLink>
          </Cluster>
        }
      >
        {t("proposal.need.case.publishBody")}
      </ActionCard>
    )
  if (head.status === "draft") return <Notice>{t("proposal.need.case.waitingApprover")}</Notice>
  if (head.status === "open")
    return takesProposals ? (
      <Notice kind="success">{t("proposal.need.case.open")}</Notice>
    ) : (
      <Notice kind="warning">{t("proposal.need.case.over")}</Notice>
    )
  if (head.status === "closed")
    return (
      <Notice title={t("proposal.need.status.closed")}>
        {view.closeReason ? (
          <p className="whitespace-pre-line" lang="id">
            {view.closeReason}
          </p>
        ) : null}
      </Notice>
    )
  return <Notice>{t("proposal.need.case.discarded")}</Notice>
}

/** What else the region may do now. */
export function NeedActions({ view }: { view: NeedView }) {
  const t = useT()
  const to = useLocalPath()
  const { id } = view.head
  const links = (
    [
      ["edit", paths.editNeed(id), t("proposal.need.case.edit")],
      ["amend", paths.editNeed(id), t("proposal.need.case.edit")],
      ["correct", paths.editNeed(id), t("proposal.need.case.edit")],
      ["close", paths.closeNeed(id), t("proposal.need.case.close")],
      ["reopen", paths.reopenNeed(id), t("proposal.need.case.reopen")],
      ["discard", paths.discardNeed(id), t("proposal.need.case.discard")],
    ] as const
  ).filter(([step]) => view.steps.includes(step))
  if (links.length === 0) return null
  return (
    <Section title={t("proposal.actions")} id="tindakan">
      <ul className="points points--plain">
        {links.map(([step, href, label]) => (
          <li key={step}>
            <Anchor href={to(href)}>{label}</Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}
