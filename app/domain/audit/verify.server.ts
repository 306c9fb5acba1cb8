import type { Db } from "#db/connection.ts"
import { chainStart, hashEvent } from "./chain.server.ts"

export type ChainFault = {
  readonly subjectType: string
  readonly subjectId: string
  readonly seq: number
  readonly fault: "gap" | "broken_link" | "altered"
}

/**
 * Walks every chain from its first link and answers how many events and chains there are and what is wrong.
 * Reads in pages by key, so its memory does not grow with the log.
 */
export async function verifyAudit(db: Db): Promise<{ events: number; chains: number; faults: ChainFault[] }> {
  const faults: ChainFault[] = []
  let events = 0
  let chains = 0
  let subject = ""
  let seq = 0
  let hash = chainStart
  let after: { subjectType: string; subjectId: string; seq: number } | null = null
  for (;;) {
    let query = db
      .selectFrom("auditEvent")
      .selectAll()
      .orderBy("subjectType")
      .orderBy("subjectId")
      .orderBy("seq")
      .limit(500)
    if (after) {
      const from = after
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple("subjectType", "subjectId", "seq"),
          ">",
          tuple(from.subjectType, from.subjectId, from.seq) as never,
        ),
      )
    }
    const rows = await query.execute()
    for (const row of rows) {
      const key = `${row.subjectType}/${row.subjectId}`
      if (key !== subject) {
        subject = key
        seq = 0
        hash = chainStart
        chains += 1
      }
      const place = { subjectType: row.subjectType, subjectId: row.subjectId, seq: row.seq }
      if (row.seq !== seq + 1) faults.push({ ...place, fault: "gap" })
      if (row.prevHash !== hash) faults.push({ ...place, fault: "broken_link" })
      if (hashEvent(row) !== row.hash) faults.push({ ...place, fault: "altered" })
      seq = row.seq
      hash = row.hash
      events += 1
    }
    const last = rows.at(-1)
    if (!last || rows.length < 500) return { events, chains, faults }
    after = { subjectType: last.subjectType, subjectId: last.subjectId, seq: last.seq }
  }
}
