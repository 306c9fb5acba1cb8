import type { AgreementBasis } from "#app/domain/initiative/basis.server.ts"
import type { Translator } from "#app/i18n/messages.ts"

/** The name under which a form says on which agreement and article an initiative stands: "KB-…", "KB-…|key" or "". */
export const basisName = "basis"

export const basisValue = (agreement: string | null, clause: string): string =>
  agreement === null ? "" : clause === "" ? agreement : `${agreement}|${clause}`

/** Writes the choice into the two fields that the schema reads. */
export function splitBasis(form: FormData): void {
  const value = form.get(basisName)
  const [agreement = "", clause = ""] = typeof value === "string" ? value.split("|") : []
  form.set("agreement", agreement)
  form.set("clause", clause)
}

/** The agreements and their articles as the choices of a field. */
export const basisOptions = (t: Translator, agreements: readonly AgreementBasis[]) => [
  { group: t("initiative.basis.none"), options: [{ value: "", label: t("initiative.basis.noneLabel") }] },
  ...agreements.map(({ code, title, clauses }) => ({
    group: title,
    options: [
      { value: code, label: t("initiative.basis.whole") },
      ...clauses.map(({ key, article, title: heading }) => ({
        value: basisValue(code, key),
        label: t("programme.article", { article, title: heading }),
      })),
    ],
  })),
]
