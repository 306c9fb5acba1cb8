import { createHash } from "node:crypto"

/** The columns of an event that its hash covers. */
export type HashedEvent = {
  readonly type: string
  readonly subjectType: string
  readonly subjectId: string
  readonly seq: number
  readonly organisationId: string | null
  readonly actorId: string | null
  readonly actorName: string
  readonly at: string
  readonly data: string
  readonly prevHash: string
}

/** What the first event of a chain names as its predecessor. */
export const chainStart = "0".repeat(64)

/** SHA-256 (hex) over the event's columns in a fixed order, the predecessor's hash among them. */
export function hashEvent(event: HashedEvent): string {
  const columns = [
    event.prevHash,
    event.subjectType,
    event.subjectId,
    event.seq,
    event.type,
    event.organisationId,
    event.actorId,
    event.actorName,
    event.at,
    event.data,
  ]
  return createHash("sha256").update(JSON.stringify(columns)).digest("hex")
}
