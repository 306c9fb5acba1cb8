/** What a page says of itself before its text. */
export type FrontMatter = {
  /** One or two sentences, 40 to 200 characters: they stand under the heading and in search results. */
  readonly description: string
  /** The day on which somebody last changed what the page says. */
  readonly updated: string
  /** The page ends with how to reach the network's secretariat. */
  readonly contact: boolean
}

/** Splits a text into the block between two lines of `---` at its beginning, null where there is none, and the rest. */
export function splitFrontMatter(source: string): { readonly block: string | null; readonly body: string } {
  const found = /^---\n+([\s\S]*?)\n+---\n+/.exec(source)
  return found ? { block: found[1] ?? "", body: source.slice(found[0].length) } : { block: null, body: source }
}

/**
 * Reads the block of `name`: lines of `key: value`, where `description` and `updated` must be there and `contact: yes`
 * may be. Throws what is wrong with it, in words for whoever edited the file.
 */
export function readFrontMatter(name: string, block: string): FrontMatter {
  const refuse = (what: string) => new Error(`${name}: ${what}`)
  const values = new Map<string, string>()
  for (const line of block.split("\n")) {
    const [, key, value] = /^([a-z]+): +(.+?)\s*$/.exec(line) ?? []
    if (!key || !value) throw refuse(`"${line}" is no line of the form "key: value"`)
    if (!["description", "updated", "contact"].includes(key)) throw refuse(`"${key}" is not known here`)
    if (values.has(key)) throw refuse(`"${key}" stands there twice`)
    values.set(key, value)
  }
  const description = values.get("description") ?? ""
  if (description.length < 40 || description.length > 200)
    throw refuse(`the description has ${description.length} characters; write 40 to 200`)
  const updated = values.get("updated") ?? ""
  if (!isDay(updated)) throw refuse(`updated is "${updated}"; write a day such as 2026-11-26`)
  const contact = values.get("contact")
  if (contact !== undefined && contact !== "yes") throw refuse(`contact is "${contact}"; write yes or leave it out`)
  return { description, updated, contact: contact === "yes" }
}

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
