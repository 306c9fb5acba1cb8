import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"
import type { IconName } from "../icon/paths.ts"
import { type State, StateBadge } from "./badge.tsx"

export type StepState = "done" | "current" | "next" | "skipped" | "failed"

const icons: Readonly<Record<StepState, IconName | null>> = {
  done: "check",
  current: null,
  next: null,
  skipped: "minus",
  failed: "cross",
}

/** The way through a flow, with where one stands. */
export function Steps({
  label,
  items,
  className,
}: {
  label: string
  items: readonly {
    readonly key: string
    readonly label: ReactNode
    readonly note?: ReactNode
    readonly state: StepState
    readonly href?: string
  }[]
  className?: string
}) {
  const t = useT()
  return (
    <ol className={classNames("steps", className)} aria-label={label}>
      {items.map((item) => {
        const icon = icons[item.state]
        return (
          <li
            key={item.key}
            className={`steps__item steps__item--${item.state}`}
            aria-current={item.state === "current" ? "step" : undefined}
          >
            <span className="steps__knot" aria-hidden="true">
              {icon ? <Icon name={icon} size="sm" /> : null}
            </span>
            <span className="steps__words">
              <span className="steps__label">{item.href ? <a href={item.href}>{item.label}</a> : item.label}</span>
              <span className="visually-hidden"> ({t(`ui.step.${item.state}`)})</span>
              {item.note ? <span className="steps__note">{item.note}</span> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** One party's place for its signature, as the screen shows it. */
export function Signatory({
  office,
  name,
  party,
  state,
  stateLabel,
  time,
  detail,
  className,
}: {
  office: ReactNode
  name: ReactNode
  party?: ReactNode
  state: State
  stateLabel: ReactNode
  time?: ReactNode
  detail?: ReactNode
  className?: string
}) {
  return (
    <div className={classNames("signatory", `signatory--${state}`, className)}>
      {party ? <p className="signatory__party">{party}</p> : null}
      <div className="signatory__line">
        <StateBadge state={state} icon={state === "positive" ? "seal" : undefined}>
          {stateLabel}
        </StateBadge>
        {time ? <p className="signatory__time">{time}</p> : null}
      </div>
      <p className="signatory__name">{name}</p>
      <p className="signatory__office">{office}</p>
      {detail ? <div className="signatory__detail">{detail}</div> : null}
    </div>
  )
}
