import type { LocalDate } from "../kernel/clock.ts"
import { unprintableCharacters } from "./document/coverage.ts"
import type { AgreementDocument } from "./document/document.ts"
import { longerThan, type VersionParticulars } from "./particulars.ts"
import type { AgreementSettings } from "./settings.server.ts"
import { minimumFindings } from "./text/minimum.ts"

/** Something about a text that its approvers should look at again. None of it keeps them from going on. */
export type LockWarning =
  | { readonly kind: "minimumMissing" | "minimumEmpty"; readonly title: string; readonly source: string }
  | { readonly kind: "longPeriod"; readonly months: number; readonly source: string }
  | { readonly kind: "blanks"; readonly titles: readonly string[] }
  | { readonly kind: "unprintable"; readonly characters: readonly string[] }
  | { readonly kind: "datePassed"; readonly date: LocalDate }

// What people leave to be filled in by hand: a row of dots, of ellipses or of underscores.
const blankLine = /…{2,}|\.{5,}|_{4,}/

/** What the approvers of a text should know before it is printed, on the day `today`. */
export function lockWarnings(
  document: Pick<AgreementDocument, "title" | "place" | "clauses" | "parties">,
  particulars: VersionParticulars,
  settings: AgreementSettings,
  today: LocalDate,
): LockWarning[] {
  const { clauses } = document
  const { signingDate, periodFrom, periodUntil } = particulars
  const { months, source } = settings.longestPeriod
  const sourceOf = (key: string) => settings.minimumClauses.find((clause) => clause.key === key)?.source ?? ""
  const blanks = clauses.filter(({ title, body }) => blankLine.test(body) || blankLine.test(title))
  const characters = unprintableCharacters(printedWords(document))
  return [
    ...minimumFindings({ clauses }, settings.minimumClauses).map(
      ({ key, title, problem }): LockWarning => ({
        kind: problem === "missing" ? "minimumMissing" : "minimumEmpty",
        title,
        source: sourceOf(key),
      }),
    ),
    ...(blanks.length > 0 ? [{ kind: "blanks" as const, titles: blanks.map(({ title }) => title) }] : []),
    ...(periodFrom && periodUntil && longerThan(periodFrom, periodUntil, months)
      ? [{ kind: "longPeriod" as const, months, source }]
      : []),
    ...(signingDate && signingDate < today ? [{ kind: "datePassed" as const, date: signingDate }] : []),
    ...(characters.length > 0 ? [{ kind: "unprintable" as const, characters }] : []),
  ]
}

const printedWords = ({ title, place, clauses, parties }: Parameters<typeof lockWarnings>[0]): string =>
  [
    title,
    place ?? "",
    ...clauses.flatMap((clause) => [clause.title, clause.body]),
    ...parties.flatMap((party) => [party.regionName, party.office, party.holder, party.address, party.number]),
  ].join("\n")
