import { X509Certificate } from "node:crypto"
import type { Instant } from "../kernel/clock.ts"
import { authorize } from "../policy/table.ts"
import { type AuthorityScope, authorityOf } from "./authority.server.ts"

/** What a person needs to recognise the authority's certificate. */
export type AuthorityFacts = {
  readonly commonName: string
  /** SHA-256 over the DER, in pairs of hex digits as certificate viewers show it. */
  readonly fingerprint: string
  readonly serial: string
  readonly bits: number
  readonly validFrom: Instant
  readonly validUntil: Instant
}

/** The authority's certificate as facts; it is made where there is none yet. */
export async function authorityFacts(scope: AuthorityScope): Promise<AuthorityFacts> {
  authorize(scope.actor, "authority.read")
  const { commonName, certificate } = await authorityOf(scope)
  const read = new X509Certificate(certificate)
  return {
    commonName,
    fingerprint: read.fingerprint256,
    serial: read.serialNumber.toLowerCase(),
    bits: read.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
    validFrom: new Date(read.validFrom).toISOString(),
    validUntil: new Date(read.validTo).toISOString(),
  }
}
