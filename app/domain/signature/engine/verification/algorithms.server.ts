import { constants, type KeyObject, verify } from "node:crypto"
import { Null } from "asn1js"
import { type AlgorithmIdentifier, RSASSAPSSParams } from "pkijs"
import type { VerificationReason } from "./reasons.ts"

export type Digest = "sha256" | "sha384" | "sha512"

const DIGESTS = new Map<string, Digest>([
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
])

/** MD5, SHA-1 and signatures made with them: collisions can be made, so they prove nothing. */
const WEAK = new Set([
  "1.2.840.113549.2.5",
  "1.3.14.3.2.26",
  "1.2.840.113549.1.1.4",
  "1.2.840.113549.1.1.5",
  "1.2.840.10045.4.1",
])

const RSA = "1.2.840.113549.1.1.1"
const RSA_PSS = "1.2.840.113549.1.1.10"
const MGF1 = "1.2.840.113549.1.1.8"

const NAMED = new Map<string, { type: "rsa" | "ec"; digest: Digest }>([
  ["1.2.840.113549.1.1.11", { type: "rsa", digest: "sha256" }],
  ["1.2.840.113549.1.1.12", { type: "rsa", digest: "sha384" }],
  ["1.2.840.113549.1.1.13", { type: "rsa", digest: "sha512" }],
  ["1.2.840.10045.4.3.2", { type: "ec", digest: "sha256" }],
  ["1.2.840.10045.4.3.3", { type: "ec", digest: "sha384" }],
  ["1.2.840.10045.4.3.4", { type: "ec", digest: "sha512" }],
])

const CURVES = new Set(["prime256v1", "secp384r1", "secp521r1"])

type Refusal = Extract<
  VerificationReason,
  | "verification.reason.algorithmUnsupported"
  | "verification.reason.algorithmWeak"
  | "verification.reason.algorithmMismatch"
>

const refusal = (oid: string): Refusal =>
  WEAK.has(oid) ? "verification.reason.algorithmWeak" : "verification.reason.algorithmUnsupported"

/** The digest that `oid` names, or why it does not count. */
export function digestOf(oid: string): { digest: Digest } | { refused: Refusal } {
  const digest = DIGESTS.get(oid)
  return digest ? { digest } : { refused: refusal(oid) }
}

/** Whether a key is strong enough to prove anything: RSA from 2048 bits, the NIST curves from 256. */
export function strongKey(key: KeyObject): boolean {
  if (key.asymmetricKeyType?.startsWith("rsa")) return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  return key.asymmetricKeyType === "ec" && CURVES.has(key.asymmetricKeyDetails?.namedCurve ?? "")
}

/** Whether a certificate or CMS signature made with this algorithm counts. */
export const strongSignatureAlgorithm = (oid: string): boolean => NAMED.has(oid) || oid === RSA_PSS

/** Parameters are absent or NULL; anything else is not what the algorithm is defined with (RFC 5754 §2, §3). */
export function hasNoParameters(algorithm: AlgorithmIdentifier): boolean {
  const parameters: unknown = algorithm.algorithmParams
  return parameters === undefined || parameters instanceof Null
}

/**
 * Checks a CMS signature value.
 * @param digest the digest that the signer names; the signature algorithm must not contradict it
 * @returns true, false, or why it cannot be judged
 */
export function checkSignature(input: {
  algorithm: AlgorithmIdentifier
  digest: Digest
  key: KeyObject
  data: Uint8Array
  signature: Uint8Array
}): boolean | Refusal {
  const oid = input.algorithm.algorithmId
  if (oid === RSA_PSS) return checkPss(input)
  const named = oid === RSA ? { type: "rsa", digest: input.digest } : NAMED.get(oid)
  if (!named) return refusal(oid)
  if (named.digest !== input.digest || !hasNoParameters(input.algorithm)) return "verification.reason.algorithmMismatch"
  if (input.key.asymmetricKeyType !== named.type) return "verification.reason.algorithmMismatch"
  return verify(input.digest, input.data, { key: input.key, dsaEncoding: "der" }, input.signature)
}

function checkPss(input: Parameters<typeof checkSignature>[0]): boolean | Refusal {
  let parameters: RSASSAPSSParams
  try {
    parameters = new RSASSAPSSParams({ schema: input.algorithm.algorithmParams })
  } catch {
    return "verification.reason.algorithmUnsupported"
  }
  const mask: { blockName?: string; valueBlock?: { value?: { valueBlock: { toString(): string } }[] } } =
    parameters.maskGenAlgorithm.algorithmParams ?? {}
  const hash = DIGESTS.get(parameters.hashAlgorithm.algorithmId)
  if (!hash) return refusal(parameters.hashAlgorithm.algorithmId)
  const maskDigest = mask.valueBlock?.value?.[0]?.valueBlock.toString()
  // OpenSSL masks with the digest it signs with, and so does everybody.
  if (
    parameters.maskGenAlgorithm.algorithmId !== MGF1 ||
    maskDigest === undefined ||
    DIGESTS.get(maskDigest) !== hash
  ) {
    return "verification.reason.algorithmUnsupported"
  }
  if (hash !== input.digest) return "verification.reason.algorithmMismatch"
  if (!["rsa", "rsa-pss"].includes(input.key.asymmetricKeyType ?? "")) return "verification.reason.algorithmMismatch"
  const key = { key: input.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength }
  return verify(hash, input.data, key, input.signature)
}
