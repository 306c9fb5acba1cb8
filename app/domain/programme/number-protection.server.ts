import { createHmac, hkdfSync } from "node:crypto"
import { openWithSecrets, type ServerSecrets, sealWithSecret } from "../signature/engine/secret-protection.server.ts"

/** A civil servant's number as it rests in the database: readable for nobody who has only the database. */
export type ProtectedNumber = { readonly numberEnvelope: string; readonly numberDigest: string }

const purpose = (learnerId: string): string => `learner-number ${learnerId}`

/** Encrypts the digits under the newest secret, bound to the learner's row, with the digest by which they are found again. */
export function protectNumber(secrets: readonly string[], learnerId: string, digits: string): ProtectedNumber {
  const list = listed(secrets)
  return {
    numberEnvelope: sealWithSecret(Buffer.from(digits, "utf8"), list, purpose(learnerId)),
    numberDigest: digestOf(list[0], digits),
  }
}

/** The digits of a learner's number. Throws `SecretUnavailable` where the secret was changed without keeping the old one. */
export const openNumber = (secrets: readonly string[], learnerId: string, envelope: string): string =>
  Buffer.from(openWithSecrets(envelope, listed(secrets), purpose(learnerId)).plaintext).toString("utf8")

/** The digests that the same number may bear in the database: one for each secret that was ever the newest. */
export const digestsOf = (secrets: readonly string[], digits: string): string[] =>
  listed(secrets).map((secret) => digestOf(secret, digits))

/** Keyed, so that nobody finds a number by trying all that there can be. */
function digestOf(secret: string, digits: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "simpul learner-number digest", 32))
  return createHmac("sha256", key).update(digits).digest("hex")
}

function listed(secrets: readonly string[]): ServerSecrets {
  const [current, ...older] = secrets
  if (current === undefined) throw new Error("There is no secret")
  return [current, ...older]
}
