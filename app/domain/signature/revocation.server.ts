import { sql } from "kysely"
import type { RevocationCode } from "#db/schema.ts"
import type { Trx } from "#db/transaction.ts"
import { type Occasion, record } from "../audit/record.server.ts"
import { enqueueMail } from "../notification/outbox.server.ts"

/**
 * Withdraws the live certificate of a mandate, in the transaction that ends the mandate; its holder is told. Nothing
 * happens where there is none.
 */
export async function revokeCertificatesOfMandate(
  trx: Trx,
  occasion: Occasion,
  mandateId: string,
  reason: string,
): Promise<void> {
  const live = await trx
    .selectFrom("certificate")
    .select("id")
    .where("mandateId", "=", mandateId)
    .where("revokedAt", "is", null)
    .execute()
  for (const { id } of live) await revokeCertificate(trx, occasion, id, { code: "affiliationChanged", reason })
}

/**
 * Withdraws one certificate: its key envelope is emptied, so the key is gone for good, and the published revocation
 * list is outdated. Its holder is told unless `quiet`. Answers false where it was withdrawn already.
 */
export async function revokeCertificate(
  trx: Trx,
  occasion: Occasion,
  certificateId: string,
  why: { code: RevocationCode; reason: string; quiet?: boolean },
): Promise<boolean> {
  const revoked = await trx
    .updateTable("certificate")
    .set({ revokedAt: occasion.now, revocationCode: why.code, revocationReason: why.reason, keyEnvelope: "" })
    .where("id", "=", certificateId)
    .where("revokedAt", "is", null)
    .returning(["serial", "authorityId", "accountId", "mandateId"])
    .executeTakeFirst()
  if (!revoked) return false
  await trx
    .updateTable("authority")
    .set({ crlNumber: sql<number>`crl_number + 1`, revocationList: null, revocationListedAt: null })
    .where("id", "=", revoked.authorityId)
    .execute()
  const mandate = await trx
    .selectFrom("mandate")
    .select(["office", "organisationId"])
    .where("id", "=", revoked.mandateId)
    .executeTakeFirstOrThrow()
  await record(trx, occasion, {
    type: "certificate.revoked",
    subjectType: "certificate",
    subjectId: certificateId,
    organisationId: mandate.organisationId,
    data: { serial: revoked.serial, reason: why.reason },
  })
  if (why.quiet) return true
  const holder = await trx
    .selectFrom("account")
    .select(["email", "locale"])
    .where("id", "=", revoked.accountId)
    .where("deletedAt", "is", null)
    .executeTakeFirst()
  if (holder)
    await enqueueMail(trx, occasion.now, {
      to: holder.email,
      locale: holder.locale,
      kind: "certificate-revoked",
      values: { office: mandate.office, reason: why.reason },
    })
  return true
}
