import { useT } from "#app/i18n/react.tsx"
import { type StepState, Steps } from "#app/ui/index.ts"
import type { AgreementStatus } from "#db/schema.ts"

const stages = ["draft", "negotiation", "agreed", "signing", "in_force"] as const satisfies readonly AgreementStatus[]

/** Where an agreement that came to its end stood when it did. */
const endedAt: Readonly<Partial<Record<AgreementStatus, number>>> = { withdrawn: 0, cancelled: 1, declined: 3 }

function stateOf(status: AgreementStatus, index: number): StepState {
  const broken = endedAt[status]
  if (broken !== undefined) return index < broken ? "done" : index === broken ? "failed" : "skipped"
  if (status === "in_force" || status === "lapsed") return "done"
  const at = (stages as readonly AgreementStatus[]).indexOf(status)
  return index < at ? "done" : index === at ? "current" : "next"
}

/** The way of an agreement from its draft into force, and where it stands. */
export function Stages({ status }: { status: AgreementStatus }) {
  const t = useT()
  return (
    <Steps
      label={t("agreement.stage.label")}
      items={stages.map((stage, index) => ({
        key: stage,
        label: t(`agreement.stage.${stage}`),
        state: stateOf(status, index),
      }))}
    />
  )
}
