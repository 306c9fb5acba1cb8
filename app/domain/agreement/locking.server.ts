import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { newVerifyCode } from "../signature/verify-code.ts"
import { agreementFlow } from "./flow.ts"
import { lockObstacles } from "./lock-obstacles.ts"
import { notify } from "./notice.server.ts"
import { printedDocument } from "./printed-document.ts"
import { type Agreement, assertSeen, getAgreement, sidesOf } from "./queries.server.ts"
import { type Signatory, signatoriesOf } from "./signatories.server.ts"
import { getVersion } from "./versions.server.ts"

/**
 * Locks the agreed text: renders it to PDF with both numbers, the place, the date and the signature blocks, and opens
 * it for signing. From here on nobody changes a word of it; an error found before the first seal voids the lock.
 * The file is rendered and durable before the transaction begins, so a crash between leaves an orphan file and no
 * row. Refuses (conflict) with the first thing that is missing: a number, a place, a date, the term, a usable mandate.
 */
export async function lockAgreement(ctx: Ctx, code: string, seen: { lockVersion: number }): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.lock", agreement)
  const { own } = sidesOf(agreement)
  const status = next(agreementFlow, agreement.status, "lock")
  assertSeen(agreement, seen.lockVersion)
  const signatories = await signatoriesOf(ctx.db, agreement, ctx.now)
  refuseObstacles(agreement, signatories)

  const version = await getVersion(ctx, agreement, agreement.versionNumber)
  const verifyCode = newVerifyCode()
  const input = printedDocument(agreement, version.content, signatories, {
    verifyCode,
    verifyUrl: `${ctx.settings.appUrl}/v/${verifyCode}`,
    demo: ctx.settings.demo || agreement.demoSince !== null,
    createdAt: ctx.now,
  })
  const rendered = await ctx.workshop.render(input)
  const sha256 = await ctx.files.put(rendered.pdf)

  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, seen.lockVersion)
    // Mandates and organisations are aggregates of their own: rendering took a while, so they are looked at again.
    const today = await signatoriesOf(trx, agreement, ctx.now)
    const same = agreement.partyOrganisationIds.every(
      (id) => today.get(id)?.mandateId === signatories.get(id)?.mandateId,
    )
    if (!same) throw conflict("stale")
    const round = agreement.round + 1
    const documentId = newId()
    await trx
      .insertInto("agreementDocument")
      .values({
        id: documentId,
        agreementId: agreement.id,
        round,
        versionNumber: agreement.versionNumber,
        verifyCode,
        pages: rendered.pages,
        input: JSON.stringify(input),
        createdAt: ctx.now,
        voidedAt: null,
        voidReason: "",
      })
      .execute()
    await trx
      .insertInto("agreementRevision")
      .values({
        id: newId(),
        documentId,
        agreementId: agreement.id,
        ordinal: 0,
        sha256,
        size: rendered.pdf.byteLength,
        createdAt: ctx.now,
      })
      .execute()
    await trx
      .updateTable("agreement")
      .set({ status, round, lockedAt: ctx.now, updatedAt: ctx.now })
      .where("id", "=", agreement.id)
      .execute()
    await record(trx, ctx, {
      type: "agreement.locked",
      subjectType: "agreement",
      subjectId: agreement.id,
      organisationId: own.organisationId,
      data: { version: agreement.versionNumber, round, sha256 },
    })
    await notify(
      trx,
      ctx,
      {
        organisationIds: agreement.partyOrganisationIds,
        accountIds: [...signatories.values()].map(({ accountId }) => accountId),
      },
      "agreement-locked",
      { title: agreement.title, code },
    )
  })
}

function refuseObstacles(agreement: Agreement, signatories: ReadonlyMap<string, Signatory>): void {
  const [first] = lockObstacles(agreement, signatories)
  if (first) throw conflict(first.key, first.region === undefined ? {} : { region: first.region })
}
