import { createHash } from "node:crypto"
import { type BaseBlock, OctetString } from "asn1js"
import type { Attribute } from "pkijs"
import { sameBytes } from "../pdf/values.server.ts"
import { digestOf } from "./algorithms.server.ts"
import type { ReadCertificate } from "./certificate.server.ts"

/** ESS signing-certificate-v2 (RFC 5035). Its first version names the certificate by SHA-1, which proves nothing. */
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"

type Constructed = { valueBlock: { value?: BaseBlock[] } }

const children = (block: BaseBlock | undefined): BaseBlock[] =>
  (block as Constructed | undefined)?.valueBlock?.value ?? []

/**
 * Whether the signed attributes name `certificate` as the signer's, so that nobody can put another certificate with the
 * same key in its place. Undefined when they name none.
 */
export function namesCertificate(attributes: readonly Attribute[], certificate: ReadCertificate): boolean | undefined {
  const found = attributes.filter((attribute) => attribute.type === SIGNING_CERTIFICATE)
  if (found.length === 0) return undefined
  if (found.length !== 1 || found[0]!.values.length !== 1) return false
  // SigningCertificateV2 → certs → the first ESSCertIDv2, which is the signer's
  const [hashOrAlgorithm, ...rest] = children(children(children(found[0]!.values[0] as BaseBlock)[0])[0])
  if (!hashOrAlgorithm) return false
  const explicit = hashOrAlgorithm.idBlock.tagNumber === 16
  const digest = explicit
    ? digestOf(children(hashOrAlgorithm)[0]?.valueBlock.toString() ?? "")
    : { digest: "sha256" as const }
  const value = explicit ? rest[0] : hashOrAlgorithm
  if ("refused" in digest || !(value instanceof OctetString)) return false
  const expected = createHash(digest.digest).update(certificate.der).digest()
  return sameBytes(new Uint8Array(value.getValue()), expected)
}
