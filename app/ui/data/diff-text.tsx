import { Fragment } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"

export type DiffRun = { readonly kind: "same" | "added" | "removed"; readonly text: string }

/** Changes in running text: underlined or struck through, tinted, and said aloud. */
export function DiffText({
  runs,
  as: Tag = "p",
  className,
}: {
  runs: readonly DiffRun[]
  as?: "p" | "div" | "span"
  className?: string
}) {
  const t = useT()
  return (
    <Tag className={classNames("diff", className)}>
      {runs.map((run, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity
        if (run.kind === "same") return <Fragment key={index}>{run.text}</Fragment>
        const Change = run.kind === "added" ? "ins" : "del"
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity
          <Change key={index}>
            <span className="visually-hidden">[{t(run.kind === "added" ? "ui.added" : "ui.removed")} </span>
            {run.text}
            <span className="visually-hidden"> {t("ui.end")}]</span>
          </Change>
        )
      })}
    </Tag>
  )
}
