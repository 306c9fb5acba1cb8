import type { Selectable } from "kysely"
import { signAgreement, signingView } from "#app/domain/agreement/signing.server.ts"
import { addMilliseconds, days } from "#app/domain/kernel/clock.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import {
  type AuthorityRecord,
  authorityOf,
  fromBase64,
  toBase64,
  withAuthorityKey,
} from "#app/domain/signature/authority.server.ts"
import { issueCertificate, newSerialNumber } from "#app/domain/signature/engine/authority.server.ts"
import { generateSigningKey, type KeyPair } from "#app/domain/signature/engine/key-pair.server.ts"
import { protectPrivateKey } from "#app/domain/signature/engine/key-protection.server.ts"
import { certificateSubject } from "#app/domain/signature/enrolment.server.ts"
import type { AuthorityTable, CertificateTable, MandateTable } from "#db/schema.ts"
import { type Side, twoRegions } from "./agreements.ts"
import { testPassword } from "./password.ts"
import type { World } from "./world.ts"

export const testPassphrase = "kalimat sandi uji yang panjang"

/** As little work as an envelope may ask for: tests open keys by the hundred. */
const testCost = { memory: 19_456, passes: 2, lanes: 1 }

let authority: Promise<Selectable<AuthorityTable>> | undefined
const keys: Promise<KeyPair>[] = []

/** The authority of a world: its key pair is made once per worker, its row stands in every database. */
export async function testAuthority(world: World): Promise<AuthorityRecord> {
  const scope = world.visitor()
  authority ??= (async () => {
    const { id } = await authorityOf(scope)
    return world.db.selectFrom("authority").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  })()
  const row = await authority
  await world.db
    .insertInto("authority")
    .values({ ...row, crlNumber: 0, revocationList: null, revocationListedAt: null })
    .onConflict((taken) => taken.doNothing())
    .execute()
  return { ...row, certificate: fromBase64(row.certificate) }
}

/** The n-th key pair of this worker. */
const testKey = (n: number): Promise<KeyPair> => {
  keys[n] ??= generateSigningKey()
  return keys[n]
}

let serial = 0

/** A live certificate for a mandate, as enrolment makes it but with a key pair that tests share. */
export async function certificateFor(
  world: World,
  mandate: Pick<Selectable<MandateTable>, "id" | "accountId" | "organisationId" | "holderName" | "office" | "standIn">,
  overrides: Partial<CertificateTable> = {},
): Promise<CertificateTable> {
  const made = await testAuthority(world)
  const { publicKey, privateKey } = await testKey(serial++ % 2)
  const { name } = await world.db
    .selectFrom("organisation")
    .select("name")
    .where("id", "=", mandate.organisationId)
    .executeTakeFirstOrThrow()
  const id = newId()
  const number = newSerialNumber()
  const issuedAt = overrides.issuedAt ?? world.clock.now()
  const validUntil = overrides.validUntil ?? addMilliseconds(issuedAt, days(365))
  const certificate = await withAuthorityKey(world.services.settings, made, (open) =>
    issueCertificate(open, {
      subject: certificateSubject({ ...mandate, organisationName: name }),
      publicKey,
      notBefore: issuedAt,
      notAfter: validUntil,
      serial: number,
      crlUrl: `${world.services.settings.appUrl}/pki/ca.crl`,
    }),
  )
  const row: CertificateTable = {
    id,
    authorityId: made.id,
    serial: number,
    accountId: mandate.accountId,
    mandateId: mandate.id,
    subject: mandate.holderName,
    certificate: toBase64(certificate),
    keyEnvelope: await protectPrivateKey(privateKey, testPassphrase, id, testCost),
    issuedAt,
    validUntil,
    revokedAt: null,
    revocationCode: null,
    revocationReason: "",
    ...overrides,
  }
  await world.db.insertInto("certificate").values(row).execute()
  return row
}

/** A side of an agreement whose head of region has a key: what `government` makes, and a certificate. */
export async function withKey(world: World, side: Side): Promise<Signer> {
  const mandate = await world.db
    .selectFrom("mandate")
    .selectAll()
    .where("id", "=", side.mandateId)
    .executeTakeFirstOrThrow()
  return { ...side, mandate, certificate: await certificateFor(world, mandate) }
}

export type Signer = Side & {
  readonly mandate: Selectable<MandateTable>
  readonly certificate: CertificateTable
}

/** The two regions of most tests, both able to sign. */
export async function twoSigners(world: World): Promise<{ jabar: Signer; magelang: Signer }> {
  const sides = await twoRegions(world)
  return { jabar: await withKey(world, sides.jabar), magelang: await withKey(world, sides.magelang) }
}

/** What the signing form of this moment would carry for the head of `side`. */
export async function signingOrder(world: World, side: Side, code: string) {
  const { signing } = await signingView(await world.as(side.head), code)
  return { sha256: signing?.document.newest.sha256 ?? "", password: testPassword, passphrase: testPassphrase }
}

/** Signs for one side as its head would, from a page opened this moment. */
export async function sign(world: World, side: Side, code: string): Promise<"sealed" | "in_force"> {
  return signAgreement(await world.as(side.head), code, await signingOrder(world, side, code))
}
