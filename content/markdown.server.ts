import { Marked, type Tokens } from "marked"

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c)

/** Schemes a link may have; anything else (javascript:, data:, …) is shown as its text. */
const safeLink = (href: string): boolean => /^(https:\/\/|http:\/\/|mailto:|\/(?!\/)|#)/i.test(href.trim())

/** The fragment id of a heading: lower case words joined by hyphens. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")

/** The words of rendered Markdown, without its markup; blocks are apart by a line. */
export const plainText = (html: string): string =>
  html
    .replace(/<\/(p|li|h[1-6]|th|td|pre)>|<br>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
    )
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim()

/** A part of a text that has a heading of its own. */
export type Part = { readonly id: string; readonly title: string }

export type Rendered = {
  /** The first heading, which is taken out because the page draws it itself. */
  readonly title: string
  readonly html: string
  /** The headings of the second level, in order. */
  readonly parts: readonly Part[]
}

/**
 * Renders Markdown to HTML that is safe to place in a page: raw HTML becomes text, links keep only harmless schemes,
 * images are left out. `linkTo` turns an internal path into the reader's language. A heading that comes twice gets an
 * id of its own each time.
 */
export function renderMarkdown(source: string, linkTo: (path: string) => string = (path) => path): Rendered {
  let title = ""
  const parts: Part[] = []
  const ids = new Map<string, number>()
  const ownId = (text: string): string => {
    const id = headingId(text)
    const times = (ids.get(id) ?? 0) + 1
    ids.set(id, times)
    return times === 1 ? id : `${id}-${times}`
  }
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
      image: ({ text }: Tokens.Image) => escapeHtml(text),
      heading({ tokens, depth }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens)
        const plain = inner.replace(/<[^>]*>/g, "")
        const words = plain.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"')
        if (depth === 1 && title === "") {
          title = words
          return ""
        }
        const id = ownId(plain)
        if (depth === 2) parts.push({ id, title: words })
        return `<h${depth} id="${id}">${inner}</h${depth}>\n`
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens)
        if (!safeLink(href)) return inner
        const target = href.startsWith("/") ? linkTo(href) : href
        return `<a href="${escapeHtml(target)}">${inner}</a>`
      },
      table(token: Tokens.Table) {
        const labels = token.header.map(({ text }) => escapeHtml(text.replace(/[*_`]/g, "")))
        const heads = token.header.map(
          (cell) => `<th scope="col" role="columnheader">${this.parser.parseInline(cell.tokens)}</th>`,
        )
        // Where the place is narrow, rows become records: the first cell leads, the others name their column if they are several.
        const row = (cells: readonly Tokens.TableCell[]) =>
          cells.map((cell, column) => {
            const label = column === 0 || cells.length < 3 ? "" : ` data-label="${labels[column]}"`
            return `<td role="cell"${label}><div>${this.parser.parseInline(cell.tokens)}</div></td>`
          })
        const rows = token.rows.map((cells) => `<tr role="row">${row(cells).join("")}</tr>`)
        return `<div class="table-scroll" role="group" aria-label="${labels.join(", ")}" tabindex="0"><table role="table"><thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead><tbody role="rowgroup">${rows.join("")}</tbody></table></div>`
      },
      code: ({ text }: Tokens.Code) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`,
    },
  })
  const html = marked.parse(source, { async: false })
  return { title, html, parts }
}
