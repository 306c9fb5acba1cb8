import { verify, X509Certificate } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import forge from "node-forge"
import { beforeEach, expect, test } from "vitest"
import { days, hours } from "#app/domain/kernel/clock.ts"
import { endMandate } from "#app/domain/organisation/mandate-ending.server.ts"
import { revokeCertificate, revokeCertificatesOfMandate } from "#app/domain/signature/revocation.server.ts"
import { revocationList } from "#app/domain/signature/revocation-list.server.ts"
import { inTransaction } from "#db/transaction.ts"
import { hasOpenssl, openssl } from "#tests/support/openssl.ts"
import { type Signer, testAuthority, twoSigners } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World

beforeEach(async () => {
  world = await createWorld()
})

/** The list as a library reads it that did not write it; its signature is checked with the authority's key. */
async function read(list: Uint8Array) {
  const { certificate } = await testAuthority(world)
  const [tbs, , signature] = children(forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(list).toString("binary"))))
  const signed = Buffer.from(forge.asn1.toDer(tbs!).getBytes(), "binary")
  const value = Buffer.from(signature!.value as string, "binary").subarray(1)
  expect(verify("sha256", signed, new X509Certificate(certificate).publicKey, value)).toBe(true)
  const [, , , thisUpdate, nextUpdate, ...rest] = children(tbs!)
  const instant = (one: forge.asn1.Asn1) => forge.asn1.utcTimeToDate(one.value as string).getTime()
  const revoked = rest.find(({ tagClass }) => tagClass === forge.asn1.Class.UNIVERSAL)
  const extensions = children(
    children(rest.find(({ tagClass }) => tagClass === forge.asn1.Class.CONTEXT_SPECIFIC)!)[0]!,
  )
  return {
    number: Number.parseInt(hex(inner(extensionOf(extensions, "2.5.29.20"))), 16),
    days: (instant(nextUpdate!) - instant(thisUpdate!)) / 86_400_000,
    serials: (revoked ? children(revoked) : []).map((entry) => hex(children(entry)[0]!)),
    reasons: (revoked ? children(revoked) : []).map((entry) =>
      hex(inner(extensionOf(children(children(entry)[2]!), "2.5.29.21"))),
    ),
  }
}

const children = (one: forge.asn1.Asn1): forge.asn1.Asn1[] => one.value as forge.asn1.Asn1[]
const hex = (one: forge.asn1.Asn1): string => Buffer.from(one.value as string, "binary").toString("hex")
const inner = (octets: forge.asn1.Asn1) => forge.asn1.fromDer(octets.value as string)
const extensionOf = (extensions: forge.asn1.Asn1[], oid: string): forge.asn1.Asn1 =>
  children(extensions.find((one) => forge.asn1.derToOid(children(one)[0]!.value as string) === oid)!).at(-1)!

const revoke = ({ mandate }: Signer, reason = "Mandat berakhir") =>
  inTransaction(world.db, (trx) => revokeCertificatesOfMandate(trx, world.visitor(), mandate.id, reason))

test("the list is signed by the authority, numbered, good for seven days and empty at first", async () => {
  await testAuthority(world)
  expect(await read(await revocationList(world.visitor()))).toEqual({ number: 1, serials: [], days: 7, reasons: [] })
})

test("the end of a mandate withdraws its certificate and puts its serial into the next list", async () => {
  const { jabar: first, magelang: second } = await twoSigners(world)
  const before = await read(await revocationList(world.visitor()))
  await revoke(first)
  const after = await read(await revocationList(world.visitor()))
  expect(after.serials).toEqual([first.certificate.serial])
  expect(after.reasons).toEqual(["03"])
  expect(after.number).toBeGreaterThan(before.number)
  const rows = await world.db
    .selectFrom("certificate")
    .select(["id", "revokedAt"])
    .orderBy("issuedAt")
    .orderBy("id")
    .execute()
  expect(rows.find(({ id }) => id === second.certificate.id)?.revokedAt).toBe(null)
})

test("whoever ends a mandate withdraws its certificate with it", async () => {
  const { jabar: side } = await twoSigners(world)
  const admin = await world.as(await world.create.member(side.organisation.id, "admin"))
  await endMandate(admin, side.mandateId, "Masa jabatan berakhir", side.mandate.lockVersion)
  const { revokedAt, revocationReason, keyEnvelope } = await world.db
    .selectFrom("certificate")
    .selectAll()
    .where("id", "=", side.certificate.id)
    .executeTakeFirstOrThrow()
  expect({ revokedAt, revocationReason, keyEnvelope }).toEqual({
    revokedAt: world.clock.now(),
    revocationReason: "Masa jabatan berakhir",
    keyEnvelope: "",
  })
  expect((await read(await revocationList(world.visitor()))).serials).toEqual([side.certificate.serial])
})

test("the holder is told once, and a second end changes nothing", async () => {
  const { jabar: side } = await twoSigners(world)
  await revoke(side)
  await revoke(side, "Sekali lagi")
  expect(await world.mails()).toEqual([
    {
      to: side.head.email,
      locale: "id",
      kind: "certificate-revoked",
      values: { office: "Gubernur Jawa Barat", reason: "Mandat berakhir" },
    },
  ])
  const events = await world.db.selectFrom("auditEvent").select(["type", "data"]).execute()
  expect(events.filter(({ type }) => type === "certificate.revoked").map(({ data }) => JSON.parse(data))).toEqual([
    { serial: side.certificate.serial, reason: "Mandat berakhir" },
  ])
})

test("a day-old list is made anew, a younger one is handed out as it is", async () => {
  await testAuthority(world)
  const first = await revocationList(world.visitor())
  world.clock.turn(hours(23))
  expect(await revocationList(world.visitor())).toEqual(first)
  world.clock.turn(hours(2))
  const second = await revocationList(world.visitor())
  expect((await read(second)).number).toBe(2)
  world.clock.turn(days(400))
  expect((await read(await revocationList(world.visitor()))).number).toBe(3)
})

test("lists made at the same instant have different numbers and the stored one is the highest", async () => {
  await testAuthority(world)
  const lists = await Promise.all(Array.from({ length: 8 }, () => revocationList(world.visitor())))
  const byNumber = new Map<number, string>()
  for (const list of lists) {
    const { number } = await read(list)
    const text = Buffer.from(list).toString("hex")
    expect(byNumber.get(number) ?? text).toBe(text)
    byNumber.set(number, text)
  }
  const stored = await read(await revocationList(world.visitor()))
  expect(stored.number).toBe(Math.max(...byNumber.keys()))
})

test("a withdrawal that fails with its transaction is in no list", async () => {
  const { jabar: side } = await twoSigners(world)
  const failing = inTransaction(world.db, async (trx) => {
    await revokeCertificate(trx, world.visitor(), side.certificate.id, { code: "keyCompromise", reason: "x" })
    throw new Error("later in the transaction")
  })
  await expect(failing).rejects.toThrow("later")
  expect((await read(await revocationList(world.visitor()))).serials).toEqual([])
  expect(await world.mails()).toEqual([])
})

test.skipIf(!hasOpenssl)("openssl reads the list and finds it signed by the authority", async () => {
  const { jabar: side } = await twoSigners(world)
  await revoke(side)
  const { certificate } = await testAuthority(world)
  const list = await revocationList(world.visitor())
  const said = openssl((folder, run) => {
    writeFileSync(join(folder, "ca.der"), certificate)
    writeFileSync(join(folder, "list.crl"), list)
    run("x509", "-inform", "DER", "-in", "ca.der", "-out", "ca.pem")
    return run("crl", "-inform", "DER", "-in", "list.crl", "-CAfile", "ca.pem", "-noout", "-text")
  })
  expect(said).toContain("verify OK")
  expect(said).toContain(side.certificate.serial.toUpperCase())
  expect(said).toContain("Affiliation Changed")
})
