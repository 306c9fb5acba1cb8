import "reflect-metadata"
import { randomBytes, webcrypto } from "node:crypto"
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type Name,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509"
import type { Instant } from "../../kernel/clock.ts"
import { type CertificateSubject, distinguishedName } from "./certificate-subject.server.ts"
import { generateSigningKey } from "./key-pair.server.ts"

/** A certificate authority that can issue: its certificate (DER) and its private key (PKCS#8, DER). */
export interface Authority {
  certificate: Uint8Array
  privateKey: Uint8Array
}

export const SIGNING_ALGORITHM = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const

/** The private key as a Web Crypto key that can only sign and cannot be read out again. */
export const importSigningKey = (pkcs8: Uint8Array): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey("pkcs8", Uint8Array.from(pkcs8), SIGNING_ALGORITHM, false, ["sign"])

const importPublicKey = (spki: Uint8Array): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey("spki", Uint8Array.from(spki), SIGNING_ALGORITHM, true, ["verify"])

/** A positive certificate serial of 127 random bits, as 32 hex digits (RFC 5280 §4.1.2.2 allows 20 octets). */
export function newSerialNumber(): string {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return bytes.toString("hex")
}

function checkedSerial(serial: string): string {
  if (!/^(?!0+$)[0-9a-f]{2,40}$/.test(serial) || serial.length % 2 !== 0 || Number.parseInt(serial[0]!, 16) > 7) {
    throw new RangeError("A serial number is 1 to 20 octets of lower-case hex and positive")
  }
  return serial
}

function checkedPeriod(from: Instant, to: Instant): { notBefore: Date; notAfter: Date } {
  const notBefore = new Date(from)
  const notAfter = new Date(to)
  if (!(notBefore < notAfter)) throw new RangeError("A certificate must end after it begins")
  return { notBefore, notAfter }
}

async function certificate(input: {
  serial: string
  subject: Name
  issuer: Name
  notBefore: Instant
  notAfter: Instant
  publicKey: Uint8Array
  signingKey: Uint8Array
  extensions: Extension[]
}): Promise<Uint8Array> {
  const made = await X509CertificateGenerator.create({
    serialNumber: checkedSerial(input.serial),
    subject: input.subject,
    issuer: input.issuer,
    ...checkedPeriod(input.notBefore, input.notAfter),
    publicKey: await importPublicKey(input.publicKey),
    signingKey: await importSigningKey(input.signingKey),
    signingAlgorithm: SIGNING_ALGORITHM,
    extensions: input.extensions,
  })
  return new Uint8Array(made.rawData)
}

/**
 * A new self-signed root that may sign leaf certificates and revocation lists and nothing else (path length 0).
 * The caller protects `privateKey` (see key-protection) and wipes it.
 */
export async function createAuthority(input: {
  subject: CertificateSubject
  notBefore: Instant
  notAfter: Instant
  serial: string
}): Promise<Authority> {
  const { publicKey, privateKey } = await generateSigningKey()
  const name = distinguishedName(input.subject)
  const identifier = await SubjectKeyIdentifierExtension.create(await importPublicKey(publicKey))
  return {
    privateKey,
    certificate: await certificate({
      ...input,
      subject: name,
      issuer: name,
      publicKey,
      signingKey: privateKey,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        identifier,
        new AuthorityKeyIdentifierExtension(identifier.keyId),
      ],
    }),
  }
}

/**
 * A signer's certificate (DER): may sign documents (digitalSignature and nonRepudiation, RFC 5280 §4.2.1.3), is no
 * authority, and names the list in which its revocation would stand. There is no extended key usage on purpose: Acrobat
 * and NSS accept a document signer without one.
 * @param input.publicKey SubjectPublicKeyInfo, DER; RSA of at least 3072 bits
 * @param input.crlUrl absolute URL of the revocation list
 * @throws DomainError invalid "signature.subjectInvalid"
 */
export async function issueCertificate(
  authority: Authority,
  input: {
    subject: CertificateSubject
    publicKey: Uint8Array
    notBefore: Instant
    notAfter: Instant
    serial: string
    crlUrl: string
  },
): Promise<Uint8Array> {
  const root = new X509Certificate(Uint8Array.from(authority.certificate))
  if (new Date(input.notAfter) > root.notAfter || new Date(input.notBefore) < root.notBefore) {
    throw new RangeError("A certificate cannot outlive the authority that issues it")
  }
  const rootIdentifier = root.getExtension(SubjectKeyIdentifierExtension)
  if (!rootIdentifier) throw new Error("The authority's certificate has no subject key identifier")
  return certificate({
    ...input,
    subject: distinguishedName(input.subject),
    issuer: root.subjectName,
    signingKey: authority.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      await SubjectKeyIdentifierExtension.create(await importPublicKey(input.publicKey)),
      new AuthorityKeyIdentifierExtension(rootIdentifier.keyId),
      new CRLDistributionPointsExtension([new URL(input.crlUrl).href]),
    ],
  })
}
