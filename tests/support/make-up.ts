import { createHash } from "node:crypto"
import type { HtmlElement } from "html-validate"

/** Attributes whose words decide how an element is read or drawn; of all others only their presence counts. */
const telling = new Set(
  "class role type lang dir scope tabindex hidden popover open disabled required colspan rowspan http-equiv rel target autofocus".split(
    " ",
  ),
)
/** Attributes that name other elements by their ids. */
const referring = new Set(["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"])

/**
 * What a page is made of, without its words: two pages of one make-up differ only in text, addresses and in how many
 * like entries follow each other, so whatever is wrong with the markup of one is wrong with the other. Without
 * `languages` a page and its translation are of one make-up.
 */
export function makeUpOf(tree: HtmlElement, { languages = true }: { readonly languages?: boolean } = {}): string {
  const ids = new Set(tree.querySelectorAll("[id]").map((element) => element.getAttributeValue("id")))
  const attribute = (name: string, value: string | null): string => {
    if (name === "lang" && !languages) return ""
    if (telling.has(name) || (name.startsWith("aria-") && !referring.has(name) && name !== "aria-label"))
      return `${name}=${value ?? ""}`
    if (referring.has(name))
      return `${name}=${(value ?? "").split(/\s+/).map((id) => (ids.has(id) ? "there" : "missing"))}`
    if (name === "href" && value?.startsWith("#")) return `href=#${ids.has(value.slice(1)) ? "there" : "missing"}`
    return value ? name : `${name}=`
  }
  const digest = (element: HtmlElement): string => {
    const attributes = element.attributes.map(({ key, value }) =>
      attribute(key.toLowerCase(), value?.toString() ?? null),
    )
    const entries = ["ul", "ol", "dl", "tbody", "select"].includes(element.tagName)
    const parts: string[] = []
    for (const node of element.childNodes) {
      const child = node as HtmlElement
      const part = child.nodeType === 1 ? digest(child) : node.textContent.trim() ? "text" : ""
      if (part && part !== parts.at(-1) && !(entries && parts.includes(part))) parts.push(part)
    }
    const whole = `${element.tagName}[${attributes.sort().join(";")}](${parts.join(",")})`
    return createHash("sha256").update(whole).digest("base64url").slice(0, 16)
  }
  return digest(tree)
}
