import { sql } from "kysely"
import type { Db } from "#db/connection.ts"
import type { AgreementStatus } from "#db/schema.ts"
import type { Instant, LocalDate } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { knownCode } from "../signature/code-check.server.ts"
import { readAgreementCode } from "./codes.ts"
import { publicStates } from "./parties.ts"
import { partiesOf } from "./queries.server.ts"

/** Most agreements that one search shows. */
const mostFound = 20

export type FoundAgreement = {
  readonly code: string
  readonly title: string
  readonly status: AgreementStatus
  readonly inForceAt: Instant | null
  readonly parties: readonly { readonly name: string; readonly number: string }[]
}

/**
 * What somebody typed to find an agreement: the code beside a QR leads to its document; otherwise the public agreements
 * whose code it is, or of whose numbers it is a part, newest first. Agreements that are not public are not found.
 */
export async function lookUp(
  ctx: Ctx,
  typed: string,
): Promise<{ verifyCode: string } | { found: readonly FoundAgreement[]; more: boolean }> {
  authorize(ctx.actor, "document.verify")
  const verifyCode = await knownCode(ctx, typed)
  if (verifyCode) return { verifyCode }
  const code = readAgreementCode(typed)
  const pattern = `%${typed.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`
  const rows = await ctx.db
    .selectFrom("agreement")
    .select(["id", "code", "title", "status", "inForceAt"])
    .where("status", "in", publicStates)
    .where((eb) =>
      eb.or([
        ...(code ? [eb("code", "=", code)] : []),
        eb.exists(
          eb
            .selectFrom("agreementParty")
            .select("agreementParty.id")
            .whereRef("agreementParty.agreementId", "=", "agreement.id")
            .where(sql<boolean>`lower(agreement_party.number) like ${pattern} escape '\\'`),
        ),
      ]),
    )
    .orderBy("inForceAt", "desc")
    .orderBy("id", "desc")
    .limit(mostFound + 1)
    .execute()
  const shown = rows.slice(0, mostFound)
  const parties = await partiesOf(
    ctx.db,
    shown.map(({ id }) => id),
  )
  return {
    more: rows.length > mostFound,
    found: shown.map(({ id, ...row }) => ({
      ...row,
      parties: parties
        .filter(({ agreementId }) => agreementId === id)
        .map(({ organisationName, number }) => ({ name: organisationName, number })),
    })),
  }
}

/** How a document stands: `superseded` was voided before it was sealed, and a later one of the same agreement is public. */
export type DocumentState = "in_force" | "lapsed" | "signing" | "voided" | "superseded" | "declined"

/** What the code beside a document's QR tells everybody. */
export type CheckedAgreement = {
  readonly kind: "agreement"
  readonly verifyCode: string
  readonly state: DocumentState
  /** When it came into this state. */
  readonly since: Instant
  readonly sealed: number
  readonly complete: number
  readonly demo: boolean
  /** The agreement's facts, once it is public; before that nothing of them is told to whoever only has a code. */
  readonly agreement: PublicFacts | null
  /** Code of the public agreement whose valid document is another one. */
  readonly supersededBy: string | null
}

export type PublicFacts = {
  readonly code: string
  readonly title: string
  readonly place: string
  readonly signingDate: LocalDate | null
  readonly periodFrom: LocalDate | null
  readonly periodUntil: LocalDate | null
  readonly inForceAt: Instant | null
  readonly pages: number
  readonly sha256: string
  readonly size: number
  readonly parties: readonly { readonly name: string; readonly number: string; readonly regionName: string }[]
  readonly seals: readonly { readonly name: string; readonly office: string; readonly signedAt: Instant }[]
}

/** The document of an agreement under a code as stored; null where there is none. */
export async function checkAgreementCode(ctx: Ctx, verifyCode: string): Promise<CheckedAgreement | null> {
  const row = await documentRow(ctx.db, verifyCode)
  if (!row) return null
  const isPublic = publicStates.includes(row.status)
  const { sealed, complete } = await sealCount(ctx, row)
  const { state, since } = stateOf(row, isPublic)
  return {
    kind: "agreement",
    verifyCode: row.verifyCode,
    state,
    since,
    sealed,
    complete,
    demo: row.demoSince !== null,
    agreement: state === "in_force" || state === "lapsed" ? await publicFacts(ctx, row) : null,
    supersededBy: state === "superseded" ? row.code : null,
  }
}

export const documentRow = (db: Db, verifyCode: string) =>
  db
    .selectFrom("agreementDocument")
    .innerJoin("agreement", "agreement.id", "agreementDocument.agreementId")
    .selectAll("agreement")
    .select([
      "agreementDocument.id as documentId",
      "agreementDocument.verifyCode",
      "agreementDocument.pages",
      "agreementDocument.voidedAt",
      "agreementDocument.createdAt as documentCreatedAt",
    ])
    .where("agreementDocument.verifyCode", "=", verifyCode)
    .executeTakeFirst()

type DocumentRow = NonNullable<Awaited<ReturnType<typeof documentRow>>>

function stateOf(row: DocumentRow, isPublic: boolean): { state: DocumentState; since: Instant } {
  if (row.voidedAt !== null) return { state: isPublic ? "superseded" : "voided", since: row.voidedAt }
  if (row.status === "in_force") return { state: "in_force", since: row.inForceAt ?? row.updatedAt }
  if (row.status === "signing") return { state: "signing", since: row.documentCreatedAt }
  return { state: row.status === "lapsed" ? "lapsed" : "declined", since: row.endedAt ?? row.updatedAt }
}

async function sealCount(ctx: Ctx, row: DocumentRow): Promise<{ sealed: number; complete: number }> {
  const seals = await ctx.db.selectFrom("signature").select("id").where("documentId", "=", row.documentId).execute()
  const parties = await ctx.db.selectFrom("agreementParty").select("id").where("agreementId", "=", row.id).execute()
  return { sealed: seals.length, complete: parties.length }
}

async function publicFacts(ctx: Ctx, row: DocumentRow): Promise<PublicFacts> {
  const file = await ctx.db
    .selectFrom("agreementRevision")
    .select(["sha256", "size"])
    .where("documentId", "=", row.documentId)
    .orderBy("ordinal", "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
  const seals = await ctx.db
    .selectFrom("signature")
    .select(["signerName as name", "office", "signedAt"])
    .where("documentId", "=", row.documentId)
    .orderBy("revisionOrdinal")
    .execute()
  const parties = await partiesOf(ctx.db, [row.id])
  const { code, title, place, signingDate, periodFrom, periodUntil, inForceAt, pages } = row
  return {
    ...{ code, title, place, signingDate, periodFrom, periodUntil, inForceAt, pages },
    ...file,
    seals,
    parties: parties.map(({ organisationName, number, regionName }) => ({
      name: organisationName,
      number,
      regionName,
    })),
  }
}
