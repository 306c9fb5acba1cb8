import type { Faults } from "#app/domain/proposal/draft.server.ts"
import { errorText, fieldId } from "#app/http/form.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { Anchor } from "#app/ui/index.ts"

/** What keeps a draft from being submitted, each with the way to its field on the page `href`. */
export function DraftFaults({ faults, href }: { faults: Faults; href: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <ul className="points">
      {Object.entries(faults).map(([name, keys]) => (
        <li key={name}>
          <Anchor href={`${href}#${fieldId(name)}`}>{fieldName(t, name)}</Anchor>:{" "}
          {keys.map((key) => errorText(locale, key)).join(" ")}
        </li>
      ))}
    </ul>
  )
}

/** A field of the drafting form by its name, in the reader's language. */
function fieldName(t: ReturnType<typeof useT>, name: string): string {
  const row = name.match(/^(contributions|answers)\[(\d+)\]\.(\w+)$/)
  const number = Number(row?.[2] ?? 0) + 1
  if (row?.[1] === "answers") return t("proposal.fault.answer", { number })
  if (row)
    return t("proposal.fault.contribution", {
      number,
      field: t(`proposal.content.${row[3] === "valued" ? "valuation" : (row[3] as "kind")}`),
    })
  if (name.startsWith("answers")) return t("proposal.point.title")
  return t(`proposal.content.${name as "title"}`)
}
