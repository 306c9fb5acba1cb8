import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"
import type { IconName } from "../icon/paths.ts"
import type { Strand } from "../strand.ts"

/** Where a thing stands, as far as its looks are concerned; the word is the caller's. */
export type State = "draft" | "waiting" | "progress" | "positive" | "warning" | "refused" | "ended"

export const STATE_ICONS: Readonly<Record<State, IconName>> = {
  draft: "edit",
  waiting: "clock",
  progress: "compare",
  positive: "check-circle",
  warning: "alert",
  refused: "cross-circle",
  ended: "minus",
}

/** A short label that is no state. */
export function Badge({
  children,
  icon,
  tone = "neutral",
  className,
}: {
  children: ReactNode
  icon?: IconName
  tone?: "neutral" | "accent"
  className?: string
}) {
  return (
    <span className={classNames("badge", `badge--${tone}`, className)}>
      {icon ? <Icon name={icon} size="sm" /> : null}
      {children}
    </span>
  )
}

/** A state: sign and word, in a shape of its own (dashed, open, filled, struck), so that colour is never alone. */
export function StateBadge({
  state,
  children,
  icon,
  className,
}: {
  state: State
  children: ReactNode
  icon?: IconName
  className?: string
}) {
  return (
    <span className={classNames("badge", "state", `state--${state}`, className)}>
      <Icon name={icon ?? STATE_ICONS[state]} size="sm" />
      {children}
    </span>
  )
}

/** Which of the five strands: letter on its hue, and the word. */
export function StrandBadge({
  strand,
  children,
  letterOnly = false,
  className,
}: {
  strand: Strand
  children?: ReactNode
  letterOnly?: boolean
  className?: string
}) {
  const t = useT()
  const word = children ?? t(`ui.strand.${strand}`)
  return (
    <span className={classNames("strand", className)}>
      <span className={`strand-letter strand-letter--${strand.toLowerCase()}`} aria-hidden="true">
        {strand}
      </span>
      <span className={letterOnly ? "visually-hidden" : "strand__word"}>{word}</span>
    </span>
  )
}
