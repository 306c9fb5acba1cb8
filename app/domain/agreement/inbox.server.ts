import type { AgreementStatus } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { partiesOf, visibleAgreements } from "./queries.server.ts"
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
    .innerJoin("agreementVersion as version", (join) =>
      join.onRef("version.agreementId", "=", "agreement.id").onRef("version.number", "=", "agreement.versionNumber"),
    )
    .selectAll("agreement")
    .select(["version.authorOrganisationId", "version.createdAt as versionAt"])
    .where("agreement.status", "in", liveStates)
    .orderBy("agreement.updatedAt", "desc")
    .limit(mostAgreements)
    .execute()
  if (rows.length === 0) return []

  const ids = rows.map(({ id }) => id)
  const parties = await partiesOf(ctx.db, ids)
  const approvals = await ctx.db
    .selectFrom("agreementApproval")
    .select(["agreementId", "versionNumber", "organisationId", "createdAt"])
    .where("agreementId", "in", ids)
    .execute()
  const seals = await ctx.db
    .selectFrom("signature")
    .innerJoin("agreementDocument", "agreementDocument.id", "signature.documentId")
    .select(["signature.partyId"])
    .where("signature.agreementId", "in", ids)
    .where("agreementDocument.voidedAt", "is", null)
    .execute()
  const signatories = await signatoriesOf(
    ctx.db,
    { kind: "kesepakatan_bersama", partyOrganisationIds: [acting.organisationId] },
    ctx.now,
  )
  const sign = signatories.get(acting.organisationId)?.accountId === ctx.actor.accountId

  const entries = rows.flatMap((row): InboxEntry[] => {
    const sides = parties.filter(({ agreementId }) => agreementId === row.id)
    const own = sides.find(({ organisationId }) => organisationId === acting.organisationId)!
    const other = sides.find(({ id }) => id !== own.id)!
    const current = approvals.filter(
      (approval) => approval.agreementId === row.id && approval.versionNumber === row.versionNumber,
    )
    const kind = taskOf(
      {
        ...row,
        versionByOwnSide: row.authorOrganisationId === own.organisationId,
        ownApproved: current.some(({ organisationId }) => organisationId === own.organisationId),
        ownNumbered: own.number !== "",
        otherNumbered: other.number !== "",
        ownSealed: seals.some(({ partyId }) => partyId === own.id),
      },
      rightsOf(ctx.actor, { partyOrganisationIds: sides.map(({ organisationId }) => organisationId) }, sign),
    )
    if (kind === null) return []
    const since: Record<TaskKind, string> = {
      finish: row.updatedAt,
      approve: latest(row.versionAt, row.proposedAt, ...current.map(({ createdAt }) => createdAt)),
      read: latest(row.versionAt, row.proposedAt),
      number: latest(row.versionAt, ...current.map(({ createdAt }) => createdAt)),
      complete: latest(row.versionAt, ...current.map(({ createdAt }) => createdAt)),
      lock: row.updatedAt,
      sign: row.lockedAt ?? row.updatedAt,
    }
    const wanted = row.signingDate !== null && ["number", "complete", "lock", "sign"].includes(kind)
    return [
      {
        kind: `agreement.${kind}`,
        title: row.title,
        values: { region: other.regionName, version: String(row.versionNumber) },
        ids: { code: row.code },
        since: since[kind],
        ...(wanted ? { due: row.signingDate! } : {}),
      },
    ]
  })
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

const latest = (...instants: (string | null)[]): string =>
  instants.reduce<string>((last, instant) => (instant !== null && instant > last ? instant : last), "")
