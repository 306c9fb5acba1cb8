import { notices as shippedNotices } from "#content/agreements/kesepakatan-bersama/notices.ts"
import type { Block, Inline } from "../text/tree.ts"
import { type ComposedClause, composeAgreement } from "./compose.ts"
import { printableText, unprintableCharacters } from "./coverage.ts"
import type { AgreementDocument } from "./document.ts"
import { breakLongWords, fullLine, invisible, line, narrowLine } from "./line.ts"
import { qrSvg } from "./qr.ts"

/** [characters, style]; style is the sum of 1 for bold and 2 for italic. Null is a line break. */
type DataInline = readonly [string, number] | null

/**
 * p(aragraph), o(rdered list) with Typst's numbering pattern, u(nordered list). `b` is the way lines are broken: the
 * best way takes too long on paragraphs of many pages.
 */
type DataBlock =
  | { readonly t: "p"; readonly b: "optimized" | "simple"; readonly c: readonly DataInline[] }
  | { readonly t: "o"; readonly n: string; readonly s: number; readonly i: readonly (readonly DataBlock[])[] }
  | { readonly t: "u"; readonly i: readonly (readonly DataBlock[])[] }

const patterns = { verse: "(1)", letter: "a.", number: "1.", subletter: "a)" } as const

const inlines = (children: readonly Inline[]): DataInline[] =>
  children.map((part) => {
    if (part.kind === "break") return null
    const text = breakLongWords(printableText(part.text.normalize("NFC").replace(invisible, "")), fullLine)
    return [text, (part.strong ? 1 : 0) + (part.emphasis ? 2 : 0)]
  })

/** Longer than any paragraph that people write; a page holds about 3,500 characters. */
const longestOptimized = 4_000

function lineBreaking(children: readonly DataInline[]): "optimized" | "simple" {
  const text = children.map((part) => part?.[0] ?? "").join("")
  return text.length > longestOptimized ? "simple" : "optimized"
}

function paragraph(children: readonly Inline[]): DataBlock {
  const content = inlines(children)
  return { t: "p", b: lineBreaking(content), c: content }
}

const blocks = (body: readonly Block[]): DataBlock[] =>
  body.map((block): DataBlock => {
    if (block.kind === "paragraph") return paragraph(block.children)
    const items = block.items.map(blocks)
    if (block.kind === "unordered") return { t: "u", i: items }
    return { t: "o", n: patterns[block.style], s: block.start, i: items }
  })

/**
 * Splits off what the layout keeps on one page with the signatures: the last paragraph, or the last item of a list
 * that ends the text. The rest of that list stays with the text before it.
 */
function splitClosing(body: readonly DataBlock[]): { before: DataBlock[]; closing: DataBlock[] } {
  const before = body.slice(0, -1)
  const last = body.at(-1)
  if (!last) return { before, closing: [] }
  if (last.t === "p" || last.i.length < 2) return { before, closing: [last] }
  const rest = last.i.length - 1
  const items = last.i.slice(0, rest)
  const item = last.i.slice(rest)
  return last.t === "u"
    ? { before: [...before, { t: "u", i: items }], closing: [{ t: "u", i: item }] }
    : {
        before: [...before, { t: "o", n: last.n, s: last.s, i: items }],
        closing: [{ t: "o", n: last.n, s: last.s + rest, i: item }],
      }
}

const clause = (composed: ComposedClause) => ({
  heading: composed.heading,
  title: line(composed.title.toUpperCase()),
  blocks: blocks(composed.blocks),
})

/** What the layout reads as JSON. Everything in it is data: no string of it is ever parsed as Typst markup. */
export function typesetData(document: AgreementDocument) {
  const composed = composeAgreement(document)
  const articles = composed.articles.map(clause)
  const last = articles.at(-1)
  const words = document.notices ?? shippedNotices
  return {
    language: document.language,
    metadata: {
      title: line(`${composed.heading} ${composed.about} ${document.title}`, Number.POSITIVE_INFINITY),
      author: line(words.author, Number.POSITIVE_INFINITY),
      subject: line(document.code, Number.POSITIVE_INFINITY),
    },
    heading: composed.heading,
    between: composed.between,
    and: composed.and,
    about: composed.about,
    governments: composed.governments.map((name) => line(name)),
    title: line(composed.title),
    numberLabel: composed.numberLabel,
    opening: inlines(composed.opening),
    parties: composed.parties.map((party) => ({
      numeral: party.numeral,
      holder: line(party.holder, narrowLine),
      description: inlines(party.description),
      label: line(party.label, narrowLine),
      office: line(party.office, narrowLine),
      officeInCapitals: line(party.officeInCapitals, narrowLine),
      number: line(party.number),
    })),
    joint: inlines(composed.joint),
    considerations: composed.considerations ? blocks(composed.considerations.blocks) : null,
    agreed: composed.agreed ? inlines(composed.agreed) : null,
    articles: articles.slice(0, -1),
    last: last ? { heading: last.heading, title: last.title, ...splitClosing(last.blocks) } : null,
    demo: document.demo ? line(words.demo) : null,
    signedBy: line(words.signedBy),
    signedOnly: line(words.signedOnly),
    footer: {
      words: line(words.footer),
      checkAt: line(words.checkAt),
      url: line(document.verifyUrl),
      target: line(document.verifyUrl, Number.POSITIVE_INFINITY),
      codeLabel: line(words.code),
      code: line(document.verifyCode),
      page: words.page,
      qr: qrSvg(document.verifyUrl),
    },
  }
}

/** Characters anywhere in the document that the typeface lacks, each once. */
export function unprintableInDocument(document: AgreementDocument): string[] {
  const facts = document.parties.flatMap((party) => [
    party.label,
    party.regionName,
    party.office,
    party.holder,
    party.address,
    party.number,
  ])
  const texts = document.clauses.flatMap((item) => [item.title, item.body])
  const all = [document.title, document.place ?? "", ...facts, ...texts].join("\n")
  return unprintableCharacters(all.normalize("NFC").replace(invisible, "\n"))
}
