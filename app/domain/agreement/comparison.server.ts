import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { type HeadDifference, headDifference } from "./content.ts"
import { type Agreement, getAgreement } from "./queries.server.ts"
import { type ClauseDifference, textDifference } from "./text/difference.ts"
import { getVersions, listVersions, type Version, type VersionSummary } from "./versions.server.ts"

export type Comparison = {
  readonly agreement: Agreement
  /** All that the reader may choose from, newest first. */
  readonly versions: readonly VersionSummary[]
  readonly before: Version
  readonly after: Version
  readonly heads: readonly HeadDifference[]
  readonly clauses: readonly ClauseDifference[]
}

/**
 * Two versions word by word and clause by clause. Left out, `after` is the newest and `before` the one just older.
 * Not found for versions that the reader may not see.
 */
export async function compareVersions(
  ctx: Ctx,
  code: string,
  choice: { before?: number; after?: number },
): Promise<Comparison> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.read", agreement)
  const versions = await listVersions(ctx, agreement)
  const after = choice.after ?? versions[0]?.number ?? 0
  const before = choice.before ?? versions.find(({ number }) => number < after)?.number ?? after
  const found = await getVersions(ctx, agreement, [before, after])
  const [old, young] = [found.get(before)!, found.get(after)!]
  return {
    agreement,
    versions,
    before: old,
    after: young,
    heads: headDifference(old.content, young.content),
    clauses: textDifference(old.content.text, young.content.text),
  }
}
