import "reflect-metadata"
import { Name } from "@peculiar/x509"
import { invalid } from "../../kernel/errors.ts"

/** Who a certificate speaks for. `title` is the office ("Wali Kota Magelang"), not a form of address. */
export interface CertificateSubject {
  commonName: string
  title?: string
  organisation: string
  /** ISO 3166 alpha-2, e.g. "ID". */
  country: string
  /** Stable number of the person inside the portal; letters, digits and hyphens. Never a NIK or NIP. */
  serialNumber?: string
}

/**
 * Longest part of a name, in characters. X.520 says 64, which real names of Indonesian agencies exceed; OpenSSL, NSS
 * and Acrobat read longer ones, and cutting an office's name would be wrong.
 */
const LONGEST_PART = 200

/** Controls, line breaks, lone surrogates, and invisible or direction-changing characters that make two names look alike. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

function part(text: string): string {
  const value = text.normalize("NFC").trim()
  if (value === "" || FORBIDDEN.test(value) || [...value].length > LONGEST_PART) {
    throw invalid("signature.subjectInvalid")
  }
  return value
}

/**
 * The X.501 name of `subject`. Values are set as typed attributes, one RDN each, and never pass through the text form of
 * a name, so commas, plus signs, quotes and "#" in an office stay what they are.
 * @throws DomainError invalid "signature.subjectInvalid" for empty, overlong or unprintable parts
 */
export function distinguishedName(subject: CertificateSubject): Name {
  if (!/^[A-Z]{2}$/.test(subject.country)) throw invalid("signature.subjectInvalid")
  if (subject.serialNumber !== undefined && !/^[A-Za-z0-9-]{1,64}$/.test(subject.serialNumber)) {
    throw invalid("signature.subjectInvalid")
  }
  return new Name([
    { "2.5.4.6": [{ printableString: subject.country }] },
    { "2.5.4.10": [{ utf8String: part(subject.organisation) }] },
    ...(subject.title === undefined ? [] : [{ "2.5.4.12": [{ utf8String: part(subject.title) }] }]),
    { "2.5.4.3": [{ utf8String: part(subject.commonName) }] },
    ...(subject.serialNumber === undefined ? [] : [{ "2.5.4.5": [{ printableString: subject.serialNumber }] }]),
  ])
}
