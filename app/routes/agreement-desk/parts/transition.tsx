import type { ReactNode } from "react"
import { type AgreementStep, agreementFlow } from "#app/domain/agreement/flow.ts"
import { agreementLimits } from "#app/domain/agreement/limits.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Transition as OneTransition } from "../../parts/transition.tsx"
import type { CaseHead } from "./case-heading.tsx"

/** One transition of an agreement: the form of any of `steps`, offered where one of them starts in its present state. */
export function Transition({
  head,
  steps,
  submit,
  reason,
  danger = false,
  fields = {},
  blocked = false,
  children,
}: {
  head: CaseHead
  steps: readonly AgreementStep[]
  submit: ReactNode
  reason?: string
  danger?: boolean
  fields?: Readonly<Record<string, string>>
  /** Something else stands in the way and is said by `children`. */
  blocked?: boolean
  children?: ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <OneTransition
      back={to(paths.agreementCase(head.code))}
      open={stepsFrom(agreementFlow, head.status).some((step) => steps.includes(step))}
      state={t(`agreement.status.${head.status}`)}
      fields={{ lockVersion: String(head.lockVersion), ...fields }}
      submit={submit}
      words={reason === undefined ? undefined : { name: "reason", label: reason, most: agreementLimits.reason }}
      danger={danger}
      blocked={blocked}
    >
      {children}
    </OneTransition>
  )
}
