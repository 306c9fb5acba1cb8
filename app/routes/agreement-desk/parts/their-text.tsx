import { useT } from "#app/i18n/react.tsx"
import type { TheirClause } from "./draft-fields.ts"

const kinds = ["changed", "removedByThem", "restored"] as const

/** What the other side wrote to a clause that both changed, beside one's own. */
export function TheirText({ theirs }: { theirs: TheirClause }) {
  const t = useT()
  const kind = kinds.find((known) => known === theirs.kind) ?? "changed"
  return (
    <div className="drafting__their-text">
      <p className="drafting__theirs">{t(`agreement.stale.${kind}`)}</p>
      {kind === "changed" ? (
        <>
          <h4>{t("agreement.stale.theirs")}</h4>
          <p lang="id">
            <strong>{theirs.title}</strong>
          </p>
          <div lang="id" className="whitespace-pre-wrap">
            {theirs.body}
          </div>
        </>
      ) : null}
    </div>
  )
}
