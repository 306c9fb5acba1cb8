import { anyone } from "../kernel/rule.ts"

/** The index holds nothing but what everybody may read. */
export const searchPolicy = {
  "search.browse": anyone,
} as const
