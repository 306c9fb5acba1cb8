import type { ReactNode } from "react"
import type { Milestone } from "#app/domain/initiative/detail.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { StateBadge } from "#app/ui/index.ts"

/** The milestones by their days, each reached, ahead or late. `actions` draws what may be done with one. */
export function InitiativeMilestones({
  milestones,
  today,
  actions,
}: {
  milestones: readonly Milestone[]
  /** The official day; before it an open milestone is late. */
  today: string | null
  actions?: (milestone: Milestone) => ReactNode
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <ol className="milestones">
      {milestones.map((milestone) => {
        const { id, title, dueOn, reachedOn, note } = milestone
        const late = reachedOn === null && today !== null && dueOn < today
        return (
          <li key={id} className={reachedOn ? "milestone milestone--reached" : "milestone"}>
            <p className="milestone__title" lang="id">
              {title}
            </p>
            <p className="milestone__facts">
              <StateBadge state={reachedOn ? "positive" : late ? "warning" : "waiting"}>
                {reachedOn
                  ? t("initiative.milestone.reachedOn", { date: formatDate(locale, reachedOn) })
                  : t(late ? "initiative.milestone.late" : "initiative.milestone.dueOn", {
                      date: formatDate(locale, dueOn),
                    })}
              </StateBadge>
            </p>
            {note ? (
              <p className="whitespace-pre-line text-ink-soft" lang="id">
                {note}
              </p>
            ) : null}
            {actions ? <p className="milestone__actions">{actions(milestone)}</p> : null}
          </li>
        )
      })}
    </ol>
  )
}
