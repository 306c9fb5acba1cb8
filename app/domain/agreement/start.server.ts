import { type KesepakatanBersamaSlots, kesepakatanBersama } from "#content/agreements/kesepakatan-bersama/template.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { newAgreementCode } from "./codes.ts"
import type { DraftContent } from "./content.ts"
import { governmentName } from "./document/compose.ts"
import { contentColumns } from "./draft.server.ts"
import { agreementFlow } from "./flow.ts"
import { daysBetween, wholeMonths } from "./particulars.ts"
import { isPartyKind } from "./parties.ts"
import type { StartInput } from "./schema.ts"
import { fillTemplate } from "./text/template.ts"
import { countInWords, periodInWords } from "./text/words.ts"

const governments = (ctx: Ctx) =>
  ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.governsRegionCode")
    .select(["organisation.id", "organisation.slug", "organisation.name", "organisation.address"])
    .select(["organisation.status", "organisation.demoSince"])
    .select(["region.code as regionCode", "region.name as regionName", "region.kind as regionKind"])

type Government = Awaited<ReturnType<ReturnType<typeof governments>["executeTakeFirstOrThrow"]>>

export type Partner = { readonly slug: string; readonly regionName: string; readonly provinceCode: string }

/** The governments that the acting organisation may start an agreement with, by region. */
export async function listPartners(ctx: Ctx): Promise<Partner[]> {
  authorize(ctx.actor, "agreement.start")
  const rows = await governments(ctx)
    .select("region.provinceCode")
    .where("organisation.status", "=", "verified")
    .where("organisation.id", "!=", ctx.actor!.acting!.organisationId)
    .orderBy("region.code")
    .execute()
  return rows
    .filter((row) => isPartyKind(row.regionKind))
    .map(({ slug, regionName, provinceCode }) => ({ slug, regionName, provinceCode }))
}

/**
 * Starts a Kesepakatan Bersama between the region that the actor acts for and another one (KSDD), as a draft that
 * only his side sees, with the template's text filled from what he gave. Answers its public code.
 * Refuses (invalid) unless both are verified governments of regions that can be party to regional cooperation.
 * The same form sent again (its `id` tells) starts nothing and answers the code of what it started.
 */
export async function startAgreement(ctx: Ctx, input: StartInput): Promise<string> {
  authorize(ctx.actor, "agreement.start")
  const acting = ctx.actor!.acting!
  const own = await governments(ctx).where("organisation.id", "=", acting.organisationId).executeTakeFirst()
  if (own?.status !== "verified" || !isPartyKind(own.regionKind)) throw invalid("agreement.notGovernment")
  const partner = await partnerOf(ctx, input.partner, own)

  const content = startingContent(input, own, partner)
  const columns = contentColumns(content)
  const now = newId()
  // Keys sort by their moment: one from the future would stand before all that come after it.
  const id = input.id !== undefined && input.id <= now ? input.id : now
  const code = newAgreementCode()
  return inTransaction(ctx.db, async (trx) => {
    const inserted = await trx
      .insertInto("agreement")
      .values({
        id,
        code,
        kind: "kesepakatan_bersama",
        title: content.title,
        status: agreementFlow.initial,
        versionNumber: 1,
        round: 0,
        place: content.place,
        signingDate: content.signingDate,
        periodFrom: content.periodFrom,
        periodUntil: content.periodUntil,
        createdBy: ctx.actor!.accountId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        proposedAt: null,
        proposedVersion: null,
        lockedAt: null,
        inForceAt: null,
        endedAt: null,
        endReason: "",
        demoSince: own.demoSince !== null || partner.demoSince !== null ? ctx.now : null,
      })
      .onConflict((taken) => taken.column("id").doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) return startedBefore(trx, ctx, id)
    await trx
      .insertInto("agreementParty")
      .values(
        [own, partner].map((government, index) => ({
          id: newId(),
          agreementId: id,
          ordinal: index === 0 ? (1 as const) : (2 as const),
          organisationId: government.id,
          regionCode: government.regionCode,
          number: "",
          numberedOn: null,
        })),
      )
      .execute()
    await trx
      .insertInto("agreementVersion")
      .values({
        id: newId(),
        agreementId: id,
        number: 1,
        ...columns,
        note: "",
        authorId: ctx.actor!.accountId,
        authorName: ctx.actor!.name,
        authorOrganisationId: own.id,
        createdAt: ctx.now,
      })
      .execute()
    await record(trx, ctx, {
      type: "agreement.started",
      subjectType: "agreement",
      subjectId: id,
      organisationId: own.id,
      data: { version: 1, sha256: columns.sha256 },
    })
    return code
  })
}

async function startedBefore(trx: Trx, ctx: Ctx, id: string): Promise<string> {
  const row = await trx
    .selectFrom("agreement")
    .select("code")
    .where("id", "=", id)
    .where("createdBy", "=", ctx.actor!.accountId)
    .executeTakeFirst()
  if (!row) throw conflict("stale")
  return row.code
}

async function partnerOf(ctx: Ctx, slug: string, own: Government): Promise<Government> {
  const refuse = (key: string) => invalid("form", { fields: { partner: [key] } })
  const partner = await governments(ctx).where("organisation.slug", "=", slug).executeTakeFirst()
  if (!partner) throw refuse("agreement.partnerNotGovernment")
  if (partner.id === own.id || partner.regionCode === own.regionCode) throw refuse("agreement.partnerIsOwn")
  if (!isPartyKind(partner.regionKind)) throw refuse("agreement.partnerNotEligible")
  if (partner.status !== "verified") throw refuse("agreement.partnerNotVerified")
  return partner
}

/**
 * The first version. Telephone numbers and mail addresses stay blank: those of an organisation's contact person are
 * not public, and whoever drafts decides which office's the paper names.
 */
function startingContent(input: StartInput, own: Government, partner: Government): DraftContent {
  const { title, place, signingDate, periodFrom, periodUntil } = input
  const slots: KesepakatanBersamaSlots = {
    pemerintahKesatu: governmentName(own.regionName),
    pemerintahKedua: governmentName(partner.regionName),
    objek: input.object,
    tujuan: input.purposes,
    ruangLingkup: input.scope,
    jangkaWaktu: termInWords(periodFrom, periodUntil),
    alamatKesatu: own.address,
    alamatKedua: partner.address,
  }
  return { title, place, signingDate, periodFrom, periodUntil, text: fillTemplate(kesepakatanBersama, slots) }
}

function termInWords(from: string | null, until: string | null): string {
  if (from === null || until === null) return ""
  const months = wholeMonths(from, until)
  return months === null ? countInWords(daysBetween(from, until), "hari") : periodInWords(months)
}
