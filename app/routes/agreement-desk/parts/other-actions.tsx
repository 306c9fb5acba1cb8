import type { AgreementStep } from "#app/domain/agreement/flow.ts"
import type { TaskKind } from "#app/domain/agreement/task.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Section } from "#app/ui/index.ts"
import type { CaseView } from "./case-view.server.ts"

/** The page of each step that a person takes by hand, in the order of the list: what takes back or ends stands last. */
const pageOf = {
  redraft: paths.agreementDraft,
  revise: paths.agreementDraft,
  propose: paths.agreementProposal,
  approve: paths.agreementApproval,
  reserveNumber: paths.agreementNumber,
  number: paths.agreementNumber,
  lock: paths.agreementLock,
  seal: paths.agreementSignature,
  withdrawApproval: paths.agreementApprovalWithdrawal,
  void: paths.agreementVoid,
  decline: paths.agreementRefusal,
  withdraw: paths.agreementWithdrawal,
  cancel: paths.agreementCancellation,
} as const satisfies Partial<Record<AgreementStep, (code: string) => string>>
const listed = Object.keys(pageOf) as (keyof typeof pageOf)[]

const stepsOfTask: Record<TaskKind, readonly AgreementStep[]> = {
  finish: ["propose", "redraft"],
  approve: ["approve", "revise"],
  read: ["revise"],
  number: ["number"],
  complete: ["revise"],
  lock: ["lock"],
  sign: ["seal"],
}

/** What else the reader may do now. Each is a small page that says what it does before it does it. */
export function OtherActions({ view }: { view: Pick<CaseView, "head" | "steps" | "task"> }) {
  const t = useT()
  const to = useLocalPath()
  const offered = view.task ? stepsOfTask[view.task] : []
  const steps = listed.filter((step) => view.steps.includes(step) && !offered.includes(step))
  if (steps.length === 0) return null
  return (
    <Section title={t("agreement.case.actions")} id="tindakan">
      <ul className="points points--plain">
        {steps.map((step) => (
          <li key={step}>
            <Anchor href={to(pageOf[step](view.head.code))}>{t(`agreement.case.action.${step}`)}</Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}
