import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"
import type { IconName } from "../icon/paths.ts"
import type { State } from "./badge.tsx"
import { CodeText } from "./code-text.tsx"

export type TimelineItem = {
  readonly key: string
  readonly time: ReactNode
  readonly dateTime?: string
  readonly title: ReactNode
  readonly actor?: ReactNode
  readonly body?: ReactNode
  /** Fingerprint of the record in its hash chain. */
  readonly hash?: string
  readonly state?: State
  readonly icon?: IconName
}

/** What happened, in order, threaded on one strand. */
export function Timeline({
  items,
  label,
  className,
}: {
  items: readonly TimelineItem[]
  label?: string
  className?: string
}) {
  const t = useT()
  return (
    <ol className={classNames("timeline", className)} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={classNames("timeline__item", `timeline__item--${item.state ?? "progress"}`)}>
          <span className="timeline__knot" aria-hidden="true">
            {item.icon ? <Icon name={item.icon} size="sm" /> : null}
          </span>
          <div className="timeline__words">
            <p className="timeline__title">{item.title}</p>
            <p className="timeline__meta">
              <time dateTime={item.dateTime}>{item.time}</time>
              {item.actor ? <span> · {item.actor}</span> : null}
            </p>
            {item.body ? <div className="timeline__body">{item.body}</div> : null}
            {item.hash ? (
              <details className="timeline__hash">
                <summary>
                  {t("ui.hash")}
                  <span className="visually-hidden">: {item.title}</span>
                </summary>
                <CodeText block>{item.hash}</CodeText>
              </details>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
