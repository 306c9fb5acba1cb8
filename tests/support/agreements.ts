import { approveVersion } from "#app/domain/agreement/approval.server.ts"
import { documentsOf, liveDocument } from "#app/domain/agreement/documents.server.ts"
import { parseDraft } from "#app/domain/agreement/draft.server.ts"
import { saveDraft } from "#app/domain/agreement/drafting.server.ts"
import { cancelAgreement, withdrawAgreement } from "#app/domain/agreement/ending.server.ts"
import { agreementFlow } from "#app/domain/agreement/flow.ts"
import { lockAgreement } from "#app/domain/agreement/locking.server.ts"
import { numberAgreement } from "#app/domain/agreement/numbering.server.ts"
import { proposeAgreement } from "#app/domain/agreement/proposal.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { startForm } from "#app/domain/agreement/schema.ts"
import { signatoriesOf } from "#app/domain/agreement/signatories.server.ts"
import { startAgreement } from "#app/domain/agreement/start.server.ts"
import { getVersion } from "#app/domain/agreement/versions.server.ts"
import { record } from "#app/domain/audit/record.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { next } from "#app/domain/kernel/flow.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { touch } from "#app/domain/kernel/touch.server.ts"
import type { AccountTable, AgreementStatus } from "#db/schema.ts"
import { inTransaction } from "#db/transaction.ts"
import type { World } from "./world.ts"

/** A region's government with its people. */
export type Side = {
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string }
  readonly drafter: AccountTable
  readonly approver: AccountTable
  readonly head: AccountTable
  readonly mandateId: string
}

/** A verified government of `regionCode` with a drafter, an approver, and a head of region whose mandate is verified. */
export async function government(world: World, regionCode: string, office = "Kepala Daerah"): Promise<Side> {
  const { create } = world
  const organisation = await create.pemda(regionCode, { address: `Jalan Pemerintahan ${regionCode}` })
  const drafter = await create.member(organisation.id, "drafter", { name: `Penyusun ${regionCode}` })
  const approver = await create.member(organisation.id, "approver", { name: `Penyetuju ${regionCode}` })
  const head = await create.member(organisation.id, "member", { name: `Pejabat ${regionCode}` })
  const mandate = await create.mandate(head.id, organisation.id, { office, holderName: `Pejabat ${regionCode}` })
  return { organisation, drafter, approver, head, mandateId: mandate.id }
}

/** The two regions of most tests: side 1 starts, side 2 answers. */
export const twoRegions = async (world: World): Promise<{ jabar: Side; magelang: Side }> => ({
  jabar: await government(world, "32", "Gubernur Jawa Barat"),
  magelang: await government(world, "33.71", "Wali Kota Magelang"),
})

/** What the start form holds, complete unless a test leaves something out. */
export const startFields = (partner: string, overrides: Record<string, string> = {}) => ({
  partner,
  title: "Pengembangan Karakter Aparatur",
  object: "pengembangan karakter aparatur sipil negara",
  purposes: "meningkatkan layanan\nmemperluas jejaring",
  scope: "pelatihan\nmagang",
  place: "Bandung",
  signingDate: "2026-03-10",
  periodFrom: "2026-03-10",
  periodUntil: "2029-03-09",
  ...overrides,
})

export const start = (ctx: Ctx, partner: string, overrides: Record<string, string> = {}): Promise<string> =>
  startAgreement(ctx, startForm.parse(startFields(partner, overrides)))

/** What the form of this moment would carry: the newest version's number and SHA-256, and the lock version. */
export async function seenBy(ctx: Ctx, code: string) {
  const agreement = await getAgreement(ctx, code)
  const version = await getVersion(ctx, agreement, agreement.versionNumber)
  return {
    lockVersion: agreement.lockVersion,
    version: version.number,
    sha256: version.sha256,
    content: version.content,
  }
}

/** The drafting form as it would be posted after `change` has been typed into it. */
export async function draftOf(
  ctx: Ctx,
  code: string,
  change: (fields: DraftFields) => void,
  note = "Catatan perubahan.",
) {
  const { lockVersion, version, content } = await seenBy(ctx, code)
  const { text, ...head } = content
  const fields: DraftFields = {
    ...head,
    signingDate: head.signingDate ?? "",
    periodFrom: head.periodFrom ?? "",
    periodUntil: head.periodUntil ?? "",
    note,
    base: String(version),
    lockVersion: String(lockVersion),
    clauses: text.clauses.map((clause) => ({ ...clause })),
  }
  change(fields)
  return parseDraft(fields)
}

export type DraftFields = {
  title: string
  place: string
  signingDate: string
  periodFrom: string
  periodUntil: string
  note: string
  base: string
  lockVersion: string
  clauses: { key: string; title: string; body: string }[]
}

/** Changes the body of the clause `key`. */
export const typeInto =
  (key: string, body: string) =>
  (fields: DraftFields): void => {
    const clause = fields.clauses.find((candidate) => candidate.key === key)
    if (!clause) throw new Error(`No clause ${key}`)
    clause.body = body
  }

/** Saves a change as the next version, from a form opened this moment. */
export async function saveChange(ctx: Ctx, code: string, change: (fields: DraftFields) => void): Promise<number> {
  const outcome = await saveDraft(ctx, code, await draftOf(ctx, code, change))
  if ("stale" in outcome) throw new Error("stale")
  return outcome.saved
}

/** Approves the newest version for one side, from a form opened this moment. */
export async function approve(world: World, side: Side, code: string): Promise<"approved" | "agreed"> {
  const ctx = await world.as(side.approver)
  return approveVersion(ctx, code, await seenBy(ctx, code))
}

let numbers = 0

export async function giveNumber(world: World, side: Side, code: string, number?: string): Promise<void> {
  numbers += 1
  const ctx = await world.as(side.drafter)
  const { lockVersion } = await seenBy(ctx, code)
  await numberAgreement(ctx, code, {
    lockVersion,
    number: number ?? `100.3.7/${numbers}/2026`,
    numberedOn: "2026-03-10",
  })
}

export async function lock(world: World, side: Side, code: string): Promise<void> {
  const ctx = await world.as(side.approver)
  await lockAgreement(ctx, code, await seenBy(ctx, code))
}

/**
 * Stands in for a seal where a test is about what comes after it: appends to the file and writes the rows, without
 * keys or cryptography.
 */
export async function sealWithoutKey(world: World, side: Side, code: string): Promise<void> {
  const ctx = await world.as(side.head)
  const agreement = await getAgreement(ctx, code)
  const party = agreement.own!
  const document = liveDocument(await documentsOf(ctx, agreement))!
  const before = await ctx.files.get(document.newest.sha256)
  const pdf = Buffer.concat([before!, Buffer.from(`\n% seal of ${party.ordinal}\n`)])
  const sha256 = await ctx.files.put(pdf)
  const ordinal = document.newest.ordinal + 1
  const last = ordinal === agreement.parties.length
  const status = next(agreementFlow, agreement.status, last ? "enterIntoForce" : "seal")
  const signatory = (await signatoriesOf(ctx.db, agreement, ctx.now)).get(party.organisationId)!
  const certificateId = await certificateWithoutKey(world, side)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, agreement.lockVersion)
    const rest = { agreementId: agreement.id, documentId: document.id }
    await trx
      .insertInto("agreementRevision")
      .values({ id: newId(), ...rest, ordinal, sha256, size: pdf.byteLength, createdAt: ctx.now })
      .execute()
    await trx
      .insertInto("signature")
      .values({
        id: newId(),
        ...rest,
        partyId: party.id,
        accountId: signatory.accountId,
        mandateId: signatory.mandateId,
        certificateId,
        signerName: signatory.holderName,
        office: signatory.office,
        sha256Before: document.newest.sha256,
        sha256After: sha256,
        revisionOrdinal: ordinal,
        provider: "local",
        signedAt: ctx.now,
      })
      .execute()
    await trx
      .updateTable("agreement")
      .set({ status, updatedAt: ctx.now, ...(last ? { inForceAt: ctx.now } : {}) })
      .where("id", "=", agreement.id)
      .execute()
    const subject = { subjectType: "agreement", subjectId: agreement.id, organisationId: party.organisationId } as const
    await record(trx, ctx, {
      ...subject,
      type: "agreement.sealed",
      data: {
        round: document.round,
        ordinal,
        office: signatory.office,
        sha256Before: document.newest.sha256,
        sha256After: sha256,
      },
    })
    if (last) await record(trx, ctx, { ...subject, type: "agreement.entered_into_force", data: { sha256 } })
  })
}

async function certificateWithoutKey(world: World, side: Side): Promise<string> {
  const { db, clock } = world
  const known = await db
    .selectFrom("certificate")
    .select("id")
    .where("mandateId", "=", side.mandateId)
    .executeTakeFirst()
  if (known) return known.id
  const now = clock.now()
  const authority = await db.selectFrom("authority").select("id").executeTakeFirst()
  const authorityId = authority?.id ?? newId()
  if (!authority)
    await db
      .insertInto("authority")
      .values({
        id: authorityId,
        commonName: "Otoritas Uji",
        certificate: "",
        keyEnvelope: "{}",
        crlNumber: 0,
        createdAt: now,
      })
      .execute()
  const id = newId()
  await db
    .insertInto("certificate")
    .values({
      id,
      authorityId,
      serial: id.replaceAll("-", ""),
      accountId: side.head.id,
      mandateId: side.mandateId,
      subject: "",
      certificate: "",
      keyEnvelope: "{}",
      issuedAt: now,
      validUntil: "2028-01-01T00:00:00.000Z",
      revokedAt: null,
      revocationReason: "",
    })
    .execute()
  return id
}

/** Ends an agreement in signing as a refusal or by its date would, without the use cases of that part. */
async function endByHand(world: World, code: string, step: "decline" | "lapse"): Promise<void> {
  const row = await world.db.selectFrom("agreement").selectAll().where("code", "=", code).executeTakeFirstOrThrow()
  await world.db
    .updateTable("agreement")
    .set({
      status: next(agreementFlow, row.status, step),
      endedAt: world.clock.now(),
      lockVersion: row.lockVersion + 1,
    })
    .where("id", "=", row.id)
    .execute()
}

/** An agreement of the two regions, brought into `status` through the steps that lead there. */
export async function agreementIn(
  world: World,
  sides: { jabar: Side; magelang: Side },
  status: AgreementStatus,
  overrides: Record<string, string> = {},
): Promise<string> {
  const { jabar, magelang } = sides
  const drafter = await world.as(jabar.drafter)
  const code = await start(drafter, magelang.organisation.slug, overrides)
  const approver = await world.as(jabar.approver)
  const seen = () => seenBy(approver, code)
  if (status === "draft") return code
  if (status === "withdrawn") {
    await withdrawAgreement(approver, code, { ...(await seen()), reason: "Belum waktunya." })
    return code
  }
  await proposeAgreement(approver, code, await seen())
  if (status === "negotiation") return code
  if (status === "cancelled") {
    await cancelAgreement(approver, code, { ...(await seen()), reason: "Anggaran tidak tersedia." })
    return code
  }
  await approve(world, jabar, code)
  await approve(world, magelang, code)
  if (status === "agreed") return code
  await giveNumber(world, jabar, code)
  await giveNumber(world, magelang, code)
  await lock(world, jabar, code)
  if (status === "signing") return code
  if (status === "declined") {
    await endByHand(world, code, "decline")
    return code
  }
  await sealWithoutKey(world, jabar, code)
  await sealWithoutKey(world, magelang, code)
  if (status === "lapsed") await endByHand(world, code, "lapse")
  return code
}
