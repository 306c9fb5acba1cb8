import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { z } from "zod"

/**
 * Secrets of the server itself (the authority's private key) are encrypted under a key derived from the operator's
 * `SECRET`: HKDF-SHA256 (RFC 5869) with the purpose as label and the secret's version as salt, then AES-256-GCM.
 *
 * Rotation: the first secret of the list is the current one and seals; every secret of the list opens. To rotate, put the
 * new secret first, keep the old one behind it, seal again all that `openWithSecrets` calls stale, then drop the old one.
 * A secret's version is derived from it, so nothing has to be numbered by hand, and the envelope names it.
 */
export type ServerSecrets = readonly [current: string, ...older: string[]]

const SHORTEST_SECRET = 32

const envelopeSchema = z.strictObject({
  version: z.literal(1),
  derivation: z.literal("hkdf-sha256"),
  purpose: z.string(),
  secretVersion: z.string(),
  cipher: z.literal("aes-256-gcm"),
  nonce: z.base64(),
  tag: z.base64(),
  data: z.base64(),
})

function derive(secret: string, purpose: string, secretVersion: string, length: number): Buffer {
  if (secret.length < SHORTEST_SECRET) throw new RangeError(`A secret has at least ${SHORTEST_SECRET} characters`)
  const input = Buffer.from(secret, "utf8")
  try {
    return Buffer.from(hkdfSync("sha256", input, secretVersion, `simpul ${purpose}`, length))
  } finally {
    input.fill(0)
  }
}

/** Tells which secret an envelope needs, without telling the secret: 64 derived bits in hex. */
export const secretVersion = (secret: string): string => derive(secret, "secret version", "", 8).toString("hex")

const associatedData = (purpose: string, version: string): Buffer =>
  Buffer.from(JSON.stringify(["simpul server secret", 1, purpose, version]))

/**
 * Encrypts `plaintext` under the current secret.
 * @param purpose what it is for, e.g. "authority key 0190…"; the same must be given to open it
 * @returns the envelope, JSON text
 */
export function sealWithSecret(plaintext: Uint8Array, secrets: ServerSecrets, purpose: string): string {
  const version = secretVersion(secrets[0])
  const key = derive(secrets[0], purpose, version, 32)
  try {
    const nonce = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", key, nonce)
    cipher.setAAD(associatedData(purpose, version))
    const data = Buffer.concat([cipher.update(plaintext), cipher.final()])
    return JSON.stringify({
      version: 1,
      derivation: "hkdf-sha256",
      purpose,
      secretVersion: version,
      cipher: "aes-256-gcm",
      nonce: nonce.toString("base64"),
      tag: cipher.getAuthTag().toString("base64"),
      data: data.toString("base64"),
    })
  } finally {
    key.fill(0)
  }
}

/** No secret of the list opens the envelope: `SECRET` was changed without keeping the old one, or the row was. */
export class SecretUnavailable extends Error {
  constructor(detail: string) {
    super(`The server secret cannot be opened: ${detail}`)
    this.name = "SecretUnavailable"
  }
}

/**
 * Opens an envelope with whichever secret of the list made it.
 * @returns the plaintext, which the caller wipes, and whether it should be sealed again under the current secret
 * @throws SecretUnavailable
 */
export function openWithSecrets(
  envelope: string,
  secrets: ServerSecrets,
  purpose: string,
): { plaintext: Uint8Array; stale: boolean } {
  const read = envelopeSchema.safeParse(parseJson(envelope))
  if (!read.success || read.data.purpose !== purpose) throw new SecretUnavailable("malformed, or for another purpose")
  const { secretVersion: version, nonce, tag, data } = read.data
  const secret = secrets.find((candidate) => secretVersion(candidate) === version)
  if (secret === undefined) throw new SecretUnavailable(`it was made with another secret (version ${version})`)
  const key = derive(secret, purpose, version, 32)
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"), { authTagLength: 16 })
    decipher.setAAD(associatedData(purpose, version))
    decipher.setAuthTag(Buffer.from(tag, "base64"))
    const plaintext = decipher.update(Buffer.from(data, "base64"))
    decipher.final()
    return { plaintext, stale: secret !== secrets[0] }
  } catch {
    throw new SecretUnavailable("it was altered")
  } finally {
    key.fill(0)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
