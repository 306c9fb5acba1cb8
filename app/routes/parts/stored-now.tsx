import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { DefinitionList, Notice } from "#app/ui/index.ts"

type Props = {
  form: ReturnType<typeof useFormState>
  /** What is stored now, by field name, as the form would send it. */
  stored: Readonly<Record<string, string>>
  labels: Readonly<Record<string, string>>
  /** Words for a stored value where it is a code. */
  words?: (name: string, value: string) => string
}

/** After a stale save: what somebody else has stored meanwhile and this form would overwrite. */
export function StoredNow({ form, stored, labels, words = (_name, value) => value }: Props) {
  const t = useT()
  if (form.refusal?.key !== "stale") return null
  const typed = (name: string) => (form.values?.[name]?.[0] ?? "").replaceAll("\r\n", "\n").trim()
  const differing = Object.entries(stored).filter(([name, value]) => typed(name) !== value)
  return (
    <Notice kind="warning" title={t("organisation.edit.storedNow")}>
      {differing.length === 0 ? (
        t("organisation.edit.storedSame")
      ) : (
        <DefinitionList
          items={differing.map(([name, value]) => ({
            key: name,
            term: labels[name] ?? name,
            value: value === "" ? "–" : <span className="whitespace-pre-line">{words(name, value)}</span>,
          }))}
        />
      )}
    </Notice>
  )
}
