import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto"
import { promisify } from "node:util"

const generate = promisify(generateKeyPair)

/**
 * RSA with 3072 bits (128-bit strength, NIST SP 800-57 part 1). RSA with PKCS#1 v1.5 and SHA-256 is what every PDF
 * reader, agency tool and library checks; ECDSA is still refused by some of them.
 */
const MODULUS_BITS = 3072

/** Both halves of a key as DER: public SubjectPublicKeyInfo, private PKCS#8. Whoever holds it wipes `privateKey`. */
export interface KeyPair {
  publicKey: Uint8Array
  privateKey: Uint8Array
}

/** A fresh signing key, made off the main thread (takes 0.2 to 2 seconds). */
export async function generateSigningKey(): Promise<KeyPair> {
  const { publicKey, privateKey } = await generate("rsa", {
    modulusLength: MODULUS_BITS,
    publicExponent: 65537,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  })
  return { publicKey, privateKey }
}

export const readPrivateKey = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength), format: "der", type: "pkcs8" })
