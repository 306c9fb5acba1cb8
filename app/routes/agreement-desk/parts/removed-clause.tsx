import { useT } from "#app/i18n/react.tsx"
import { ArrangeButton } from "./arrange-button.tsx"
import type { RemovedFields } from "./draft-fields.ts"

/** Where a clause was taken out, with the way back. */
export function RemovedClause({ clause, index, open }: { clause: RemovedFields; index: number; open: boolean }) {
  const t = useT()
  return (
    <li id={`dikeluarkan-${clause.key}`} className="drafting__removed">
      <p>
        <strong>{t("agreement.draft.removed", { title: clause.title })}</strong> {t("agreement.draft.removedBody")}
      </p>
      {open ? <ArrangeButton move="restore" index={index} name={clause.title} target={`bagian-${clause.key}`} /> : null}
    </li>
  )
}
