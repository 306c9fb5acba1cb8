import { createHash, randomBytes } from "node:crypto"

/** A new unguessable token (160 bits, base32 lower case) for links and cookies. */
export function newSecret(): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz234567"
  const bytes = randomBytes(32)
  let secret = ""
  for (const byte of bytes) secret += alphabet[byte & 31]
  return secret
}

/** SHA-256 in hex: what is stored of a secret, and of anything a rate limit counts. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex")
