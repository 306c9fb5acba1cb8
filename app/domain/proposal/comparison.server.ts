import { bodyDifference, type Run, wordDifference } from "../agreement/text/difference.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import type { Contribution, VersionContent, WordName } from "./content.ts"
import { wordNames } from "./content.ts"
import { getProposal, type Proposal } from "./queries.server.ts"
import { getVersions, listVersions, type Version, type VersionSummary } from "./versions.server.ts"

export type WordChange = { readonly name: WordName; readonly runs: readonly Run[] }

/** How one contribution fared between two versions. */
export type ContributionChange = {
  readonly key: string
  readonly status: "changed" | "added" | "removed"
  readonly before: Contribution | null
  readonly after: Contribution | null
  readonly description: readonly Run[]
}

/** What was added to a list and what was taken out of it, by name. */
export type ListChange = { readonly added: readonly string[]; readonly removed: readonly string[] }

export type VersionChanges = {
  readonly words: readonly WordChange[]
  readonly contributions: readonly ContributionChange[]
  readonly partners: ListChange
  readonly files: ListChange
}

/** The differences between two versions, word by word; rows are paired by key, files by their bytes. */
export function versionChanges(before: VersionContent, after: VersionContent): VersionChanges {
  const keys = [...new Set([...after.contributions, ...before.contributions].map(({ key }) => key))]
  return {
    words: wordNames
      .filter((name) => before[name] !== after[name])
      .map((name) => ({
        name,
        runs: (name === "plan" ? bodyDifference : wordDifference)(before[name], after[name]),
      })),
    contributions: keys.flatMap((key): ContributionChange[] => {
      const old = before.contributions.find((row) => row.key === key) ?? null
      const young = after.contributions.find((row) => row.key === key) ?? null
      if (old && young && JSON.stringify(old) === JSON.stringify(young)) return []
      return [
        {
          key,
          status: old ? (young ? "changed" : "removed") : "added",
          before: old,
          after: young,
          description: wordDifference(old?.description ?? "", young?.description ?? ""),
        },
      ]
    }),
    partners: listChange(
      before.partners,
      after.partners,
      ({ organisationId, part }) => `${organisationId} ${part}`,
      partnerLine,
    ),
    files: listChange(
      before.files,
      after.files,
      ({ sha256 }) => sha256,
      ({ name }) => name,
    ),
  }
}

const partnerLine = ({ name, part }: { name: string; part: string }): string => `${name}: ${part}`

function listChange<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
  nameOf: (entry: T) => string,
): ListChange {
  const lacking = (list: readonly T[], entry: T) => !list.some((other) => keyOf(other) === keyOf(entry))
  return {
    added: after.filter((entry) => lacking(before, entry)).map(nameOf),
    removed: before.filter((entry) => lacking(after, entry)).map(nameOf),
  }
}

export type Comparison = {
  readonly proposal: Proposal
  /** All that the reader may choose from, newest first. */
  readonly versions: readonly VersionSummary[]
  readonly before: Version
  readonly after: Version
  readonly changes: VersionChanges
}

/**
 * Two submitted versions. Left out, `after` is the newest and `before` the one just older. Not found where there is
 * no such version, and before the first submission.
 */
export async function compareVersions(
  ctx: Ctx,
  code: string,
  choice: { before?: number | undefined; after?: number | undefined },
): Promise<Comparison> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.read", proposal)
  const versions = await listVersions(ctx, proposal)
  const after = choice.after ?? versions[0]?.number ?? 0
  const before = choice.before ?? versions.find(({ number }) => number < after)?.number ?? after
  const found = await getVersions(ctx, proposal, [before, after])
  const [old, young] = [found.get(before)!, found.get(after)!]
  return { proposal, versions, before: old, after: young, changes: versionChanges(old.content, young.content) }
}
