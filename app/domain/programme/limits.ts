/** Longest and shortest entries, in UTF-16 code units as `maxlength` in a form counts them. */
export const programmeLimits = {
  title: 140,
  summary: 600,
  aims: 2_000,
  modules: 20,
  hours: 200,
  reason: 1_000,
  cohortName: 120,
  seats: 500,
  office: 160,
  sessionTitle: 160,
  place: 200,
  sessions: 200,
  planTitle: 160,
  planBody: 8_000,
  remark: 2_000,
} as const

/** Minutes before the start and after the end of a session in which a typed code counts. */
export const codeWindow = { before: 15, after: 30 } as const

/** Longest session, in hours. */
export const longestSession = 16

export const programmePage = 20
