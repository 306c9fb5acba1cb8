import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { hashRaw } from "@node-rs/argon2"
import { z } from "zod"
import { DomainError, invalid } from "../../kernel/errors.ts"

/** argon2id, RFC 9106: memory in KiB. Above its second recommendation (64 MiB, 3 passes, 4 lanes cost the same work). */
const COST: KeyCost = { memory: 65_536, passes: 3, lanes: 1 }

/** What a guess at a passphrase costs; never below the bounds of the envelope. */
export interface KeyCost {
  memory: number
  passes: number
  lanes: number
}

/** `const enum` of the library, whose values do not exist at run time under isolated modules. */
const ARGON2ID = 2

const base64 = (bytes: { min: number; max: number }) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, "base64"))
    .refine(({ length }) => length >= bytes.min && length <= bytes.max)

/**
 * How a signer's key is kept. The parameters travel with it, so that they can be raised later; on opening they are held
 * to bounds, for whoever can write the row must neither weaken the derivation nor make it exhaust the server.
 */
const envelopeSchema = z.strictObject({
  version: z.literal(1),
  derivation: z.strictObject({
    name: z.literal("argon2id"),
    memory: z.int().min(19_456).max(262_144),
    passes: z.int().min(2).max(10),
    lanes: z.int().min(1).max(4),
    salt: base64({ min: 16, max: 64 }),
  }),
  cipher: z.literal("aes-256-gcm"),
  nonce: base64({ min: 12, max: 12 }),
  tag: base64({ min: 16, max: 16 }),
  data: base64({ min: 1, max: 16_384 }),
})

type Envelope = z.output<typeof envelopeSchema>

/** Bound to the ciphertext: the key it belongs to, and the parameters, so neither can be exchanged. */
const associatedData = (keyId: string, derivation: Envelope["derivation"]): Buffer =>
  Buffer.from(
    JSON.stringify([
      "simpul signer key",
      1,
      keyId,
      derivation.memory,
      derivation.passes,
      derivation.lanes,
      derivation.salt.toString("base64"),
    ]),
  )

/** The key derived from a passphrase, which is compared as NFC so that it does not depend on the keyboard. */
async function deriveKey(passphrase: string, derivation: Envelope["derivation"]): Promise<Buffer> {
  const secret = Buffer.from(passphrase.normalize("NFC"), "utf8")
  try {
    return await hashRaw(secret, {
      algorithm: ARGON2ID,
      memoryCost: derivation.memory,
      timeCost: derivation.passes,
      parallelism: derivation.lanes,
      salt: derivation.salt,
      outputLen: 32,
    })
  } finally {
    secret.fill(0)
  }
}

/**
 * Encrypts a signer's private key under his passphrase (argon2id, AES-256-GCM). The passphrase is kept nowhere.
 * @param privateKey PKCS#8, DER; left to the caller to wipe
 * @param keyId of the row that keeps the envelope; the same must be given to open it
 * @param cost of a guess; lower only in tests that open keys by the hundred
 * @returns the envelope, JSON text
 */
export async function protectPrivateKey(
  privateKey: Uint8Array,
  passphrase: string,
  keyId: string,
  cost: KeyCost = COST,
): Promise<string> {
  if (passphrase === "") throw new RangeError("An empty passphrase protects nothing")
  const derivation = { name: "argon2id" as const, ...cost, salt: randomBytes(16) }
  const key = await deriveKey(passphrase, derivation)
  try {
    const nonce = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", key, nonce)
    cipher.setAAD(associatedData(keyId, derivation))
    const data = Buffer.concat([cipher.update(privateKey), cipher.final()])
    return JSON.stringify({
      version: 1,
      derivation: { ...derivation, salt: derivation.salt.toString("base64") },
      cipher: "aes-256-gcm",
      nonce: nonce.toString("base64"),
      tag: cipher.getAuthTag().toString("base64"),
      data: data.toString("base64"),
    })
  } finally {
    key.fill(0)
  }
}

/**
 * Opens an envelope. The caller wipes the key (`fill(0)`) as soon as it has signed.
 * @returns PKCS#8, DER
 * @throws DomainError invalid "signature.wrongPassphrase"; an envelope that is malformed or out of bounds is a plain Error
 */
export async function openPrivateKey(envelope: string, passphrase: string, keyId: string): Promise<Uint8Array> {
  const { derivation, nonce, tag, data } = readEnvelope(envelope)
  if (passphrase === "") throw invalid("signature.wrongPassphrase")
  const key = await deriveKey(passphrase, derivation)
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce)
    decipher.setAAD(associatedData(keyId, derivation))
    decipher.setAuthTag(tag)
    const opened = decipher.update(data)
    try {
      decipher.final()
    } catch (cause) {
      opened.fill(0)
      throw new DomainError("invalid", "signature.wrongPassphrase", { cause })
    }
    return opened
  } finally {
    key.fill(0)
  }
}

function readEnvelope(envelope: string): Envelope {
  let json: unknown
  try {
    json = JSON.parse(envelope)
  } catch {
    throw new Error("The key envelope is not JSON")
  }
  const read = envelopeSchema.safeParse(json)
  if (!read.success) throw new Error("The key envelope is malformed or its parameters are out of bounds")
  return read.data
}
