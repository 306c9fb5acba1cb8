import type { Db } from "#db/connection.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { officialDay } from "../kernel/clock.ts"
import { type Ctx, within } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { holdCertificate, sealWithSecrets } from "../signature/ceremony.server.ts"
import { fullOffice } from "../signature/mandate-in-force.server.ts"
import type { SigningOrder } from "../signature/schema.ts"
import type { MadeSeal } from "../signature/seal-making.server.ts"
import { agreementFlow } from "./flow.ts"
import { enterIntoForce } from "./in-force.server.ts"
import { notify } from "./notice.server.ts"
import type { Party } from "./parties.ts"
import { type Agreement, getAgreement, sidesOf } from "./queries.server.ts"
import { noteReading, sinceLastLook } from "./reading.server.ts"
import { type SealingState, sealingState } from "./sealing-state.server.ts"
import { signatoriesOf } from "./signatories.server.ts"
import { requireSigningPower, signingPower } from "./signing-power.server.ts"

/**
 * What a signer is shown before he decides; the first look is noted. `signing` is null where the document is not, or
 * no longer, open for signing.
 */
export async function signingView(ctx: Ctx, code: string) {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.sign", agreement)
  const { own, other } = sidesOf(agreement)
  const document = agreement.status === "signing" ? await sealingState(ctx, agreement) : null
  if (!document) return { agreement, own, other, signing: null }
  return {
    agreement,
    own,
    other,
    signing: {
      document,
      ownSeal: document.seals.find(({ partyId }) => partyId === own.id) ?? null,
      power: await signingPower(ctx, agreement, document),
      since: await sinceLastLook(ctx, agreement, document),
      /** True where the next seal is the last one: the agreement is then in force at once. */
      last: document.seals.length === agreement.parties.length - 1,
    },
  }
}

/**
 * Seals the document for the actor's side with his certificate. Refuses, saying why: nothing open for signing, a side
 * that has signed, no usable mandate or certificate, a revision that is not the newest (what he read has changed),
 * a wrong password or passphrase, too many tries. Sealing happens before the transaction; what the transaction then
 * refuses leaves a file without a row. The last seal puts the agreement into force in the same transaction.
 */
export async function signAgreement(ctx: Ctx, code: string, order: SigningOrder): Promise<"sealed" | "in_force"> {
  const { agreement, document, own } = await openForSigning(ctx, code)
  if (document.seals.some(({ partyId }) => partyId === own.id)) throw conflict("signing.alreadySigned")
  if (agreement.periodUntil !== null && agreement.periodUntil < officialDay(ctx.now))
    throw conflict("signing.periodOver")
  const { mandate, certificate } = await requireSigningPower(ctx, agreement, document)
  if (order.sha256 !== document.newest.sha256) throw conflict("signing.revisionChanged")
  // Before anything is sealed: a seal on top of a worthless one would not verify. And again in the transaction.
  await assertPartnersStand(ctx.db, agreement, document)
  await noteReading(ctx, agreement, document)
  const target = {
    sha256: document.newest.sha256,
    earlier: document.seals,
    reason: `Kesepakatan Bersama ${agreement.code}`,
    location: agreement.place,
  }
  const made = await sealWithSecrets(ctx, target, { mandate, certificate }, order)

  const office = fullOffice(mandate)
  const inForce = await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, agreement.lockVersion)
    await assertUnchanged(trx, ctx, agreement, document)
    await assertPartnersStand(trx, agreement, document)
    await holdCertificate(trx, ctx, { certificateId: certificate.id, mandateId: mandate.id })
    await registerSeal(trx, ctx, { agreement, document, own, made, certificateId: certificate.id, mandate, office })
    const signers = [...(await signatoriesOf(trx, agreement, ctx.now)).values()].map(({ accountId }) => accountId)
    if (document.seals.length + 1 === agreement.parties.length) {
      await enterIntoForce(trx, ctx, agreement, { sha256: made.sha256, signerAccountIds: signers })
      return true
    }
    const status = next(agreementFlow, agreement.status, "seal")
    await trx.updateTable("agreement").set({ status, updatedAt: ctx.now }).where("id", "=", agreement.id).execute()
    const everybody = { organisationIds: agreement.partyOrganisationIds, accountIds: signers }
    await notify(trx, ctx, everybody, "agreement-sealed", { title: agreement.title, office, code })
    return false
  })
  if (inForce) ctx.publicChanged()
  return inForce ? "in_force" : "sealed"
}

/** The agreement with its locked document, where the actor acts for a side and the document is open for seals. */
export async function openForSigning(
  ctx: Ctx,
  code: string,
): Promise<{ agreement: Agreement; document: SealingState; own: Party }> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.sign", agreement)
  const { own } = sidesOf(agreement)
  next(agreementFlow, agreement.status, "seal")
  const document = await sealingState(ctx, agreement)
  if (!document) throw new Error(`${code} is open for signing without a document`)
  return { agreement, document, own }
}

/** Whoever writes an agreement touches it, so after our touch nothing can have moved; sealed twice would be forever. */
async function assertUnchanged(trx: Trx, ctx: Ctx, agreement: Agreement, document: SealingState): Promise<void> {
  const { status } = await trx
    .selectFrom("agreement")
    .select("status")
    .where("id", "=", agreement.id)
    .executeTakeFirstOrThrow()
  next(agreementFlow, status, "seal")
  const now = await sealingState(within(ctx, trx), agreement)
  if (now?.id !== document.id || now.newest.sha256 !== document.newest.sha256) throw conflict("signing.revisionChanged")
}

/**
 * What makes the other side's word worthless stops this side's: an organisation that is not, or no longer, verified,
 * and an earlier seal whose key was reported as perhaps known to others.
 */
async function assertPartnersStand(db: Db | Trx, agreement: Agreement, document: SealingState): Promise<void> {
  const lacking = await db
    .selectFrom("organisation")
    .innerJoin("agreementParty", "agreementParty.organisationId", "organisation.id")
    .innerJoin("region", "region.code", "agreementParty.regionCode")
    .select("region.name")
    .where("agreementParty.agreementId", "=", agreement.id)
    .where("organisation.status", "!=", "verified")
    .executeTakeFirst()
  if (lacking) throw conflict("agreement.partyNotVerified", { region: lacking.name })
  const compromised = await db
    .selectFrom("signature")
    .innerJoin("certificate", "certificate.id", "signature.certificateId")
    .select("signature.office")
    .where("signature.documentId", "=", document.id)
    .where("certificate.revocationCode", "=", "keyCompromise")
    .executeTakeFirst()
  if (compromised) throw conflict("signing.earlierKeyCompromised", { office: compromised.office })
}

async function registerSeal(
  trx: Trx,
  ctx: Ctx,
  seal: {
    agreement: Agreement
    document: SealingState
    own: Party
    made: MadeSeal
    certificateId: string
    mandate: { id: string; holderName: string }
    office: string
  },
): Promise<void> {
  const { agreement, document, own, made, mandate, office } = seal
  const ordinal = document.newest.ordinal + 1
  await trx
    .insertInto("agreementRevision")
    .values({
      id: newId(),
      documentId: document.id,
      agreementId: agreement.id,
      ordinal,
      sha256: made.sha256,
      size: made.size,
      createdAt: ctx.now,
    })
    .execute()
  await trx
    .insertInto("signature")
    .values({
      id: newId(),
      agreementId: agreement.id,
      documentId: document.id,
      partyId: own.id,
      accountId: ctx.actor!.accountId,
      mandateId: mandate.id,
      certificateId: seal.certificateId,
      signerName: mandate.holderName,
      office,
      sha256Before: document.newest.sha256,
      sha256After: made.sha256,
      revisionOrdinal: ordinal,
      provider: "local",
      signedAt: ctx.now,
    })
    .execute()
  await record(trx, ctx, {
    type: "agreement.sealed",
    subjectType: "agreement",
    subjectId: agreement.id,
    organisationId: own.organisationId,
    data: {
      round: document.round,
      ordinal,
      office,
      sha256Before: document.newest.sha256,
      sha256After: made.sha256,
    },
  })
}
