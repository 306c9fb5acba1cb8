import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bodyHtml } from "#app/domain/agreement/text/html.ts"
import { readBody, readLine } from "#app/domain/agreement/text/tokens.ts"
import { type Block, listMarker, plainText } from "#app/domain/agreement/text/tree.ts"

const html = (body: string) => bodyHtml(readBody(body))

describe("the subset", () => {
  it("has paragraphs, line breaks, bold and italic", () => {
    expect(html("Satu **dua** *tiga* ***empat***.\n\nLima\nenam")).toBe(
      "<p>Satu <strong>dua</strong> <em>tiga</em> <strong><em>empat</em></strong>.</p><p>Lima<br>enam</p>",
    )
  })

  it("counts verses, then letters, numbers and letters again", () => {
    const body = "1. a\n   1. b\n      1. c\n         1. d"
    expect(html(body)).toBe(
      '<ol class="verse"><li>a<ol class="letter"><li>b<ol class="number"><li>c<ol class="subletter"><li>d</li></ol></li></ol></li></ol></li></ol>',
    )
  })

  it("counts letters after a sentence that ends in a colon, and goes on below that", () => {
    expect(html("Meliputi:\n\n1. a\n2. b\n   1. c")).toBe(
      '<p>Meliputi:</p><ol class="letter"><li>a</li><li>b<ol class="number"><li>c</li></ol></li></ol>',
    )
    expect(html("Meliputi **ini:**\n1. a")).toContain('<ol class="letter">')
    expect(html("Tanpa titik dua.\n\n1. a")).toContain('<ol class="verse">')
    expect(bodyHtml(readBody("1. bahwa", { introduced: true }))).toBe('<ol class="letter"><li>bahwa</li></ol>')
  })

  it("keeps the first number of a list and paragraphs inside items", () => {
    expect(html("3. a\n\n   lagi\n4. b")).toBe(
      '<ol class="verse" start="3"><li><p>a</p><p>lagi</p></li><li>b</li></ol>',
    )
    expect(html("- a\n- b")).toBe("<ul><li>a</li><li>b</li></ul>")
  })

  it("names its markers", () => {
    expect(["verse", "letter", "number", "subletter"].map((style) => listMarker(style as "verse", 28))).toEqual([
      "(28)",
      "ab.",
      "28.",
      "ab)",
    ])
    expect(plainText(readBody("Ini:\n\n1. **a**\n2. b\n   - c"))).toBe("Ini:\na. a\nb. b\n– c")
  })
})

describe("everything else is literal text", () => {
  it.each([
    ["raw HTML", "<script>alert(1)</script> <b>tebal</b>"],
    ["an HTML block", "<div onclick=x>\nisi\n</div>"],
    ["a link", "[klik](javascript:alert(1))"],
    ["an image", "![x](http://contoh.example/x.png)"],
    ["an automatic link", "<https://contoh.example> https://contoh.example a@contoh.example"],
    ["a reference", "[a]: http://contoh.example\n\n[a]"],
    ["a heading", "# Judul"],
    ["an underlined heading", "Judul\n====="],
    ["code", "`kode`"],
    ["a code block", "```\nkode\n```"],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |"],
    ["a quotation", "> kutipan"],
    ["a rule", "---"],
    ["a struck word", "~~coret~~"],
    ["entities", "&lt;b&gt; &amp; &copy;"],
    ["underscores", "Nomor ____ dan __tebal__ _miring_"],
    ["Typst", '#import "x"; $x$ @label <tag> #{1+1} = judul'],
    ["backslashes", "C:\\data\\naskah \\# \\alpha"],
    ["lone asterisks", "2 * 3 * 4 dan *"],
    ["a task list", "[x] selesai"],
  ])("%s", (_, body) => {
    const blocks = readBody(body)
    expect(blocks.every((block) => block.kind === "paragraph")).toBe(true)
    const words = (text: string) => text.replace(/\s+/g, " ").trim()
    expect(words(plainText(blocks))).toBe(words(body))
    expect(bodyHtml(blocks).replace(/<\/?(p|br)>/g, "")).not.toMatch(/[<>]/)
  })

  it("lets a backslash take the meaning from what has one", () => {
    expect(plainText(readBody("\\*\\*bukan tebal\\*\\* dan 5 \\* 3"))).toBe("**bukan tebal** dan 5 * 3")
    expect(readBody("2021\\. Tahun itu")[0]?.kind).toBe("paragraph")
    expect(plainText(readBody("a \\\\ b"))).toBe("a \\ b")
  })

  it("holds for lists nested beyond the fourth level", () => {
    const body = Array.from({ length: 8 }, (_, depth) => `${"   ".repeat(depth)}1. butir ${depth}`).join("\n")
    const depth = (blocks: readonly Block[]): number =>
      Math.max(
        0,
        ...blocks.map((block) => (block.kind === "paragraph" ? 0 : 1 + Math.max(0, ...block.items.map(depth)))),
      )
    expect(depth(readBody(body))).toBe(4)
    expect(plainText(readBody(body))).toContain("1. butir 7")
  })
})

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."* ** *** _ ` ``` # > - + 1. 2) (1) \\ < > [ ] ( ) ! | ~ & : a b kata \n \n\n   \t".split(" "),
    " ",
    "\n",
    "   ",
  )
  const anyBody = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc.array(pieces, { maxLength: 120 }).map((list) => list.join("")),
  )

  it("is read without failing and never yields a tag outside the subset", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const tags = html(body).match(/<[^>]*>/g) ?? []
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(p|strong|em|ul|li|ol)|br|ol class="(verse|letter|number|subletter)"( start="\d+")?)>$/,
          )
        }
      }),
      { numRuns: 1_500 },
    )
  })

  it("loses no letter, in blocks and in lines", () => {
    const letters = (text: string) => text.match(/\p{L}/gu)?.join("") ?? ""
    const decoded = (markup: string) =>
      markup.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39);/g, (entity) => (entity === "&amp;" ? "&" : " "))
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(letters(decoded(html(body)))).toBe(letters(body))
        const inLine = body.replace(/\n/g, " ")
        const text = readLine(inLine)
          .map((part) => (part.kind === "text" ? part.text : ""))
          .join("")
        expect(letters(text)).toBe(letters(inLine))
      }),
      { numRuns: 1_500 },
    )
  })

  it.each([
    ["asterisks that open", "*a **b ".repeat(2_850)],
    ["asterisks that open and close", "*a **b ".repeat(1_400) + "b** a*".repeat(1_400)],
    ["asterisks just below the limit", "*a **b ".repeat(166) + "b** a*".repeat(166)],
    ["lists in lists on one line", "1. - ".repeat(4_000)],
    ["a staircase of lists", Array.from({ length: 130 }, (_, index) => `${"  ".repeat(index)}- a`).join("\n")],
    ["brackets", "[".repeat(20_000)],
    ["backslashes", "\\".repeat(20_000)],
    ["line ends", "a\n".repeat(10_000)],
    ["loose items", "- a\n\n".repeat(4_000)],
  ])("takes bounded time with %s", (_, body) => {
    const start = performance.now()
    readBody(body.slice(0, 20_000))
    expect(performance.now() - start).toBeLessThan(1_500)
  })
})
