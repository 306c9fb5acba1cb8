import { randomInt } from "node:crypto"
import { newSecret } from "../../identity/secret.server.ts"

/** A token in its parts. The prefix may be shown and logged; the secret is stored nowhere. */
export type TokenParts = { readonly prefix: string; readonly secret: string }

const letters = "abcdefghijklmnopqrstuvwxyz234567"
const prefixLength = 8

export const newTokenParts = (): TokenParts => ({
  prefix: Array.from({ length: prefixLength }, () => letters[randomInt(letters.length)]).join(""),
  secret: newSecret(),
})

/** The token as its program carries it: `simpul_<prefix>_<secret>`. */
export const spellToken = ({ prefix, secret }: TokenParts): string => `simpul_${prefix}_${secret}`

/** The parts of something that has the shape of a token, else null. */
export function readToken(text: string): TokenParts | null {
  const [, prefix, secret] = /^simpul_([a-z2-7]{8})_([a-z2-7]{32})$/.exec(text) ?? []
  return prefix !== undefined && secret !== undefined ? { prefix, secret } : null
}
