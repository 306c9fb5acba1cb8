import type { Db } from "#db/connection.ts"
import type { EventType, SubjectType } from "./events.ts"

export type TimelineEvent = {
  readonly type: EventType
  readonly at: string
  readonly actorName: string
  readonly organisationId: string | null
  readonly seq: number
  readonly hash: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The events of one aggregate, oldest first. The caller has already decided that the reader may see them. */
export async function timelineOf(db: Db, subjectType: SubjectType, subjectId: string): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom("auditEvent")
    .select(["type", "at", "actorName", "organisationId", "seq", "hash", "data"])
    .where("subjectType", "=", subjectType)
    .where("subjectId", "=", subjectId)
    .orderBy("seq")
    .execute()
  return rows.map((row) => ({
    ...row,
    type: row.type as EventType,
    data: JSON.parse(row.data) as Record<string, unknown>,
  }))
}
