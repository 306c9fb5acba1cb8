import { createHash } from "node:crypto"
import { OctetString } from "asn1js"
import { sameBytes } from "../pdf/values.server.ts"
import { checkSignature, type Digest, digestOf } from "./algorithms.server.ts"
import type { ReadCertificate } from "./certificate.server.ts"
import { attachedContent, isSigner, octets, readCms, wellFormed } from "./cms-message.server.ts"
import type { VerificationReason } from "./reasons.ts"
import { instantOf, protectsAlgorithms, single } from "./signed-attributes.server.ts"
import { namesCertificate } from "./signing-certificate.server.ts"

const CONTENT_TYPE = "1.2.840.113549.1.9.3"
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
const SIGNING_TIME = "1.2.840.113549.1.9.5"
const ALGORITHM_PROTECTION = "1.2.840.113549.1.9.52"

export interface CheckedCms {
  reasons: VerificationReason[]
  /** The signer's certificate; believe it only when `authentic`. */
  certificate: ReadCertificate | undefined
  /** The other certificates that came along. */
  pool: ReadCertificate[]
  /** The signature value belongs to `certificate`'s key, whatever became of the content. */
  authentic: boolean
  /** The signer's own claim in the signed attributes. */
  signingTime: Date | undefined
  /** Content that travels inside (a time stamp token has some, a PDF signature must not). */
  attached: Uint8Array | undefined
}

/**
 * Checks a CMS SignedData (RFC 5652) with one signer, of which `encoded` may be followed by zeros only.
 * @param contentDigest hashes the content that was signed, when it is not attached
 * @param contentType the object identifier that the content must have
 */
export function checkCms(...input: Parameters<typeof inspect>): CheckedCms {
  try {
    return inspect(...input)
  } catch {
    // The parser's trees are loosely typed: a message that trips over them is not shaped like one.
    return { ...NOTHING, reasons: ["verification.reason.cmsUnreadable"] }
  }
}

const NOTHING: Omit<CheckedCms, "reasons"> = {
  certificate: undefined,
  pool: [],
  authentic: false,
  signingTime: undefined,
  attached: undefined,
}

function inspect(
  encoded: Uint8Array,
  contentType: string,
  contentDigest: (digest: Digest) => Uint8Array,
  options: { attached: boolean; signingCertificateRequired: boolean },
): CheckedCms {
  const checked: CheckedCms = { ...NOTHING, reasons: [] }
  const say = (reason: VerificationReason) => {
    if (!checked.reasons.includes(reason)) checked.reasons.push(reason)
  }
  const parsed = readCms(encoded)
  if (!parsed) {
    say("verification.reason.cmsUnreadable")
    return checked
  }
  if (encoded.subarray(parsed.length).some((byte) => byte !== 0)) say("verification.reason.paddingNotZero")
  const { data, certificates } = parsed
  if (data.signerInfos.length !== 1) {
    say("verification.reason.signerCount")
    return checked
  }
  const signer = data.signerInfos[0]!
  checked.certificate = certificates.find((certificate) => isSigner(signer, certificate))
  checked.pool = certificates.filter((certificate) => certificate !== checked.certificate)
  checked.attached = attachedContent(data)
  const digest = digestOf(signer.digestAlgorithm.algorithmId)
  if ("refused" in digest) {
    say(digest.refused)
    return checked
  }
  const attributes = signer.signedAttrs?.attributes ?? []
  if (!wellFormed(data, signer)) say("verification.reason.cmsUnreadable")
  if (data.encapContentInfo.eContentType !== contentType || (checked.attached !== undefined) !== options.attached) {
    say("verification.reason.attributesInvalid")
  }
  const type = single(attributes, CONTENT_TYPE)
  const stated = single(attributes, MESSAGE_DIGEST)
  if (type?.valueBlock.toString() !== contentType || !(stated instanceof OctetString) || !signer.signedAttrs) {
    say("verification.reason.attributesInvalid")
    return checked
  }
  checked.signingTime = instantOf(single(attributes, SIGNING_TIME))
  if (!protectsAlgorithms(single(attributes, ALGORITHM_PROTECTION), signer))
    say("verification.reason.algorithmMismatch")
  const actual = options.attached ? hash(digest.digest, checked.attached) : contentDigest(digest.digest)
  if (!sameBytes(octets(stated), actual)) say("verification.reason.contentChanged")
  if (!checked.certificate) {
    say("verification.reason.certificateMissing")
    return checked
  }
  const named = namesCertificate(attributes, checked.certificate)
  if (named === false || (named === undefined && options.signingCertificateRequired)) {
    say("verification.reason.certificateMismatch")
  }
  const right = checkSignature({
    algorithm: signer.signatureAlgorithm,
    digest: digest.digest,
    key: checked.certificate.key,
    data: new Uint8Array(signer.signedAttrs.encodedValue),
    signature: octets(signer.signature),
  })
  if (typeof right === "string") say(right)
  else if (!right) say("verification.reason.signatureWrong")
  checked.authentic = right === true && named !== false
  return checked
}

const hash = (digest: Digest, data: Uint8Array | undefined): Uint8Array =>
  createHash(digest)
    .update(data ?? new Uint8Array())
    .digest()
