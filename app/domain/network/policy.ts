import { anyone } from "../kernel/rule.ts"

/** What is told of all nouns together is told from what is public of each. */
export const networkPolicy = { "network.browse": anyone } as const
