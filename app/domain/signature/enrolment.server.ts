import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { countTry } from "../identity/rate-limit.server.ts"
import { confirmPassword } from "../identity/sign-in.server.ts"
import { addMilliseconds, days, type Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import type { Mandate } from "../organisation/mandate-queries.server.ts"
import { authorize } from "../policy/table.ts"
import { type AuthorityRecord, authorityEnd, authorityOf, toBase64, withAuthorityKey } from "./authority.server.ts"
import { issueCertificate, newSerialNumber } from "./engine/authority.server.ts"
import { generateSigningKey } from "./engine/key-pair.server.ts"
import { protectPrivateKey } from "./engine/key-protection.server.ts"
import { assertInForce, fullOffice, keyObstacle, ownMandate } from "./mandate-in-force.server.ts"
import { revokeCertificate } from "./revocation.server.ts"
import type { Enrolment } from "./schema.ts"

/** A signer's certificate lasts at most this long, and never longer than his mandate. */
const longestLife = days(730)

/**
 * Makes a key pair for one of the actor's own mandates and a certificate whose every word comes from that mandate.
 * The private key is stored only as encrypted under `passphrase`, which is stored nowhere. Answers the certificate's id.
 * Refuses: a mandate that is not verified and in force, a second live certificate for it (conflict), a wrong
 * password (invalid), too many tries.
 */
export async function enrolKey(ctx: Ctx, mandateId: string, typed: Enrolment): Promise<string> {
  authorize(ctx.actor, "key.enrol")
  const mandate = await ownMandate(ctx, mandateId)
  assertInForce(mandate, ctx.now)
  const previous = await liveCertificate(ctx, mandateId)
  if (previous && previous.validUntil > ctx.now) throw conflict("key.alreadyEnrolled", { office: mandate.office })
  await countTry(ctx, "enrol.account", ctx.actor!.accountId)
  await confirmPassword(ctx, typed.password)

  const id = newId()
  const authority = await authorityOf(ctx)
  const made = await makeCertificate(ctx, authority, mandate, { id, passphrase: typed.passphrase })
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "mandate", mandate.id, mandate.lockVersion)
    if (previous) await revokeCertificate(trx, ctx, previous.id, { code: "superseded", reason: "", quiet: true })
    await insertCertificate(trx, ctx, mandate, { id, authorityId: authority.id, ...made })
  })
  return id
}

/** What a certificate for one of the actor's own mandates would say; `obstacle` is why it cannot be made now. */
export async function enrolmentOffer(ctx: Ctx, mandateId: string) {
  authorize(ctx.actor, "key.enrol")
  const mandate = await ownMandate(ctx, mandateId)
  const live = await liveCertificate(ctx, mandateId)
  const taken = live !== undefined && live.validUntil > ctx.now
  return {
    holderName: mandate.holderName,
    office: fullOffice(mandate),
    organisationName: mandate.organisationName,
    validUntil: lastMoment(mandate, addMilliseconds(ctx.now, longestLife)),
    obstacle: keyObstacle(mandate, ctx.now) ?? (taken ? "key.alreadyEnrolled" : null),
  }
}

const liveCertificate = (ctx: Ctx, mandateId: string) =>
  ctx.db
    .selectFrom("certificate")
    .select(["id", "validUntil"])
    .where("mandateId", "=", mandateId)
    .where("revokedAt", "is", null)
    .executeTakeFirst()

type MadeCertificate = {
  readonly serial: string
  /** DER. */
  readonly certificate: Uint8Array
  readonly keyEnvelope: string
  readonly validUntil: Instant
}

async function makeCertificate(
  ctx: Ctx,
  authority: AuthorityRecord,
  mandate: Mandate,
  key: { id: string; passphrase: string },
): Promise<MadeCertificate> {
  const serial = newSerialNumber()
  const validUntil = lastMoment(mandate, addMilliseconds(ctx.now, longestLife), authorityEnd(authority))
  const { publicKey, privateKey } = await generateSigningKey()
  try {
    const certificate = await withAuthorityKey(ctx.settings, authority, (open) =>
      issueCertificate(open, {
        subject: certificateSubject(mandate),
        publicKey,
        notBefore: ctx.now,
        notAfter: validUntil,
        serial,
        crlUrl: `${ctx.settings.appUrl}/pki/ca.crl`,
      }),
    )
    const keyEnvelope = await protectPrivateKey(privateKey, key.passphrase, key.id)
    return { serial, certificate, keyEnvelope, validUntil }
  } finally {
    privateKey.fill(0)
  }
}

/** Who the certificate speaks for: nothing in it is typed by the holder. */
export const certificateSubject = (
  mandate: Pick<Mandate, "holderName" | "office" | "standIn" | "organisationName" | "accountId">,
) => ({
  commonName: mandate.holderName,
  title: fullOffice(mandate),
  organisation: mandate.organisationName,
  country: "ID",
  serialNumber: mandate.accountId,
})

/** The mandate's last second in Western Indonesian Time, or whatever else ends earlier. */
function lastMoment(mandate: { validUntil: string | null }, ...others: [Instant, ...Instant[]]): Instant {
  const { validUntil } = mandate
  const own = validUntil === null ? [] : [new Date(`${validUntil}T23:59:59+07:00`).toISOString()]
  return [...own, ...others].sort()[0]!
}

async function insertCertificate(
  trx: Trx,
  ctx: Ctx,
  mandate: Mandate,
  made: MadeCertificate & { id: string; authorityId: string },
): Promise<void> {
  const subject = `${mandate.holderName}, ${fullOffice(mandate)}, ${mandate.organisationName}`
  const inserted = await trx
    .insertInto("certificate")
    .values({
      id: made.id,
      authorityId: made.authorityId,
      serial: made.serial,
      accountId: mandate.accountId,
      mandateId: mandate.id,
      subject,
      certificate: toBase64(made.certificate),
      keyEnvelope: made.keyEnvelope,
      issuedAt: ctx.now,
      validUntil: made.validUntil,
      revokedAt: null,
      revocationCode: null,
      revocationReason: "",
    })
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) throw conflict("key.alreadyEnrolled", { office: mandate.office })
  await record(trx, ctx, {
    type: "certificate.issued",
    subjectType: "certificate",
    subjectId: made.id,
    organisationId: mandate.organisationId,
    data: { serial: made.serial, subject },
  })
}
