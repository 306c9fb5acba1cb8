import { type ConfigData, type HtmlElement, HtmlValidate, Parser } from "html-validate"

/** Everything that html-validate recommends, for whole documents. What is off contradicts how React writes, or us. */
const config: ConfigData = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // React writes `charSet`, `hrefLang`, `tabindex="0"`, `<br/>` and `novalidate=""`: the same document to every parser.
    "attr-case": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // The ids that React makes up (`:R5r:`) are ids of HTML, if not of HTML 4.
    "valid-id": ["error", { relaxed: true }],
    // Several values of one question go by one name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
    // An agreement's title is what its parties called it.
    "long-title": "off",
    // All scripts and styles are the portal's own, under addresses that name their content.
    "require-sri": "off",
    // Lists of records have names: that is what a screen reader says before "list, 20 items".
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
}

const validator = new HtmlValidate(config)

/**
 * Tables turn into stacked records on narrow screens. Browsers take a table's roles away with its `display`, so they are
 * written out.
 */
const tableRole = /^Redundant role "(table|rowgroup|row|columnheader|rowheader|cell)" on <(table|thead|tbody|tr|th|td)>/

/** What is wrong with a document: rule, words and place. */
export async function markupFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ ruleId, message }) => !(ruleId === "no-redundant-role" && tableRole.test(message)))
    .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ""})`)
}

const parsing = validator.getConfigFor("page.html")

/** The document as a tree. */
export async function parseHtml(html: string): Promise<HtmlElement> {
  return new Parser(await parsing).parseHtml(html)
}
