/** The fields of the last form on a page, as a browser would post them when no button is named. */
export function formFields(html: string): Record<string, string> {
  const form = html.slice(html.lastIndexOf("<form"), html.lastIndexOf("</form>"))
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name")
    if (name !== undefined) fields[name] = attribute(tag, "value") ?? ""
  }
  for (const [, tag = "", value = ""] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, "name")
    if (name !== undefined) fields[name] = plainText(value).replace(/^\n/, "")
  }
  return fields
}

/** The titles of the clauses in a form's fields, in their order. */
export const clauseTitles = (fields: Record<string, string>): string[] =>
  Object.keys(fields)
    .filter((name) => /^clauses\[\d+\]\.title$/.test(name))
    .map((name) => fields[name] ?? "")

const attribute = (tag: string, name: string): string | undefined => {
  const value = tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]
  return value === undefined ? undefined : plainText(value)
}

const plainText = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
