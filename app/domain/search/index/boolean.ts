import type { IndexQuery } from "./engine.ts"

/** How an engine writes and, or, not, and one token. */
export type Notation = {
  readonly and: string
  readonly or: string
  /** Between what is wanted and what is not. */
  readonly not: string
  readonly token: (token: string) => string
}

/** Tokens are a-z and 0-9 and nothing else; anything that is not would be a bug here, not a reader's doing. */
function proved(token: string): string {
  if (!/^[a-z0-9]+$/.test(token)) throw new Error("A search token must consist of a-z and 0-9")
  return token
}

/** A query in an engine's notation; `facets` left out for ranking. */
export function booleanQuery(notation: Notation, { wanted, match, facets, without }: IndexQuery): string {
  const joined = (parts: readonly string[], by: string) => (parts.length === 1 ? parts[0]! : `(${parts.join(by)})`)
  const together = (tokens: readonly string[]) =>
    joined(
      tokens.map((token) => notation.token(proved(token))),
      notation.and,
    )
  const things = wanted.map(({ names }) => joined(names.map(together), notation.or))
  const words = joined(things, match === "all" ? notation.and : notation.or)
  const within = [words, ...facets.map((facet) => notation.token(proved(facet)))].join(notation.and)
  return [within, ...without.map((facet) => notation.token(proved(facet)))].join(notation.not)
}
