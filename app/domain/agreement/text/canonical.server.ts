import { createHash } from "node:crypto"
import type { AgreementText } from "./clause.ts"

/**
 * The one spelling of a text as JSON: members in code-unit order, no white space, strings escaped as RFC 8785 asks
 * (which is what `JSON.stringify` does for well-formed strings). Order of clauses is part of the text.
 */
export const canonicalText = (text: AgreementText): string =>
  JSON.stringify({ clauses: text.clauses.map(({ key, title, body }) => ({ body, key, title })) })

/** SHA-256 (lower-case hex) of the canonical JSON in UTF-8: the name of "the version I read". */
export const textDigest = (text: AgreementText): string =>
  createHash("sha256").update(canonicalText(text), "utf8").digest("hex")
