import { findable } from "#app/domain/findable.server.ts"
import { indexAll } from "#app/domain/search/index/indexer.server.ts"
import { rebuildIndex } from "#app/domain/search/index/rebuild.server.ts"
import { pendingMigrations } from "#db/migrator.ts"
import { countAll } from "#db/portable.ts"
import { UsageError, type Verb } from "./verb.ts"

/** Subjects between two lines of progress. */
const told = 1000

/** Makes the index of the search anew out of what is public now. */
export const reindex: Verb = {
  usage: "reindex",
  help: [
    "makes the index of the search anew",
    "",
    "Needed only where the search finds what it should not, or misses what it should find: every change reaches the index",
    "by itself, and a restoration or a new version makes it anew. The server may work meanwhile; what has not been read",
    "yet is not found until it has. What cannot be read is named in the log and tried again by the server.",
  ].join("\n"),
  async run({ args, composed: { services }, print, note }) {
    if (args.length > 0) throw new UsageError("reindex takes no arguments.")
    if ((await pendingMigrations(services.db)).length > 0)
      throw new UsageError("The database is not up to date. Run `npm run admin -- migrate` first.")
    await rebuildIndex(services, findable)
    const { waiting } = await services.db
      .selectFrom("searchQueue")
      .select(countAll().as("waiting"))
      .executeTakeFirstOrThrow()
    let next = told
    const read = await indexAll(services, findable, (done) => {
      if (done < next) return
      note(`${done} of ${waiting}`)
      next += told
    })
    const { kept } = await services.db
      .selectFrom("searchQueue")
      .select(countAll().as("kept"))
      .where("attempts", ">", 0)
      .executeTakeFirstOrThrow()
    print(`${read} read for the search.`)
    if (Number(kept) === 0) return 0
    print(`${kept} could not be read; the log says why.`)
    return 1
  },
}
