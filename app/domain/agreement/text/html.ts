import type { Block, Inline } from "./tree.ts"

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Escapes text for element content and for quoted attribute values. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "")

function inlineHtml(part: Inline): string {
  if (part.kind === "break") return "<br>"
  const text = escapeHtml(part.text)
  const emphasised = part.emphasis ? `<em>${text}</em>` : text
  return part.strong ? `<strong>${emphasised}</strong>` : emphasised
}

const inlinesHtml = (children: readonly Inline[]): string => children.map(inlineHtml).join("")

/** An item that is one paragraph needs no `<p>` of its own. */
function itemHtml(blocks: readonly Block[]): string {
  const [first, ...rest] = blocks
  if (first?.kind === "paragraph" && rest.every((block) => block.kind !== "paragraph")) {
    return `<li>${inlinesHtml(first.children)}${bodyHtml(rest)}</li>`
  }
  return `<li>${bodyHtml(blocks)}</li>`
}

/**
 * HTML of a body, made of `p br strong em ol ul li` alone. `ol` carries its way of counting as a class
 * (`verse letter number subletter`) and its first value as `start`; style sheets give the markers their shape.
 */
export function bodyHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "paragraph") return `<p>${inlinesHtml(block.children)}</p>`
      const items = block.items.map(itemHtml).join("")
      if (block.kind === "unordered") return `<ul>${items}</ul>`
      const start = block.start === 1 ? "" : ` start="${block.start}"`
      return `<ol class="${block.style}"${start}>${items}</ol>`
    })
    .join("")
}
