/** Nothing here names a learner: the rows do, for those who may see them. */
export type ProgrammeEvents = {
  "programme.started": { agreement: string; clause: string }
  "programme.edited": { title: string }
  "programme.module_added": { practice: string; form: string; hours: number }
  "programme.module_moved": { practice: string }
  "programme.module_removed": { practice: string }
  "programme.opened": { modules: number; hours: number }
  "programme.completed": { cohorts: number }
  "programme.cancelled": { reason: string }
  "cohort.planned": { name: string; number: number; seats: number }
  "cohort.edited": { seats: number; startsOn: string; endsOn: string }
  "cohort.opened": { until: string }
  "cohort.started": { confirmed: number }
  "cohort.completed": { completed: number }
  "cohort.cancelled": { reason: string }
  "session.planned": { sessionId: string; title: string; startsAt: string }
  "session.changed": { sessionId: string; title: string; startsAt: string }
  "session.cancelled": { sessionId: string; title: string; reason: string }
  "learner.nominated": { cohortId: string }
  "learner.confirmed": { cohortId: string }
  "learner.declined": { cohortId: string }
  "learner.withdrawn": { cohortId: string }
  "learner.completed": { cohortId: string; attended: number; sessions: number; hours: number }
  "learner.supervisor_changed": { cohortId: string }
  "learner.number_shown": { cohortId: string }
  "attendance.marked": { sessionId: string; means: "host" | "code" }
  "attendance.struck": { sessionId: string; attendanceId: string }
  "plan.saved": { planId: string }
  "plan.submitted": { planId: string }
  "plan.approved": { planId: string }
  "plan.returned": { planId: string }
}
