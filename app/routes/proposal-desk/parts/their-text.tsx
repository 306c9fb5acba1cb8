import { contributionKinds } from "#app/domain/proposal/kinds.ts"
import { useT } from "#app/i18n/react.tsx"

/** What the other author wrote to a part that both changed. */
export type TheirPart = {
  readonly part: string
  readonly kind: "changed" | "removedByThem" | "restored"
  readonly theirs: string | { readonly kind: string; readonly description: string; readonly amount: string } | null
}

/** Reads what a form carried of them; anything else reads as none. */
export function readTheirs(carried: string): readonly TheirPart[] {
  try {
    const value: unknown = JSON.parse(carried)
    return Array.isArray(value) ? value.filter(isTheirPart) : []
  } catch {
    return []
  }
}

function isTheirPart(value: unknown): value is TheirPart {
  const { part, kind, theirs } = (value ?? {}) as Partial<TheirPart>
  const row = theirs as { kind?: unknown; description?: unknown; amount?: unknown } | string | null | undefined
  return (
    typeof part === "string" &&
    ["changed", "removedByThem", "restored"].includes(kind ?? "") &&
    (row === null ||
      typeof row === "string" ||
      (typeof row === "object" && [row.kind, row.description, row.amount].every((text) => typeof text === "string")))
  )
}

/** It stands below one's own text, so that the writer decides on both. */
export function TheirText({ theirs, part }: { theirs: readonly TheirPart[]; part: string }) {
  const t = useT()
  const found = theirs.find((one) => one.part === part)
  if (!found) return null
  const { kind, theirs: text } = found
  return (
    <div className="drafting__their-text">
      <p className="drafting__theirs">{t(`proposal.stale.${kind}`)}</p>
      {kind !== "changed" || text === null ? null : (
        <div lang="id" className="whitespace-pre-wrap">
          {typeof text === "string" ? text || "–" : rowText(t, text)}
        </div>
      )}
    </div>
  )
}

function rowText(
  t: ReturnType<typeof useT>,
  { kind, description, amount }: Exclude<TheirPart["theirs"], string | null>,
): string {
  const known = contributionKinds.find((one) => one === kind)
  return [known ? t(`proposal.kind.${known}`) : "", description, amount].filter(Boolean).join(" · ")
}
