import { findable } from "#app/domain/findable.server.ts"
import type { AppServices } from "#app/domain/kernel/context.ts"
import type { Findable } from "#app/domain/search/findable.ts"
import { writeEntry } from "#app/domain/search/index/entry.server.ts"
import { indexAll } from "#app/domain/search/index/indexer.server.ts"
import { keepIndex } from "#app/domain/search/index/rebuild.server.ts"
import type { SearchKind } from "#app/domain/search/kinds.ts"
import type { Db } from "#db/connection.ts"
import { inTransaction } from "#db/transaction.ts"

/** Works off what waits for the search, as the server's job does. */
export const indexNow = (services: AppServices): Promise<number> => indexAll(services, findable)

/** As a server does when it starts: makes the index anew where it has to, and fills it. */
export const indexFromTheStart = (services: AppServices): Promise<void> => keepIndex(services, findable)

/** Puts things into the index that no noun has. */
export async function putAll(
  db: Db,
  things: readonly { kind: SearchKind; id: string; findable: Findable }[],
): Promise<void> {
  for (let from = 0; from < things.length; from += 50)
    await inTransaction(db, async (trx) => {
      for (const { kind, id, findable: thing } of things.slice(from, from + 50)) await writeEntry(trx, kind, id, thing)
    })
}
