import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import jsonld, { type ContextDefinition, type JsonLdDocument } from "jsonld"

const schema = readFileSync(createRequire(import.meta.url).resolve("schema-dts/dist/schema.d.ts"), "utf8")

/** Every class and property of schema.org, from the package that types it. */
export const terms: ReadonlySet<string> = new Set([
  ...[...schema.matchAll(/"@type": "([A-Za-z0-9]+)"/g)].map((match) => match[1] ?? ""),
  ...[...schema.matchAll(/^ {4}"([a-z][A-Za-z0-9]*)"\?: /gm)].map((match) => match[1] ?? ""),
])

/** Properties whose text is an address, as in schema.org's own context. */
const addresses = new Set(["url", "item", "contentUrl", "sameAs", "license", "logo", "isBasedOn", "image"])

/** A context that knows the terms of schema.org and no others: what is not among them does not expand. */
const context: ContextDefinition = Object.fromEntries(
  [...terms].map((term) => [
    term,
    addresses.has(term) ? { "@id": `http://schema.org/${term}`, "@type": "@id" } : `http://schema.org/${term}`,
  ]),
)

/** Hands out the context of schema.org without asking anybody for it. */
const documentLoader = async (url: string) => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`Another context than schema.org's: ${url}`)
  return { contextUrl: undefined, documentUrl: url, document: { "@context": context } }
}

type Expanded = { readonly [property: string]: unknown }

/**
 * Expands a JSON-LD document. Throws for a term that schema.org does not have, as property or as type, for a relative
 * address, and for whatever else would be lost.
 */
export async function expandLd(document: object): Promise<readonly Expanded[]> {
  const expanded = await jsonld.expand(document as JsonLdDocument, { documentLoader, safe: true } as object)
  for (const type of valuesUnder("@type", expanded))
    if (!terms.has(type.replace("http://schema.org/", ""))) throw new Error(`No class of schema.org: ${type}`)
  for (const id of valuesUnder("@id", expanded)) if (!URL.canParse(id)) throw new Error(`A relative address: ${id}`)
  return expanded as unknown as readonly Expanded[]
}

function valuesUnder(key: string, node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => valuesUnder(key, each))
  if (node === null || typeof node !== "object") return []
  return Object.entries(node).flatMap(([name, value]) =>
    name === key ? ([value].flat() as string[]) : valuesUnder(key, value),
  )
}
