import { type AgreementText, normaliseTitle } from "./clause.ts"

/** Values for the `{{names}}` of a template. A list fills a line of its own and becomes numbered items. */
export type Slots = Readonly<Record<string, string | readonly string[]>>

/** A clause as a template offers it, with where its wording comes from. */
export type TemplateClause = {
  readonly key: string
  readonly title: string
  readonly body: string
  readonly source: string
}

/** The sentences around the clauses; they are filled from the facts of the document when it is shown or printed. */
export type AgreementFrame = {
  readonly heading: string
  readonly between: string
  readonly and: string
  readonly about: string
  readonly number: string
  /** Slots: `tanggal`, `tanggalAngka`, `tempat`. */
  readonly opening: string
  /** Slots: `jabatan`, `alamat`, `pemerintah`, `sebutan`. */
  readonly party: string
  /** Replaces `party` where the address is not known. */
  readonly partyWithoutSeat: string
  /** After the first and after the last party. */
  readonly partyEnd: readonly [string, string]
  readonly joint: string
  /** Replaces `joint` when the text begins without considerations. */
  readonly jointAgreed: string
  readonly agreed: string
  readonly article: string
}

export type AgreementTemplate = {
  readonly kind: string
  readonly name: string
  readonly source: string
  readonly frame: AgreementFrame
  readonly clauses: readonly TemplateClause[]
}

/** What stands where a fact is not known yet: a line to fill in. */
export const blank = "………………"

const slot = /\{\{([a-zA-Z]+)\}\}/g

/** Makes a value literal inside a body: one line, nothing in it that the Markdown subset would read as markup. */
export const literal = (value: string): string =>
  normaliseTitle(value)
    .replace(/[*\\]/g, "\\$&")
    .replace(/^([-+]|\d{1,9}[.)])(?=\s|$)/, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`)

/** "a", "b", "c" → "a;", "b; dan", "c." each on a line, numbered: the way an enumeration is written in an article. */
function enumeration(values: readonly string[], indent: string): string {
  const last = values.length - 1
  return values
    .map((value, index) => {
      const end = index === last ? "." : index === last - 1 ? "; dan" : ";"
      return `${indent}${index + 1}. ${literal(value).replace(/[.;,]+$/, "")}${end}`
    })
    .join("\n")
}

const known = (slots: Slots, name: string): string | readonly string[] | undefined => {
  const value = Object.hasOwn(slots, name) ? slots[name] : undefined
  if (typeof value === "string") return value.trim() === "" ? undefined : value
  const items = value?.filter((item) => item.trim() !== "") ?? []
  return items.length > 0 ? items : undefined
}

function fillLine(line: string, slots: Slots): string {
  const [, indent = "", alone] = /^( *)\{\{([a-zA-Z]+)\}\}$/.exec(line) ?? []
  const list = alone === undefined ? undefined : known(slots, alone)
  if (list !== undefined && typeof list !== "string") return enumeration(list, indent)
  return line.replace(slot, (_, name: string) => {
    const value = known(slots, name)
    if (value === undefined) return blank
    return literal(typeof value === "string" ? value : value.join(", "))
  })
}

/**
 * Fills a sentence or a body, line by line. Values go in as literal text and are never read for slots or markup
 * again; unknown or empty slots become a blank to fill in.
 */
export const fillSlots = (source: string, slots: Slots): string =>
  source
    .split("\n")
    .map((line) => fillLine(line, slots))
    .join("\n")

/** The starting text of an agreement: the template's clauses with what is already known filled in. */
export const fillTemplate = (template: AgreementTemplate, slots: Slots): AgreementText => ({
  clauses: template.clauses.map(({ key, title, body }) => ({ key, title, body: fillSlots(body, slots) })),
})

/** Names of the slots that `fillTemplate` would leave blank, in order of appearance, each once. */
export function openSlots(template: AgreementTemplate, slots: Slots): string[] {
  const names = template.clauses.flatMap((clause) => [...clause.body.matchAll(slot)].map((match) => match[1] ?? ""))
  return [...new Set(names)].filter((name) => known(slots, name) === undefined)
}
