import { type BaseBlock, fromBER, OctetString } from "asn1js"
import { ContentInfo, type IssuerAndSerialNumber, SignedData, type SignerInfo } from "pkijs"
import { sameBytes } from "../pdf/values.server.ts"
import { hasNoParameters } from "./algorithms.server.ts"
import { normalSerial, type ReadCertificate, readCertificate } from "./certificate.server.ts"
import { derLength } from "./strict-der.server.ts"

const SIGNED_DATA = "1.2.840.113549.1.7.2"
export const DATA = "1.2.840.113549.1.7.1"

/** Bounds for a signature of at most a few hundred KiB (certificates, revocation data, time stamps). */
const PARSE_LIMITS = { maxDepth: 40, maxNodes: 20_000, maxContentLength: 4 * 1024 * 1024 }
const MOST_CERTIFICATES = 20

export interface CmsMessage {
  data: SignedData
  /** Bytes of the message itself, without what follows it. */
  length: number
  certificates: ReadCertificate[]
}

/** Reads the SignedData (RFC 5652 §5) at the start of `encoded`; undefined when there is none, or it is not DER. */
export function readCms(encoded: Uint8Array): CmsMessage | undefined {
  try {
    const length = derLength(encoded)
    if (length === undefined) return undefined
    const { offset, result } = fromBER(encoded.subarray(0, length), PARSE_LIMITS)
    if (offset !== length) return undefined
    const info = new ContentInfo({ schema: result })
    if (info.contentType !== SIGNED_DATA) return undefined
    return { data: new SignedData({ schema: info.content }), length, certificates: certificatesIn(info.content) }
  } catch {
    return undefined
  }
}

/** The certificates of a SignedData as they were sent, from its optional [0] element. Other kinds have no place there. */
function certificatesIn(signedData: BaseBlock): ReadCertificate[] {
  const children = (block: BaseBlock | undefined): BaseBlock[] =>
    (block as { valueBlock?: { value?: BaseBlock[] } } | undefined)?.valueBlock?.value ?? []
  const set = children(signedData).find((child) => child.idBlock.tagClass === 3 && child.idBlock.tagNumber === 0)
  const encoded = children(set)
  if (encoded.length > MOST_CERTIFICATES) throw new RangeError("too many certificates")
  if (encoded.some((child) => child.idBlock.tagClass !== 1 || child.idBlock.tagNumber !== 16)) {
    throw new TypeError("not a certificate")
  }
  return encoded.map((child) => readCertificate(child.valueBeforeDecodeView))
}

/** The unsigned parts that repeat what is said elsewhere must say the same (RFC 5652 §5.1, §5.3). */
export function wellFormed(data: SignedData, signer: SignerInfo): boolean {
  const signerVersion = "issuer" in signer.sid ? 1 : 3
  const version = signerVersion === 3 || data.encapContentInfo.eContentType !== DATA ? 3 : 1
  const [digest, ...others] = data.digestAlgorithms
  return (
    data.version === version &&
    signer.version === signerVersion &&
    others.length === 0 &&
    digest?.algorithmId === signer.digestAlgorithm.algorithmId &&
    hasNoParameters(digest) &&
    hasNoParameters(signer.digestAlgorithm)
  )
}

/** Whether the signer names this certificate, by issuer and number or by key identifier. */
export function isSigner(signer: SignerInfo, certificate: ReadCertificate): boolean {
  const sid = signer.sid as Partial<IssuerAndSerialNumber> & { valueBlock?: { valueHexView?: Uint8Array } }
  if (sid.issuer && sid.serialNumber) {
    const serial = Buffer.from(sid.serialNumber.valueBlock.valueHexView).toString("hex")
    return (
      sameBytes(new Uint8Array(sid.issuer.toSchema().toBER()), certificate.issuerName) &&
      normalSerial(serial) === certificate.serial
    )
  }
  const identifier = sid.valueBlock?.valueHexView
  return identifier !== undefined && certificate.keyIdentifier !== undefined
    ? sameBytes(identifier, certificate.keyIdentifier)
    : false
}

/** The content inside the message. */
export function attachedContent(data: SignedData): Uint8Array | undefined {
  const content = data.encapContentInfo.eContent
  return content instanceof OctetString ? octets(content) : undefined
}

export const octets = (value: OctetString): Uint8Array => new Uint8Array(value.getValue())
