import { sql } from "kysely"
import { inTransaction } from "#db/transaction.ts"
import { addMilliseconds, days, type Instant } from "../kernel/clock.ts"
import {
  type AuthorityRecord,
  type AuthorityScope,
  authorityOf,
  fromBase64,
  toBase64,
  withAuthorityKey,
} from "./authority.server.ts"
import { issueRevocationList } from "./engine/revocation-list.server.ts"

/** Readers must fetch the next list after this time; a new one is made every day, so there is always slack. */
export const listLifetime = days(7)
const listAge = days(1)

/** Rounds of "somebody revoked meanwhile" before the newest list that was made is handed out as it is. */
const mostRounds = 5

/**
 * The authority's revocation list (DER), current as of now: made anew when the last one is a day old or a
 * certificate was withdrawn since. Numbers only grow, whoever makes a list at the same instant.
 */
export async function revocationList(scope: AuthorityScope): Promise<Uint8Array> {
  const authority = await authorityOf(scope)
  let made: Uint8Array | undefined
  for (let round = 0; round < mostRounds; round += 1) {
    const stored = await storedList(scope, authority.id)
    if (stored) return stored
    const attempt = await makeList(scope, authority)
    if (attempt.newest) return attempt.list
    made = attempt.list
  }
  if (!made) throw new Error("No revocation list was made.")
  return made
}

async function storedList(scope: AuthorityScope, authorityId: string): Promise<Uint8Array | undefined> {
  const row = await scope.db
    .selectFrom("authority")
    .select(["revocationList", "revocationListedAt"])
    .where("id", "=", authorityId)
    .executeTakeFirstOrThrow()
  if (row.revocationList === null || row.revocationListedAt === null) return undefined
  return isFresh(row.revocationListedAt, scope.now) ? fromBase64(row.revocationList) : undefined
}

const isFresh = (listedAt: Instant, now: Instant): boolean => addMilliseconds(listedAt, listAge) > now

/**
 * Takes the next number together with what is revoked at that moment, signs outside the transaction, and keeps the
 * list unless the number has moved on: then a newer list or revocation has overtaken this one.
 */
async function makeList(
  scope: AuthorityScope,
  authority: AuthorityRecord,
): Promise<{ list: Uint8Array; newest: boolean }> {
  const { db, now, settings } = scope
  const { number, revoked } = await inTransaction(db, async (trx) => {
    const { crlNumber } = await trx
      .updateTable("authority")
      .set({ crlNumber: sql<number>`crl_number + 1` })
      .where("id", "=", authority.id)
      .returning("crlNumber")
      .executeTakeFirstOrThrow()
    const rows = await trx
      .selectFrom("certificate")
      .select(["serial", "revokedAt", "revocationCode"])
      .where("authorityId", "=", authority.id)
      .where("revokedAt", "is not", null)
      .orderBy("revokedAt")
      .orderBy("id")
      .execute()
    return { number: crlNumber, revoked: rows }
  })
  const list = await withAuthorityKey(settings, authority, (key) =>
    issueRevocationList(key, {
      number,
      thisUpdate: now,
      nextUpdate: addMilliseconds(now, listLifetime),
      revoked: revoked.flatMap(({ serial, revokedAt, revocationCode }) =>
        revokedAt ? [{ serial, revokedAt, reason: revocationCode ?? "cessationOfOperation" }] : [],
      ),
    }),
  )
  const kept = await db
    .updateTable("authority")
    .set({ revocationList: toBase64(list), revocationListedAt: now })
    .where("id", "=", authority.id)
    .where("crlNumber", "=", number)
    .executeTakeFirst()
  return { list, newest: kept.numUpdatedRows === 1n }
}
