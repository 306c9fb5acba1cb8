import { createHash, createPublicKey, type KeyObject, sign, X509Certificate } from "node:crypto"
import { type BaseBlock, fromBER, type Sequence } from "asn1js"
import { context, nullValue, objectIdentifier, octetString, sequence, setOf, smallInteger } from "./der.server.ts"

const OID = {
  signedData: "1.2.840.113549.1.7.2",
  data: "1.2.840.113549.1.7.1",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  algorithmProtection: "1.2.840.113549.1.9.52",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha256WithRsa: "1.2.840.113549.1.1.11",
} as const

const attribute = (type: string, value: Uint8Array): Buffer => sequence(objectIdentifier(type), setOf(value))

/**
 * A detached CMS signature (RFC 5652) as PAdES baseline B-B wants it (EN 319 142-1 §6.3): content type, message digest,
 * signing-certificate-v2, algorithm protection (RFC 6211); no signing-time attribute, since the time stands in the
 * signature dictionary's /M.
 * @param contentSha256 digest of the signed byte ranges
 * @param chain further certificates up to the root, DER
 * @throws Error when the private key is not the certificate's
 */
export function signCms(input: {
  contentSha256: Uint8Array
  certificate: Uint8Array
  chain: readonly Uint8Array[]
  privateKey: KeyObject
}): Uint8Array {
  checkKey(input.certificate, input.privateKey)
  const { issuer, serialNumber } = issuerAndSerial(input.certificate)
  const sha256 = sequence(objectIdentifier(OID.sha256))
  const certificateSha256 = createHash("sha256").update(input.certificate).digest()
  const attributes = setOf(
    attribute(OID.contentType, objectIdentifier(OID.data)),
    attribute(OID.messageDigest, octetString(input.contentSha256)),
    attribute(OID.algorithmProtection, sequence(sha256, context(1, objectIdentifier(OID.sha256WithRsa), nullValue()))),
    attribute(
      OID.signingCertificateV2,
      sequence(
        sequence(sequence(octetString(certificateSha256), sequence(sequence(context(4, issuer)), serialNumber))),
      ),
    ),
  )
  const signature = sign("sha256", attributes, input.privateKey)
  // In the message the attributes carry an implicit [0]; they are signed as a SET OF (RFC 5652 §5.4).
  const implicit = Buffer.from(attributes)
  implicit[0] = 0xa0
  const certificates = setOf(input.certificate, ...input.chain)
  certificates[0] = 0xa0
  return sequence(
    objectIdentifier(OID.signedData),
    context(
      0,
      sequence(
        smallInteger(1),
        setOf(sha256),
        sequence(objectIdentifier(OID.data)),
        certificates,
        setOf(
          sequence(
            smallInteger(1),
            sequence(issuer, serialNumber),
            sha256,
            implicit,
            sequence(objectIdentifier(OID.sha256WithRsa), nullValue()),
            octetString(signature),
          ),
        ),
      ),
    ),
  )
}

function checkKey(certificate: Uint8Array, privateKey: KeyObject): void {
  if (privateKey.asymmetricKeyType !== "rsa") throw new Error("Seals are made with RSA keys")
  const own = createPublicKey(privateKey).export({ type: "spki", format: "der" })
  const named = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" })
  if (!own.equals(named)) throw new Error("The private key does not belong to the certificate")
}

/** Issuer and serial number as the certificate encodes them (TBSCertificate, after its version). */
function issuerAndSerial(certificate: Uint8Array): { issuer: Uint8Array; serialNumber: Uint8Array } {
  const { result } = fromBER(certificate)
  const fields = (result as Sequence).valueBlock.value[0] as Sequence
  const [, serialNumber, , issuer] = fields.valueBlock.value as BaseBlock[]
  if (!serialNumber || !issuer) throw new Error("The certificate cannot be read")
  return { issuer: issuer.valueBeforeDecodeView, serialNumber: serialNumber.valueBeforeDecodeView }
}
