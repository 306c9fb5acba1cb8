import { z } from "zod"
import { longestSearch } from "../search/words.ts"
import { dataLimits } from "./datasets.ts"

/** The description is what a refusal says: "Must be …". */
export const text = (fits: (value: string) => boolean, about: string) =>
  z.string().refine(fits).describe(about).optional()

/** The parameters of a list: its own filters and those that every list has. */
export const listQuery = <Filters extends z.ZodRawShape>(filters: Filters, isCursor: (word: string) => boolean) =>
  z.strictObject({
    q: z.string().max(longestSearch).describe(`at most ${longestSearch} characters, once`).optional(),
    ...filters,
    cursor: text(isCursor, "the value of `next` in an answer of this list"),
    limit: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(dataLimits.most))
      .describe(`1 to ${dataLimits.most}`)
      .optional(),
  })

/** A code of a region. */
export const regionFilter = z
  .string()
  .regex(/^\d{2}(\.\d{2})?$/)
  .describe("a region code such as 33 or 33.71; a province's means the regions in it as well")
  .optional()

/** How the page of a list calls a parameter where the API has another name for it. */
export type PageNames = Readonly<Record<string, string>>

export type ReadQuery<Query> =
  | { readonly query: Query; readonly faults?: undefined }
  /** By parameter as it was sent: what is wrong with it. */
  | { readonly query?: undefined; readonly faults: Readonly<Record<string, readonly string[]>> }

/**
 * Reads an address strictly: what is unknown, comes twice or does not fit is a fault and not as good as absent, since
 * whoever asked for a part must not be handed the whole. An empty value is an absent one, as forms send it.
 */
export function readQuery<Query extends z.ZodObject>(
  schema: Query,
  sent: URLSearchParams,
  names: PageNames = {},
): ReadQuery<z.output<Query>> {
  const inApi = new Map(Object.keys(schema.shape).map((name) => [names[name] ?? name, name]))
  const faults = new Map<string, string[]>()
  const values = new Map<string, string>()
  for (const [name, value] of sent) {
    const known = inApi.get(name)
    if (known === undefined) faults.set(name, [`Unknown. Known are ${[...inApi.keys()].join(", ")}.`])
    else if (sent.getAll(name).length > 1) faults.set(name, [mustBe(schema, known)])
    else if (value !== "") values.set(known, value)
  }
  const read = schema.safeParse(Object.fromEntries(values))
  for (const { path } of read.error?.issues ?? []) {
    const name = String(path[0])
    faults.set(names[name] ?? name, [mustBe(schema, name)])
  }
  return read.success && faults.size === 0 ? { query: read.data } : { faults: Object.fromEntries(faults) }
}

const mustBe = (schema: z.ZodObject, name: string): string => `Must be ${aboutOf(schema, name)}.`

/** What a parameter has to be, as its schema says it. */
export function aboutOf(schema: z.ZodObject, name: string): string {
  let part = schema.shape[name] as z.ZodType | undefined
  while (part instanceof z.ZodOptional && part.description === undefined) part = part.unwrap() as z.ZodType
  return part?.description ?? "something else"
}

/** The names under which the page and the files beside it know the parameters of a list. */
export const pageParameters = (schema: z.ZodObject, names: PageNames): string[] =>
  Object.keys(schema.shape).map((name) => names[name] ?? name)
