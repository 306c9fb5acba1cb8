import type { AgreementStatus } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { visibleAgreements } from "./queries.server.ts"
import { rightsOf } from "./rights.server.ts"
import { signatoriesOf } from "./signatories.server.ts"
import { type TaskKind, taskOf } from "./task.ts"

const liveStates: readonly AgreementStatus[] = ["draft", "negotiation", "agreed", "signing"]

/** Agreements looked through for an inbox; whoever has more of them under way works from the list. */
const mostAgreements = 200

/** What waits for the reader in the agreements of the organisation he acts for, longest waiting first. */
export async function agreementInbox(ctx: Ctx): Promise<InboxEntry[]> {
  const acting = ctx.actor?.acting
  if (!acting) return []
  const rows = await visibleAgreements(ctx)
    .innerJoin("agreementParty as side", (join) =>
      join.onRef("side.agreementId", "=", "agreement.id").on("side.organisationId", "=", acting.organisationId),
    )
    .innerJoin("agreementParty as partner", (join) =>
      join.onRef("partner.agreementId", "=", "agreement.id").onRef("partner.id", "!=", "side.id"),
    )
    .innerJoin("region", "region.code", "partner.regionCode")
    .innerJoin("agreementVersion as version", (join) =>
      join.onRef("version.agreementId", "=", "agreement.id").onRef("version.number", "=", "agreement.versionNumber"),
    )
    .selectAll("agreement")
    .select(["version.authorOrganisationId", "version.createdAt as versionAt", "side.number as ownNumber"])
    .select(["partner.number as otherNumber", "partner.organisationId as otherId", "region.name as otherRegion"])
    .select((eb) => {
      const approvals = eb
        .selectFrom("agreementApproval as approval")
        .select((one) => one.fn.max("approval.createdAt").as("at"))
        .whereRef("approval.agreementId", "=", "agreement.id")
        .whereRef("approval.versionNumber", "=", "agreement.versionNumber")
      return [
        approvals.as("approvedAt"),
        approvals.where("approval.organisationId", "=", acting.organisationId).as("ownApprovedAt"),
        eb
          .selectFrom("signature")
          .innerJoin("agreementDocument", "agreementDocument.id", "signature.documentId")
          .select((one) => one.fn.max("signature.signedAt").as("at"))
          .whereRef("signature.partyId", "=", "side.id")
          .where("agreementDocument.voidedAt", "is", null)
          .as("ownSealedAt"),
      ]
    })
    .where("agreement.status", "in", liveStates)
    .orderBy("agreement.updatedAt", "desc")
    .limit(mostAgreements)
    .execute()
  const sign = rows.some(({ status }) => status === "signing") && (await signsFor(ctx, acting.organisationId))

  const entries = rows.flatMap((row): InboxEntry[] => {
    const kind = taskOf(
      {
        ...row,
        versionByOwnSide: row.authorOrganisationId === acting.organisationId,
        ownApproved: row.ownApprovedAt !== null,
        ownNumbered: row.ownNumber !== "",
        otherNumbered: row.otherNumber !== "",
        ownSealed: row.ownSealedAt !== null,
      },
      rightsOf(ctx.actor, { partyOrganisationIds: [acting.organisationId, row.otherId] }, sign),
    )
    if (kind === null) return []
    const since: Record<TaskKind, string> = {
      finish: row.updatedAt,
      approve: latest(row.versionAt, row.proposedAt, row.approvedAt),
      read: latest(row.versionAt, row.proposedAt),
      number: latest(row.versionAt, row.approvedAt),
      complete: latest(row.versionAt, row.approvedAt),
      lock: row.updatedAt,
      sign: row.lockedAt ?? row.updatedAt,
    }
    const wanted = row.signingDate !== null && ["number", "complete", "lock", "sign"].includes(kind)
    return [
      {
        kind: `agreement.${kind}`,
        title: row.title,
        values: { region: row.otherRegion, version: String(row.versionNumber) },
        ids: { code: row.code },
        since: since[kind],
        ...(wanted ? { due: row.signingDate! } : {}),
      },
    ]
  })
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

/** Whether the reader holds the mandate under which this organisation signs today. */
async function signsFor(ctx: Ctx, organisationId: string): Promise<boolean> {
  const side = { kind: "kesepakatan_bersama", partyOrganisationIds: [organisationId] } as const
  return (await signatoriesOf(ctx.db, side, ctx.now)).get(organisationId)?.accountId === ctx.actor?.accountId
}

const latest = (...instants: (string | null)[]): string =>
  instants.reduce<string>((last, instant) => (instant !== null && instant > last ? instant : last), "")
