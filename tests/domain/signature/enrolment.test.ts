import forge from "node-forge"
import { beforeEach, describe, expect, test } from "vitest"
import { days } from "#app/domain/kernel/clock.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { fromBase64 } from "#app/domain/signature/authority.server.ts"
import { openPrivateKey } from "#app/domain/signature/engine/key-protection.server.ts"
import { enrolKey } from "#app/domain/signature/enrolment.server.ts"
import { revokeOwnCertificate } from "#app/domain/signature/own-revocation.server.ts"
import { keyRings } from "#app/domain/signature/queries.server.ts"
import { enrolmentForm } from "#app/domain/signature/schema.ts"
import { testPassword } from "#tests/support/password.ts"
import { certificateFor, testAuthority, testPassphrase } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const typed = { passphrase: testPassphrase, passphraseAgain: testPassphrase, password: testPassword }

let world: World
let organisationId: string
let head: { id: string }
let ctx: Ctx

beforeEach(async () => {
  world = await createWorld()
  await testAuthority(world)
  organisationId = (await world.create.pemda("33.71", { name: "Pemerintah Kota Magelang" })).id
  head = await world.create.member(organisationId, "member")
  ctx = await world.as(head)
})

const mandate = (overrides: Parameters<World["create"]["mandate"]>[2] = {}) =>
  world.create.mandate(head.id, organisationId, {
    holderName: "Wali Kota Uji, S.E.",
    office: "Wali Kota Magelang",
    ...overrides,
  })

const refusal = (key: string) => expect.objectContaining({ key })

test("the certificate's subject comes from the mandate, the organisation and the account, read with another library", async () => {
  const { id: mandateId } = await mandate({ standIn: "plt" })
  const id = await enrolKey(ctx, mandateId, typed)
  const row = await world.db.selectFrom("certificate").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  const der = forge.util.createBuffer(Buffer.from(row.certificate, "base64").toString("binary"))
  const certificate = forge.pki.certificateFromAsn1(forge.asn1.fromDer(der))
  const field = (oid: string) =>
    forge.util.decodeUtf8(certificate.subject.attributes.find(({ type }) => type === oid)?.value as string)
  expect({
    country: field("2.5.4.6"),
    organisation: field("2.5.4.10"),
    office: field("2.5.4.12"),
    name: field("2.5.4.3"),
    number: field("2.5.4.5"),
  }).toEqual({
    country: "ID",
    organisation: "Pemerintah Kota Magelang",
    office: "Plt. Wali Kota Magelang",
    name: "Wali Kota Uji, S.E.",
    number: head.id,
  })
  expect(certificate.serialNumber.padStart(32, "0")).toBe(row.serial)
  const authority = await testAuthority(world)
  const root = forge.pki.certificateFromAsn1(
    forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(authority.certificate).toString("binary"))),
  )
  expect(root.verify(certificate)).toBe(true)
})

test("the certificate ends with the mandate's last day in Jakarta, or after two years", async () => {
  const ends = async (validUntil: string | null) => {
    const { id: mandateId } = await mandate({ validUntil })
    const id = await enrolKey(ctx, mandateId, typed)
    const row = await world.db.selectFrom("certificate").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
    return row.validUntil
  }
  expect(await ends("2026-08-17")).toBe("2026-08-17T16:59:59.000Z")
  expect(await ends("2026-03-02")).toBe("2026-03-02T16:59:59.000Z")
  expect(await ends(null)).toBe("2028-03-01T03:00:00.000Z")
  expect(await ends("2031-01-01")).toBe("2028-03-01T03:00:00.000Z")
})

test("the stored key opens with the passphrase alone, and neither secret is stored anywhere", async () => {
  const { id: mandateId } = await mandate()
  const id = await enrolKey(ctx, mandateId, typed)
  const row = await world.db.selectFrom("certificate").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  expect((await openPrivateKey(row.keyEnvelope, testPassphrase, id)).length).toBeGreaterThan(1000)
  await expect(openPrivateKey(row.keyEnvelope, testPassword, id)).rejects.toEqual(refusal("signature.wrongPassphrase"))
  const everything = JSON.stringify([
    row,
    await world.db.selectFrom("auditEvent").selectAll().execute(),
    await world.db.selectFrom("outbox").selectAll().execute(),
  ])
  expect(everything).not.toContain(testPassphrase)
  expect(everything).not.toContain(testPassword)
})

describe("is refused", () => {
  test("for somebody else's mandate, as if it were not there", async () => {
    const { id: mandateId } = await mandate()
    const stranger = await world.as(await world.create.member(organisationId, "admin"))
    await expect(enrolKey(stranger, mandateId, typed)).rejects.toMatchObject({ code: "not_found" })
  })

  test("for a visitor", async () => {
    const { id: mandateId } = await mandate()
    await expect(enrolKey(world.visitor(), mandateId, typed)).rejects.toMatchObject({ code: "forbidden" })
  })

  test.each([
    ["that nobody has verified", { status: "entered" as const }, "mandate.use.unverified"],
    ["that was refused", { status: "refused" as const }, "mandate.use.refused"],
    ["that has ended", { status: "ended" as const }, "mandate.use.ended"],
    ["that begins tomorrow", { validFrom: "2026-03-03" }, "mandate.use.notYet"],
    ["that ran out yesterday", { validUntil: "2026-03-01" }, "mandate.use.expired"],
  ])("for a mandate %s", async (_name, overrides, key) => {
    const { id: mandateId } = await mandate(overrides)
    await expect(enrolKey(ctx, mandateId, typed)).rejects.toEqual(refusal(key))
    expect(await world.db.selectFrom("certificate").select("id").execute()).toEqual([])
  })

  test("while the organisation is not verified", async () => {
    const { id: mandateId } = await mandate()
    await world.db.updateTable("organisation").set({ status: "suspended" }).where("id", "=", organisationId).execute()
    await expect(enrolKey(ctx, mandateId, typed)).rejects.toEqual(refusal("mandate.use.organisationUnverified"))
  })

  test("with a wrong password, and nothing is made", async () => {
    const { id: mandateId } = await mandate()
    await expect(enrolKey(ctx, mandateId, { ...typed, password: "bukan sandinya" })).rejects.toMatchObject({
      code: "invalid",
      fields: { password: ["password.wrong"] },
    })
    expect(await world.db.selectFrom("certificate").select("id").execute()).toEqual([])
  })

  test("for a second key under the same mandate", async () => {
    const row = await mandate()
    await certificateFor(world, row)
    await expect(enrolKey(ctx, row.id, typed)).rejects.toEqual(refusal("key.alreadyEnrolled"))
  })

  test("when the mandate was ended meanwhile", async () => {
    const { id: mandateId } = await mandate()
    const slow = {
      ...ctx,
      settings: {
        ...ctx.settings,
        get secrets() {
          void world.db
            .updateTable("mandate")
            .set({ lockVersion: 9, status: "ended" })
            .where("id", "=", mandateId)
            .execute()
          return world.services.settings.secrets
        },
      },
    }
    await expect(enrolKey(slow, mandateId, typed)).rejects.toEqual(refusal("stale"))
    expect(await world.db.selectFrom("certificate").select("id").execute()).toEqual([])
  })
})

test("an expired certificate makes room for a new one", async () => {
  const row = await mandate()
  const old = await certificateFor(world, row, { validUntil: "2026-03-03T00:00:00.000Z" })
  world.clock.turn(days(2))
  ctx = await world.as(head)
  const id = await enrolKey(ctx, row.id, typed)
  const rows = await world.db.selectFrom("certificate").select(["id", "revocationCode"]).orderBy("issuedAt").execute()
  expect(rows).toEqual([
    { id: old.id, revocationCode: "superseded" },
    { id, revocationCode: null },
  ])
})

test("a forgotten passphrase: the holder withdraws the key, is told, and makes a new one", async () => {
  const row = await mandate()
  const old = await certificateFor(world, row)
  const why = { code: "superseded" as const, reason: "Frasa sandi terlupa", password: testPassword }
  await revokeOwnCertificate(ctx, old.id, why)
  const revoked = await world.db
    .selectFrom("certificate")
    .selectAll()
    .where("id", "=", old.id)
    .executeTakeFirstOrThrow()
  expect(revoked).toMatchObject({ revokedAt: ctx.now, revocationCode: "superseded", keyEnvelope: "" })
  expect((await world.mails()).map(({ kind, values }) => [kind, values])).toEqual([
    ["certificate-revoked", { office: "Wali Kota Magelang", reason: "Frasa sandi terlupa" }],
  ])
  await expect(revokeOwnCertificate(ctx, old.id, why)).rejects.toEqual(refusal("key.alreadyRevoked"))
  const id = await enrolKey(ctx, row.id, typed)
  const [ring] = await keyRings(ctx)
  expect(ring?.live?.id).toBe(id)
  expect(ring?.past.map((one) => [one.id, one.state])).toEqual([[old.id, "revoked"]])
})

test("nobody withdraws another person's key, and the password is asked for", async () => {
  const row = await mandate()
  const { id } = await certificateFor(world, row)
  const why = { code: "keyCompromise" as const, reason: "Mencoba milik orang lain", password: testPassword }
  const stranger = await world.as(await world.create.member(organisationId, "admin"))
  await expect(revokeOwnCertificate(stranger, id, why)).rejects.toMatchObject({ code: "not_found" })
  await expect(revokeOwnCertificate(ctx, id, { ...why, password: "salah" })).rejects.toMatchObject({ code: "invalid" })
  expect((await world.db.selectFrom("certificate").select("revokedAt").execute())[0]?.revokedAt).toBe(null)
})

describe("the form", () => {
  const errors = (form: Record<string, string>) =>
    enrolmentForm.safeParse({ ...typed, ...form }).error?.issues.map(({ path, message }) => [path.join("."), message])

  test("takes a long passphrase typed twice alike", () => {
    expect(errors({})).toBe(undefined)
  })

  test("refuses a short one, one typed differently, one that is the password and one of a few letters", () => {
    expect(errors({ passphrase: "pendek", passphraseAgain: "pendek" })).toEqual([
      ["passphrase", "field.passphraseShort"],
    ])
    expect(errors({ passphraseAgain: "kalimat sandi uji yang lain" })).toEqual([
      ["passphraseAgain", "field.passphraseDiffers"],
    ])
    expect(errors({ passphrase: testPassword, passphraseAgain: testPassword })).toEqual([
      ["passphrase", "field.passphraseIsPassword"],
    ])
    expect(errors({ passphrase: "ababababababab", passphraseAgain: "ababababababab" })).toEqual([
      ["passphrase", "field.passphraseSimple"],
    ])
    expect(errors({ passphrase: "x".repeat(201), passphraseAgain: "x" })?.[0]).toEqual(["passphrase", "field.tooLong"])
  })

  test("reads letters composed and decomposed as the same passphrase", () => {
    const composed = "kafé bersama sekali"
    expect(errors({ passphrase: composed, passphraseAgain: composed.normalize("NFD") })).toBe(undefined)
  })
})

test("certificates are bytes of DER in base64", async () => {
  const row = await certificateFor(world, await mandate())
  expect(fromBase64(row.certificate)[0]).toBe(0x30)
})
