import { useT } from "#app/i18n/react.tsx"
import { type State, StateBadge } from "#app/ui/index.ts"
import type { ActionPlanStatus, CohortStatus, LearnerStatus, ProgrammeStatus } from "#db/schema.ts"

const ofProgramme: Readonly<Record<ProgrammeStatus, State>> = {
  draft: "draft",
  open: "progress",
  completed: "positive",
  cancelled: "ended",
}
const ofCohort: Readonly<Record<CohortStatus, State>> = {
  planned: "draft",
  open: "waiting",
  running: "progress",
  completed: "positive",
  cancelled: "ended",
}
const ofLearner: Readonly<Record<LearnerStatus, State>> = {
  nominated: "waiting",
  confirmed: "progress",
  declined: "refused",
  withdrawn: "ended",
  completed: "positive",
}
const ofPlan: Readonly<Record<ActionPlanStatus | "none", State>> = {
  none: "draft",
  draft: "draft",
  submitted: "waiting",
  returned: "warning",
  approved: "positive",
}

/** The state of a programme as word and sign. */
export function ProgrammeState({ status }: { status: ProgrammeStatus }) {
  const t = useT()
  return <StateBadge state={ofProgramme[status]}>{t(`programme.status.${status}`)}</StateBadge>
}

/** The state of a cohort as word and sign. */
export function CohortState({ status }: { status: CohortStatus }) {
  const t = useT()
  return <StateBadge state={ofCohort[status]}>{t(`programme.cohortStatus.${status}`)}</StateBadge>
}

/** The state of a learner's place as word and sign. */
export function LearnerState({ status }: { status: LearnerStatus }) {
  const t = useT()
  return <StateBadge state={ofLearner[status]}>{t(`programme.learnerStatus.${status}`)}</StateBadge>
}

/** The state of an action plan as word and sign; null before it was begun. */
export function PlanState({ status }: { status: ActionPlanStatus | null }) {
  const t = useT()
  const shown = status ?? "none"
  return <StateBadge state={ofPlan[shown]}>{t(`programme.planStatus.${shown}`)}</StateBadge>
}
