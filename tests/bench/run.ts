import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { parseArgs } from "node:util"
import { documents } from "./documents.ts"
import { lists } from "./lists.ts"
import { searching } from "./search.ts"
import { serving } from "./serving.ts"

/** One measured figure. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: "ms" | "×" }

/**
 * `npm run bench [-- --json FILE --only serving|documents|lists|search]`: prints a table and writes JSON. Absolute times belong to this machine; the ratios
 * are taken pair by pair in one run and carry over.
 */
const parts = { serving, documents, lists, search: searching }
const { values } = parseArgs({
  options: { json: { type: "string", default: "data/bench.json" }, only: { type: "string" } },
})
const figures: Figure[] = []
for (const [name, part] of Object.entries(parts))
  if (values.only === undefined || values.only === name) figures.push(...(await part()))
if (figures.length === 0) throw new Error(`--only takes one of ${Object.keys(parts).join(", ")}.`)
const width = Math.max(...figures.map(({ name }) => name.length))
for (const { name, value, unit } of figures)
  process.stdout.write(`${name.padEnd(width)}  ${value.toFixed(value < 10 ? 3 : 1).padStart(9)} ${unit}\n`)
const file = resolve(values.json)
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify({ node: process.version, at: new Date().toISOString(), figures }, null, 2)}\n`)
process.stdout.write(`\nWritten to ${values.json}\n`)
process.exit(0)
