import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import type { DraftContent } from "./content.ts"
import { readContent } from "./draft.server.ts"
import type { Agreement } from "./queries.server.ts"

/**
 * The first version that the reader may see: side 1 sees its own drafts, side 2 begins with the one it was shown.
 * Null where he acts for no party: versions are no part of the public register.
 */
export function firstVisibleVersion(agreement: Agreement): number | null {
  if (!agreement.own) return null
  return agreement.own.ordinal === 1 ? 1 : agreement.proposedVersion
}

/** Notes from the drafting time are for side 1 alone, that of the version which was then proposed among them. */
const noteFor = (agreement: Agreement, version: { number: number; note: string }): string =>
  agreement.own?.ordinal === 2 && version.number === agreement.proposedVersion ? "" : version.note

export type VersionSummary = {
  readonly number: number
  readonly sha256: string
  readonly note: string
  readonly authorName: string
  readonly authorOrganisationId: string
  readonly createdAt: string
}

/** The versions that the reader may see, newest first, without their text. */
export async function listVersions(ctx: Ctx, agreement: Agreement): Promise<VersionSummary[]> {
  const first = firstVisibleVersion(agreement)
  if (first === null) return []
  const rows = await ctx.db
    .selectFrom("agreementVersion")
    .select(["agreementVersion.number", "agreementVersion.sha256", "agreementVersion.note"])
    .select(["agreementVersion.authorName", "agreementVersion.authorOrganisationId", "agreementVersion.createdAt"])
    .where("agreementVersion.agreementId", "=", agreement.id)
    .where("agreementVersion.number", ">=", first)
    .orderBy("agreementVersion.number", "desc")
    .execute()
  return rows.map((row) => ({ ...row, note: noteFor(agreement, row) }))
}

export type Version = VersionSummary & { readonly content: DraftContent }

/** Some versions with their text, by number. Not found where one is missing or not for the reader's eyes. */
export async function getVersions(
  ctx: Ctx,
  agreement: Agreement,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Version>> {
  const first = firstVisibleVersion(agreement)
  const wanted = [...new Set(numbers)]
  if (
    first === null ||
    wanted.some((number) => !Number.isInteger(number) || number < first || number > agreement.versionNumber)
  )
    throw notFound()
  const rows = await ctx.db
    .selectFrom("agreementVersion")
    .selectAll("agreementVersion")
    .where("agreementVersion.agreementId", "=", agreement.id)
    .where("agreementVersion.number", "in", wanted)
    .execute()
  if (rows.length !== wanted.length) throw notFound()
  return new Map(
    rows.map((row) => [
      row.number,
      {
        number: row.number,
        sha256: row.sha256,
        note: noteFor(agreement, row),
        authorName: row.authorName,
        authorOrganisationId: row.authorOrganisationId,
        createdAt: row.createdAt,
        content: readContent(row),
      },
    ]),
  )
}

/** One version with its text. */
export async function getVersion(ctx: Ctx, agreement: Agreement, number: number): Promise<Version> {
  return (await getVersions(ctx, agreement, [number])).get(number)!
}
