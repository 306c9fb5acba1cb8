import { describe, expect, it } from "vitest"
import { canonicalText, textDigest } from "#app/domain/agreement/text/canonical.server.ts"
import {
  articleNumbers,
  isPlainText,
  normaliseBody,
  normaliseTitle,
  textLimits,
} from "#app/domain/agreement/text/clause.ts"
import { agreementTextSchema } from "#app/domain/agreement/text/schema.server.ts"

const clause = (key: string, body = "Isi.", title = "JUDUL") => ({ key, title, body })

const problems = (value: unknown): string[] => {
  const result = agreementTextSchema.safeParse(value)
  return result.success ? [] : result.error.issues.map((issue) => issue.message)
}

describe("normalising", () => {
  it("brings pasted text into one form", () => {
    expect(normaliseBody("a\r\nb\rc\u2028d\u0085e")).toBe("a\nb\nc\nd\ne")
    expect(normaliseBody("\ufeffpe\u00adme\u200brin\u2060tah")).toBe("pemerintah")
    expect(normaliseBody("1. a\n\t1. b  \n\n\n")).toBe("1. a\n    1. b")
    expect(normaliseBody("e\u0301")).toBe("é")
    expect(normaliseTitle("  JANGKA\n WAKTU ")).toBe("JANGKA WAKTU")
  })

  it("changes nothing the second time", () => {
    const once = normaliseBody(" \t a\r\n\u00a0b\u200b\n ")
    expect(normaliseBody(once)).toBe(once)
  })
})

describe("plain text", () => {
  it.each([
    ["a null character", "a\u0000b"],
    ["an escape", "\u001b[31m"],
    ["a C1 control", "a\u0090b"],
    ["half a character", "a\ud800b"],
    ["a right-to-left override", "harga \u202e00.1\u202c"],
    ["an isolate", "\u2067abc\u2069"],
    ["hidden tag letters", "a\u{e0041}\u{e0042}"],
    ["a noncharacter", "a\uffffb"],
  ])("is not text with %s", (_, text) => {
    expect(isPlainText(text)).toBe(false)
    expect(problems({ clauses: [clause("a", text)] })).toEqual(["textForbiddenCharacter"])
  })

  it("is text in any script, with emoji and line ends", () => {
    expect(isPlainText("Sunda ᮞᮥᮔ᮪ᮓ\nJawa ꦗꦮ عربي 漢字 👨‍👩‍👧 é")).toBe(true)
  })
})

describe("the text of an agreement", () => {
  it("is accepted and normalised", () => {
    const parsed = agreementTextSchema.parse({
      clauses: [clause("maksud-dan-tujuan", "a\r\nb", " MAKSUD  DAN\tTUJUAN ")],
    })
    expect(parsed).toEqual({ clauses: [{ key: "maksud-dan-tujuan", title: "MAKSUD DAN TUJUAN", body: "a\nb" }] })
  })

  it("may hold half-written clauses", () => {
    expect(problems({ clauses: [clause("objek", "")] })).toEqual([])
  })

  it.each([
    ["no clauses", { clauses: [] }, "clausesRequired"],
    ["nothing at all", {}, "clausesRequired"],
    ["a key with capitals", { clauses: [clause("Objek")] }, "clauseKeyInvalid"],
    ["a key with a slash", { clauses: [clause("../objek")] }, "clauseKeyInvalid"],
    ["a key that is too long", { clauses: [clause("a".repeat(65))] }, "clauseKeyInvalid"],
    ["a key twice", { clauses: [clause("a"), clause("a")] }, "clauseKeyRepeated"],
    ["an empty title", { clauses: [clause("a", "x", " \n ")] }, "clauseTitleRequired"],
    ["a title that is no string", { clauses: [{ key: "a", title: 1, body: "" }] }, "clauseTitleRequired"],
    ["a long title", { clauses: [clause("a", "x", "t".repeat(textLimits.title + 1))] }, "clauseTitleTooLong"],
    ["a long body", { clauses: [clause("a", "x".repeat(textLimits.body + 1))] }, "clauseBodyTooLong"],
    ["a huge body", { clauses: [clause("a", "x".repeat(5_000_000))] }, "clauseBodyTooLong"],
    ["a body that is no string", { clauses: [{ key: "a", title: "A", body: null }] }, "clauseBodyInvalid"],
    [
      "too many clauses",
      { clauses: Array.from({ length: textLimits.clauses + 1 }, (_, index) => clause(`pasal-${index}`)) },
      "clausesTooMany",
    ],
    [
      "too much in all",
      { clauses: Array.from({ length: 11 }, (_, index) => clause(`pasal-${index}`, "x".repeat(19_000))) },
      "agreementTextTooLong",
    ],
  ])("is refused with %s", (_, value, key) => {
    expect(problems(value)).toEqual([key])
  })

  it("is accepted exactly at its limits", () => {
    const edge = [clause("a", "x".repeat(textLimits.body), "t".repeat(textLimits.title))]
    expect(problems({ clauses: edge })).toEqual([])
    const full = Array.from({ length: 10 }, (_, index) => clause(`pasal-${index}`, "x".repeat(19_995), "JUDUL"))
    expect(problems({ clauses: full })).toEqual([])
  })
})

describe("article numbers", () => {
  it("leave out considerations that come first, and only those", () => {
    expect(articleNumbers([clause("konsideran"), clause("a"), clause("b")])).toEqual([null, 1, 2])
    expect(articleNumbers([clause("a"), clause("konsideran")])).toEqual([1, 2])
    expect(articleNumbers([])).toEqual([])
  })
})

describe("the name of a version", () => {
  const text = { clauses: [clause("a", 'Isi "x"\n\\'), clause("b")] }

  it("is the SHA-256 of one spelling", () => {
    expect(canonicalText(text)).toBe(
      '{"clauses":[{"body":"Isi \\"x\\"\\n\\\\","key":"a","title":"JUDUL"},{"body":"Isi.","key":"b","title":"JUDUL"}]}',
    )
    expect(textDigest(text)).toMatch(/^[0-9a-f]{64}$/)
    // printf '{"clauses":[]}' | sha256sum
    expect(textDigest({ clauses: [] })).toBe("c29f837cede9d344db69480690ec544f033bffc904ecf8fa02658d036f70e2af")
  })

  it("does not hang on the order in which members were written, nor on stray members", () => {
    const stray = { title: "JUDUL", key: "a", body: 'Isi "x"\n\\', note: "x" }
    expect(textDigest({ clauses: [stray, clause("b")] })).toBe(textDigest(text))
  })

  it("changes with one character and with the order of clauses", () => {
    expect(textDigest({ clauses: [clause("a", 'Isi "x"\n\\ '), clause("b")] })).not.toBe(textDigest(text))
    expect(textDigest({ clauses: [...text.clauses].reverse() })).not.toBe(textDigest(text))
  })
})
