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

/**
 * Renders Markdown to HTML that is safe to place in a page: raw HTML becomes text, links keep only harmless schemes,
 * images are left out. `linkTo` turns an internal path into the reader's language; `title` is the first heading,
 * which is taken out because the page draws it itself.
 */
export function renderMarkdown(
  source: string,
  linkTo: (path: string) => string = (path) => path,
): { title: string; html: string } {
  let title = ""
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
      image: ({ text }: Tokens.Image) => escapeHtml(text),
      heading({ tokens, depth }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens)
        const plain = inner.replace(/<[^>]*>/g, "")
        if (depth === 1 && title === "") {
          title = plain.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"')
          return ""
        }
        return `<h${depth} id="${headingId(plain)}">${inner}</h${depth}>\n`
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens)
        if (!safeLink(href)) return inner
        const target = href.startsWith("/") ? linkTo(href) : href
        return `<a href="${escapeHtml(target)}">${inner}</a>`
      },
      table(token: Tokens.Table) {
        const row = (cells: Tokens.TableCell[], tag: "th" | "td") =>
          `<tr>${cells.map((cell) => `<${tag}${tag === "th" ? ' scope="col"' : ""}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("")}</tr>`
        const columns = token.header.map(({ text }) => text.replace(/[*_`]/g, "")).join(", ")
        return `<div class="table-scroll" role="group" aria-label="${escapeHtml(columns)}" tabindex="0"><table><thead>${row(token.header, "th")}</thead><tbody>${token.rows.map((cells) => row(cells, "td")).join("")}</tbody></table></div>`
      },
      code: ({ text }: Tokens.Code) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`,
    },
  })
  const html = marked.parse(source, { async: false })
  return { title, html }
}
