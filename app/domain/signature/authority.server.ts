import type { Db } from "#db/connection.ts"
import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { addMilliseconds, days, type Instant } from "../kernel/clock.ts"
import type { Ctx, Settings } from "../kernel/context.ts"
import { newId } from "../kernel/ids.ts"
import { type Authority, createAuthority, newSerialNumber } from "./engine/authority.server.ts"
import { openWithSecrets, type ServerSecrets, sealWithSecret } from "./engine/secret-protection.server.ts"
import type { RevokedCertificate } from "./engine/verification/trust.server.ts"

/** How long the authority's own certificate lasts. */
const authorityLifetime = days(365.25 * 20)

/** The authority as everybody may know it. */
export type AuthorityRecord = {
  readonly id: string
  readonly commonName: string
  /** DER. */
  readonly certificate: Uint8Array
  readonly keyEnvelope: string
  readonly createdAt: Instant
}

/** What it takes to have an authority; every request context does. */
export type AuthorityScope = Pick<Ctx, "db" | "now" | "settings" | "actor" | "requestId">

/**
 * The portal's certificate authority, made on first need. Two processes that need the first one at once make two
 * key pairs, and the database keeps one. A later change of `APP_URL` keeps the authority and its name.
 */
export async function authorityOf(scope: AuthorityScope): Promise<AuthorityRecord> {
  return (await storedAuthority(scope.db)) ?? (await makeAuthority(scope))
}

/** "Simpul Demo CA" says aloud that its certificates are worth nothing outside the demonstration. */
const commonNameOf = (settings: Settings): string =>
  settings.demo ? "Simpul Demo CA" : `Simpul CA ${new URL(settings.appUrl).hostname}`

/** Until when certificates of `authority` can last. */
export const authorityEnd = (authority: AuthorityRecord): Instant =>
  addMilliseconds(authority.createdAt, authorityLifetime)

const keyPurpose = (authorityId: string): string => `authority key ${authorityId}`

const secretsOf = (settings: Pick<Settings, "secrets">): ServerSecrets => {
  const [current, ...older] = settings.secrets
  if (current === undefined) throw new Error("There is no server secret to keep the authority's key under.")
  return [current, ...older]
}

async function storedAuthority(db: Db): Promise<AuthorityRecord | undefined> {
  const row = await db
    .selectFrom("authority")
    .select(["id", "commonName", "certificate", "keyEnvelope", "createdAt"])
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, certificate: fromBase64(row.certificate) }
}

async function makeAuthority(scope: AuthorityScope): Promise<AuthorityRecord> {
  const { db, now, settings } = scope
  const id = newId()
  const commonName = commonNameOf(settings)
  const made = await createAuthority({
    subject: { commonName, organisation: "Simpul", country: "ID" },
    // A reader whose clock is behind ours, and a second process that began a moment earlier, must not be before it.
    notBefore: addMilliseconds(now, -days(1)),
    notAfter: addMilliseconds(now, authorityLifetime),
    serial: newSerialNumber(),
  })
  try {
    const keyEnvelope = sealWithSecret(made.privateKey, secretsOf(settings), keyPurpose(id))
    await inTransaction(db, async (trx) => {
      const inserted = await trx
        .insertInto("authority")
        .values({
          id,
          commonName,
          certificate: toBase64(made.certificate),
          keyEnvelope,
          crlNumber: 0,
          revocationList: null,
          revocationListedAt: null,
          createdAt: now,
        })
        .onConflict((taken) => taken.column("commonName").doNothing())
        .executeTakeFirst()
      if (inserted.numInsertedOrUpdatedRows === 0n) return
      await record(trx, scope, {
        type: "authority.created",
        subjectType: "authority",
        subjectId: id,
        data: { commonName },
      })
    })
  } finally {
    made.privateKey.fill(0)
  }
  const stored = await storedAuthority(db)
  if (!stored) throw new Error("The authority that was just made is not there.")
  return stored
}

/** Runs `work` with the authority's private key opened; the key is wiped when it ends. */
export async function withAuthorityKey<T>(
  settings: Settings,
  authority: AuthorityRecord,
  work: (authority: Authority) => Promise<T>,
): Promise<T> {
  const { plaintext } = openWithSecrets(authority.keyEnvelope, secretsOf(settings), keyPurpose(authority.id))
  try {
    return await work({ certificate: authority.certificate, privateKey: plaintext })
  } finally {
    plaintext.fill(0)
  }
}

/**
 * After a change of `SECRET`: encrypts every authority's key that an older secret holds under the newest one, so that
 * the older can be dropped. Answers how many it renewed; running it again renews none.
 */
export async function rewrapAuthorityKey(scope: Pick<Ctx, "db" | "settings">): Promise<number> {
  const secrets = secretsOf(scope.settings)
  const rows = await scope.db.selectFrom("authority").select(["id", "keyEnvelope"]).execute()
  let renewed = 0
  for (const { id, keyEnvelope } of rows) {
    const { plaintext, stale } = openWithSecrets(keyEnvelope, secrets, keyPurpose(id))
    try {
      if (!stale) continue
      const result = await scope.db
        .updateTable("authority")
        .set({ keyEnvelope: sealWithSecret(plaintext, secrets, keyPurpose(id)) })
        .where("id", "=", id)
        .where("keyEnvelope", "=", keyEnvelope)
        .executeTakeFirst()
      renewed += Number(result.numUpdatedRows)
    } finally {
      plaintext.fill(0)
    }
  }
  return renewed
}

/** Whether these secrets (newest first, at least one) open the key of every authority that is stored. */
export async function authorityKeysOpen(db: Db, secrets: readonly string[]): Promise<boolean> {
  const own = secretsOf({ secrets })
  const rows = await db.selectFrom("authority").select(["id", "keyEnvelope"]).execute()
  return rows.every(({ id, keyEnvelope }) => {
    try {
      openWithSecrets(keyEnvelope, own, keyPurpose(id)).plaintext.fill(0)
      return true
    } catch {
      return false
    }
  })
}

/** Whom this portal believes (DER of its authorities), and which of their certificates were withdrawn and when. */
export async function trustOf(db: Db): Promise<{ trustAnchors: Uint8Array[]; revoked: RevokedCertificate[] }> {
  const authorities = await db.selectFrom("authority").select("certificate").execute()
  const revoked = await db
    .selectFrom("certificate")
    .select(["serial", "revokedAt"])
    .where("revokedAt", "is not", null)
    .execute()
  return {
    trustAnchors: authorities.map(({ certificate }) => fromBase64(certificate)),
    revoked: revoked.flatMap(({ serial, revokedAt }) => (revokedAt ? [{ serial, revokedAt }] : [])),
  }
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64")
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"))
