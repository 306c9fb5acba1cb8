import { createHash, type KeyObject, X509Certificate } from "node:crypto"
import { type BasicConstraints, Certificate, type ExtKeyUsage } from "pkijs"
import { strongKey, strongSignatureAlgorithm } from "./algorithms.server.ts"

/** A certificate as the verifier needs it. `serial` is lower-case hex without leading zeros. */
export interface ReadCertificate {
  der: Uint8Array
  sha256: string
  x509: X509Certificate
  subjectName: Uint8Array
  issuerName: Uint8Array
  serial: string
  notBefore: Date
  notAfter: Date
  key: KeyObject
  commonName: string | null
  issuerCommonName: string | null
  title: string | null
  organisation: string | null
  authority: { pathLength: number | undefined } | undefined
  /** Bits of the key usage extension, first byte; undefined when there is none. */
  keyUsage: number | undefined
  extendedKeyUsage: string[] | undefined
  /** Subject key identifier. */
  keyIdentifier: Uint8Array | undefined
  /** Has a critical extension that this verifier does not know. */
  unknownCritical: boolean
  /** Key and signature algorithm are both strong. */
  strong: boolean
}

export const DIGITAL_SIGNATURE = 0x80
export const NON_REPUDIATION = 0x40
export const KEY_CERT_SIGN = 0x04

const COMMON_NAME = "2.5.4.3"
const BASIC_CONSTRAINTS = "2.5.29.19"
const KEY_USAGE = "2.5.29.15"
const EXTENDED_KEY_USAGE = "2.5.29.37"
const SUBJECT_KEY_IDENTIFIER = "2.5.29.14"

/** Identifiers, names and pointers can be critical without anything to do about them here; policies are not judged. */
const UNDERSTOOD = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  EXTENDED_KEY_USAGE,
  SUBJECT_KEY_IDENTIFIER,
  "2.5.29.17",
  "2.5.29.31",
  "2.5.29.32",
  "2.5.29.35",
])

export const normalSerial = (hex: string): string => hex.toLowerCase().replace(/^0+(?=.)/, "")

/** Text that a stranger may have made, fit to be shown: no controls or direction marks, and not endless. */
export function shownText(text: string): string | null {
  const clean = text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, " ")
    .trim()
  return clean === "" ? null : [...clean].slice(0, 200).join("")
}

/**
 * Reads a DER certificate.
 * @throws Error when it is none; the caller treats that as an unreadable certificate
 */
export function readCertificate(der: Uint8Array): ReadCertificate {
  const x509 = new X509Certificate(der)
  const parsed = Certificate.fromBER(Uint8Array.from(x509.raw))
  const extension = (id: string) => parsed.extensions?.find((candidate) => candidate.extnID === id)?.parsedValue
  const constraints = extension(BASIC_CONSTRAINTS) as BasicConstraints | undefined
  const usage = extension(KEY_USAGE) as { valueBlock: { valueHexView: Uint8Array } } | undefined
  const extended = extension(EXTENDED_KEY_USAGE) as ExtKeyUsage | undefined
  const identifier = extension(SUBJECT_KEY_IDENTIFIER) as { valueBlock: { valueHexView: Uint8Array } } | undefined
  const pathLength = constraints?.pathLenConstraint
  // The last of equal attributes is the most specific one.
  const attribute = (type: string, name = parsed.subject): string | null => {
    const found = name.typesAndValues.findLast((candidate) => candidate.type === type)
    return found ? shownText(String(found.value.valueBlock.value)) : null
  }
  const key = x509.publicKey
  return {
    der: new Uint8Array(x509.raw),
    sha256: createHash("sha256").update(x509.raw).digest("hex"),
    x509,
    subjectName: new Uint8Array(parsed.subject.toSchema().toBER()),
    issuerName: new Uint8Array(parsed.issuer.toSchema().toBER()),
    serial: normalSerial(x509.serialNumber),
    notBefore: parsed.notBefore.value,
    notAfter: parsed.notAfter.value,
    key,
    commonName: attribute(COMMON_NAME),
    issuerCommonName: attribute(COMMON_NAME, parsed.issuer),
    title: attribute("2.5.4.12"),
    organisation: attribute("2.5.4.10"),
    authority: constraints?.cA ? { pathLength: typeof pathLength === "number" ? pathLength : undefined } : undefined,
    keyUsage: usage?.valueBlock.valueHexView[0],
    extendedKeyUsage: extended?.keyPurposes,
    keyIdentifier: identifier?.valueBlock.valueHexView,
    unknownCritical: parsed.extensions?.some((one) => one.critical && !UNDERSTOOD.has(one.extnID)) ?? false,
    strong: strongKey(key) && strongSignatureAlgorithm(parsed.signatureAlgorithm.algorithmId),
  }
}
