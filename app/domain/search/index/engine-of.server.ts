import type { Db } from "#db/connection.ts"
import { dialectOf } from "#db/portable.ts"
import type { SearchEngine } from "./engine.ts"
import { fts5 } from "./fts5.server.ts"
import { tsvector } from "./tsvector.server.ts"

/** The index of the database that `db` talks to. */
export const engineOf = (db: Db): SearchEngine => (dialectOf(db) === "postgres" ? tsvector : fts5)
