import { missingParticulars } from "#app/domain/agreement/particulars.ts"
import type { TaskKind } from "#app/domain/agreement/task.ts"
import { withQuery } from "#app/http/query.ts"
import type { Translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, ButtonLink, Cluster, Notice } from "#app/ui/index.ts"
import type { CaseView } from "./case-view.server.ts"

/** The one thing that waits for the reader; else for whom the agreement waits, or how it ended. */
export function NextStep({ view }: { view: CaseView }) {
  const t = useT()
  const to = useLocalPath()
  const { head, task } = view
  if (task) return <Task view={view} task={task} />
  const { status } = head
  if (status === "in_force")
    return (
      <Notice
        kind="success"
        title={t("agreement.case.inForce")}
        actions={
          <ButtonLink href={to(paths.agreement(head.code))} kind="quiet" size="sm">
            {t("agreement.case.openPublic")}
          </ButtonLink>
        }
      />
    )
  if (status === "lapsed" || status === "withdrawn" || status === "cancelled" || status === "declined")
    return (
      <Notice
        kind={status === "lapsed" ? "info" : "warning"}
        title={t(`agreement.case.endedTitle.${status}`)}
        actions={
          status === "lapsed" ? (
            <ButtonLink href={to(paths.agreement(head.code))} kind="quiet" size="sm">
              {t("agreement.case.openPublic")}
            </ButtonLink>
          ) : undefined
        }
      >
        {view.endReason ? t("agreement.case.ended", { reason: view.endReason }) : null}
      </Notice>
    )
  return <Notice title={t("agreement.case.waiting")}>{waitingFor(view, t)}</Notice>
}

function Task({ view, task }: { view: CaseView; task: TaskKind }) {
  const t = useT()
  const to = useLocalPath()
  const { code, versionNumber: version, otherRegion: region } = view.head
  const before = view.versions[1]?.number
  const comparison = withQuery(to(paths.agreementComparison(code)), { before, after: version })
  const href: Record<TaskKind, string> = {
    finish: to(paths.agreementProposal(code)),
    approve: to(paths.agreementApproval(code)),
    read: before === undefined ? to(paths.agreementVersion(code, version)) : comparison,
    number: to(paths.agreementNumber(code)),
    complete: to(paths.agreementDraft(code)),
    lock: to(paths.agreementLock(code)),
    sign: to(paths.agreementSignature(code)),
  }
  const editToo = task === "finish" || task === "approve" || task === "read"
  return (
    <ActionCard
      eyebrow={t("agreement.case.nextEyebrow")}
      title={t(`agreement.case.task.${task}.title`, { version, region })}
      action={
        <Cluster>
          <ButtonLink href={href[task]} icon={task === "sign" ? "seal" : undefined}>
            {t(`agreement.case.task.${task}.action`, { version, region })}
          </ButtonLink>
          {editToo && view.steps.some((step) => step === "redraft" || step === "revise") ? (
            <ButtonLink href={to(paths.agreementDraft(code))} kind="quiet" icon="edit">
              {t("agreement.versions.edit")}
            </ButtonLink>
          ) : null}
        </Cluster>
      }
    >
      {t(`agreement.case.task.${task}.body`, { version, region })}
    </ActionCard>
  )
}

/** Whose turn it is where it is not the reader's. */
function waitingFor({ head, approvals, seals, parties, particulars, ownId }: CaseView, t: Translator): string {
  const own = parties.find(({ organisationId }) => organisationId === ownId)
  const { status, ownRegion, otherRegion } = head
  if (status === "draft") return t("agreement.case.waitingFor.draft")
  if (status === "negotiation")
    return approvals.some(({ organisationId }) => organisationId === ownId)
      ? t("agreement.case.waitingFor.otherApproval", { region: otherRegion })
      : t("agreement.case.waitingFor.ownApproval")
  if (status === "agreed") {
    if (missingParticulars(particulars).length > 0) return t("agreement.case.waitingFor.complete")
    if (own?.number === "") return t("agreement.case.waitingFor.number", { region: ownRegion })
    if (parties.some(({ number }) => number === ""))
      return t("agreement.case.waitingFor.otherNumber", { region: otherRegion })
    return t("agreement.case.waitingFor.lock")
  }
  return seals.some(({ partyId }) => partyId === own?.id)
    ? t("agreement.case.waitingFor.otherSignature", { region: otherRegion })
    : t("agreement.case.waitingFor.ownSignature", { office: own?.signatory?.office ?? ownRegion })
}
