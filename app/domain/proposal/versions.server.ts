import { createHash } from "node:crypto"
import { z } from "zod"
import type { Db } from "#db/connection.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { type VersionContent, valuations } from "./content.ts"
import { contributionKinds } from "./kinds.ts"
import type { Proposal } from "./queries.server.ts"

const storedVersion = z.object({
  title: z.string(),
  summary: z.string(),
  plan: z.string(),
  periodFrom: z.string(),
  periodUntil: z.string(),
  contributions: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(contributionKinds),
      description: z.string(),
      valued: z.enum(valuations),
      amount: z.number().nullable(),
    }),
  ),
  files: z.array(
    z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number(), sha256: z.string() }),
  ),
  partners: z.array(z.object({ organisationId: z.string(), name: z.string(), part: z.string() })),
})

/** The columns of a version row: its content in one spelling, and the SHA-256 (hex) over it. */
export function versionColumns(content: VersionContent): { content: string; sha256: string } {
  const text = JSON.stringify(storedVersion.parse(content))
  return { content: text, sha256: createHash("sha256").update(text, "utf8").digest("hex") }
}

/** The content of a version row. Throws where the database holds something else: that is no refusal. */
export const readVersion = (json: string): VersionContent => storedVersion.parse(JSON.parse(json))

export type VersionSummary = {
  readonly number: number
  readonly sha256: string
  readonly authorName: string
  readonly createdAt: string
}

/** What was submitted, newest first, without its text. */
export const listVersions = (ctx: Ctx, proposal: Pick<Proposal, "id">): Promise<VersionSummary[]> =>
  ctx.db
    .selectFrom("proposalVersion")
    .select(["proposalVersion.number", "proposalVersion.sha256", "proposalVersion.createdAt"])
    .select("proposalVersion.authorName")
    .where("proposalVersion.proposalId", "=", proposal.id)
    .orderBy("proposalVersion.number", "desc")
    .execute()

export type Version = VersionSummary & { readonly content: VersionContent }

/** Some versions with their text, by number. Not found where one is missing. */
export async function getVersions(
  ctx: Ctx,
  proposal: Pick<Proposal, "id" | "versionNumber">,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Version>> {
  const wanted = [...new Set(numbers)]
  if (wanted.some((number) => !Number.isInteger(number) || number < 1 || number > proposal.versionNumber))
    throw notFound()
  const rows = await ctx.db
    .selectFrom("proposalVersion")
    .select(["proposalVersion.number", "proposalVersion.sha256", "proposalVersion.createdAt"])
    .select(["proposalVersion.authorName", "proposalVersion.content"])
    .where("proposalVersion.proposalId", "=", proposal.id)
    .where("proposalVersion.number", "in", wanted)
    .execute()
  if (rows.length !== wanted.length) throw notFound()
  return new Map(rows.map((row) => [row.number, { ...row, content: readVersion(row.content) }]))
}

/** One version with its text. */
export async function getVersion(
  ctx: Ctx,
  proposal: Pick<Proposal, "id" | "versionNumber">,
  number: number,
): Promise<Version> {
  return (await getVersions(ctx, proposal, [number])).get(number)!
}

/** The contents of everything that was submitted. */
export async function versionContents(db: Db, proposalId: string): Promise<VersionContent[]> {
  const rows = await db
    .selectFrom("proposalVersion")
    .select("content")
    .where("proposalId", "=", proposalId)
    .orderBy("number")
    .execute()
  return rows.map(({ content }) => readVersion(content))
}
