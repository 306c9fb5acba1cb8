import type { ReactNode } from "react"
import type { LearningForm } from "#app/domain/programme/learning-forms.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordTable } from "#app/ui/index.ts"
import { useFormName, usePracticeName } from "./names.ts"

export type ShownModule = {
  readonly id: string
  readonly ordinal: number
  readonly practice: string
  readonly form: string
  readonly hours: number
}

/** A programme's modules; `actions` may give each a cell of its own. */
export function ModulesTable({
  modules,
  forms,
  actions,
}: {
  modules: readonly ShownModule[]
  forms: readonly LearningForm[]
  actions?: (module: ShownModule) => ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  const practiceName = usePracticeName()
  const formName = useFormName(forms)
  return (
    <RecordTable
      caption={t("programme.modules.list")}
      captionHidden
      rows={modules}
      rowKey={({ id }) => id}
      empty={t("programme.modules.empty")}
      columns={[
        { key: "order", header: t("programme.modules.order"), numeric: true, cell: ({ ordinal }) => ordinal },
        {
          key: "practice",
          header: t("programme.practice"),
          rowHeader: true,
          cell: ({ practice }) => <Anchor href={to(paths.practice(practice))}>{practiceName(practice)}</Anchor>,
        },
        { key: "form", header: t("programme.form"), cell: ({ form }) => formName(form) },
        { key: "hours", header: t("programme.hours"), numeric: true, cell: ({ hours }) => hours },
        ...(actions ? [{ key: "actions", header: t("programme.desk.actions"), hideLabel: true, cell: actions }] : []),
      ]}
    />
  )
}
