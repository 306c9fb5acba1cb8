import "reflect-metadata"
import {
  AuthorityKeyIdentifierExtension,
  Extension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CrlGenerator,
  X509CrlReason,
} from "@peculiar/x509"
import { Integer } from "asn1js"
import type { Instant } from "../../kernel/clock.ts"
import { type Authority, importSigningKey, SIGNING_ALGORITHM } from "./authority.server.ts"

/**
 * Why a certificate was withdrawn (RFC 5280 §5.3.1); the ones that a portal has grounds for. "unspecified" is left out:
 * the list writer would give such an entry an empty extension list, which is not valid DER.
 */
export type RevocationReason =
  | "keyCompromise"
  | "affiliationChanged"
  | "superseded"
  | "cessationOfOperation"
  | "privilegeWithdrawn"

export interface Revocation {
  /** Hex, as in the certificate. */
  serial: string
  revokedAt: Instant
  reason: RevocationReason
}

const CRL_NUMBER = "2.5.29.20"

/**
 * A complete revocation list (DER) of `authority`.
 * @param input.number grows with every list that is issued
 * @param input.nextUpdate when readers must have fetched the next one
 */
export async function issueRevocationList(
  authority: Authority,
  input: { number: number; thisUpdate: Instant; nextUpdate: Instant; revoked: readonly Revocation[] },
): Promise<Uint8Array> {
  if (!Number.isSafeInteger(input.number) || input.number < 0) throw new RangeError("A list number is a whole number")
  const root = new X509Certificate(Uint8Array.from(authority.certificate))
  const identifier = root.getExtension(SubjectKeyIdentifierExtension)
  if (!identifier) throw new Error("The authority's certificate has no subject key identifier")
  const list = await X509CrlGenerator.create({
    issuer: root.subjectName,
    thisUpdate: new Date(input.thisUpdate),
    nextUpdate: new Date(input.nextUpdate),
    signingAlgorithm: SIGNING_ALGORITHM,
    signingKey: await importSigningKey(authority.privateKey),
    entries: input.revoked.map(({ serial, revokedAt, reason }) => ({
      serialNumber: serial,
      revocationDate: new Date(revokedAt),
      reason: X509CrlReason[reason],
    })),
    extensions: [
      new AuthorityKeyIdentifierExtension(identifier.keyId),
      new Extension(CRL_NUMBER, false, Integer.fromBigInt(BigInt(input.number)).toBER()),
    ],
  })
  return new Uint8Array(list.rawData)
}
