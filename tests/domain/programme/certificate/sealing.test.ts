import { createHash } from "node:crypto"
import { beforeEach, describe, expect, test } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { minutes } from "#app/domain/kernel/clock.ts"
import { certificateFile } from "#app/domain/programme/certificate/files.server.ts"
import { revokeCertificateOfLearning } from "#app/domain/programme/certificate/revocation.server.ts"
import { sealCertificate, sealingView } from "#app/domain/programme/certificate/sealing.server.ts"
import { enrolKey } from "#app/domain/signature/enrolment.server.ts"
import { revokeCertificatesOfMandate } from "#app/domain/signature/revocation.server.ts"
import type { MandateTable } from "#db/schema.ts"
import { inTransaction } from "#db/transaction.ts"
import {
  type Exchange,
  exchangeOf,
  type Learner,
  officerOf,
  prepare,
  revocationOf,
  sealAs,
  sealingOrder,
} from "#tests/support/certificates.ts"
import { testPassword } from "#tests/support/password.ts"
import { certificateFor, withKey } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let exchange: Exchange
let learner: Learner

beforeEach(async () => {
  world = await createWorld()
  exchange = await exchangeOf(world)
  learner = await exchange.learner()
  await prepare(world, exchange, learner.id)
})

const certificate = () =>
  world.db.selectFrom("learningCertificate").selectAll().where("learnerId", "=", learner.id).executeTakeFirstOrThrow()
const order = () => sealingOrder(world, exchange.officer, learner.id)
const attempt = async (change: Partial<Awaited<ReturnType<typeof order>>> = {}) =>
  sealCertificate(await world.as(exchange.officer.account), learner.id, { ...(await order()), ...change })
const refusal = (key: string) => expect.objectContaining({ key })
const expectUnsealed = async () => {
  expect(await certificate()).toMatchObject({
    status: "prepared",
    sha256: null,
    sealedAt: null,
    sealedBy: null,
    office: "",
  })
  expect((await verifyAudit(world.db)).faults).toEqual([])
}

describe("the officer", () => {
  test("seals the file that he read; the base is its exact beginning", async () => {
    const before = world.changes.count
    await sealAs(world, exchange.officer, learner.id)
    const row = await certificate()
    expect(row).toMatchObject({
      status: "sealed",
      sealedAt: world.clock.now(),
      sealedBy: exchange.officer.account.id,
      mandateId: exchange.officer.mandateId,
      certificateId: exchange.officer.certificate.id,
      signerName: "Drs. Asep Permana, M.Si.",
      office: "Kepala Badan Kepegawaian Daerah Provinsi Jawa Barat",
    })
    const [base, sealed] = await Promise.all([row.baseSha256, row.sha256!].map((one) => world.services.files.get(one)))
    expect(createHash("sha256").update(sealed!).digest("hex")).toBe(row.sha256)
    expect(Buffer.from(sealed!).subarray(0, base!.length).equals(base!)).toBe(true)
    expect(world.changes.count).toBe(before + 1)
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  test("is on record by office, and the learner, his superior and both agencies' staff are told without a name", async () => {
    await sealAs(world, exchange.officer, learner.id)
    const event = await world.db
      .selectFrom("auditEvent")
      .selectAll()
      .where("type", "=", "learning_certificate.sealed")
      .executeTakeFirstOrThrow()
    expect(event.data).not.toContain("Ratna")
    const mails = (await world.mails()).filter(({ kind }) => kind === "learning-certificate-sealed")
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [learner.account, learner.supervisor, exchange.host.drafter, exchange.sender.drafter, exchange.sender.approver]
        .map(({ email }) => email)
        .sort(),
    )
    expect(JSON.stringify(mails)).not.toContain("Ratna")
  })

  test("may be the head of region, where his mandate covers it and his name is printed", async () => {
    await world.db
      .updateTable("mandate")
      .set({ instruments: JSON.stringify(["kesepakatan_bersama", "sertifikat_pembelajaran"]) })
      .where("id", "=", exchange.host.mandateId)
      .execute()
    const other = await exchange.learner()
    await prepare(
      world,
      { ...exchange, officer: { ...exchange.officer, mandateId: exchange.host.mandateId } },
      other.id,
    )
    await world.db
      .updateTable("certificate")
      .set({ revokedAt: world.clock.now() })
      .where("mandateId", "=", exchange.host.mandateId)
      .execute()
    const head = await withKey(world, exchange.host)
    const officer = { account: head.head, mandateId: head.mandateId, certificate: head.certificate }
    await sealAs(world, officer, other.id)
    const row = await world.db
      .selectFrom("learningCertificate")
      .select(["status", "office"])
      .where("learnerId", "=", other.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ status: "sealed", office: "Gubernur Jawa Barat" })
  })

  test("makes his key under a mandate for certificates alone", async () => {
    await world.db
      .updateTable("certificate")
      .set({ revokedAt: world.clock.now() })
      .where("id", "=", exchange.officer.certificate.id)
      .execute()
    const passphrase = "kalimat sandi kunci yang baru"
    const ctx = await world.as(exchange.officer.account)
    await enrolKey(ctx, exchange.officer.mandateId, { password: testPassword, passphrase, passphraseAgain: passphrase })
    await attempt({ passphrase })
    expect((await certificate()).status).toBe("sealed")
  })
})

describe("a seal is refused", () => {
  const changeMandate = (change: Partial<MandateTable>) =>
    world.db
      .updateTable("mandate")
      .set(change as never)
      .where("id", "=", exchange.officer.mandateId)
      .execute()

  test("to everybody of the host without the mandate, and to those who only may read", async () => {
    for (const person of [exchange.host.drafter, exchange.host.approver])
      await expect(sealCertificate(await world.as(person), learner.id, await order())).rejects.toEqual(
        refusal("mandate.use.none"),
      )
    for (const person of [exchange.sender.drafter, learner.account, learner.supervisor])
      await expect(sealCertificate(await world.as(person), learner.id, await order())).rejects.toMatchObject({
        code: "forbidden",
      })
    const colleague = await world.create.member(exchange.host.organisation.id, "member")
    await expect(sealCertificate(await world.as(colleague), learner.id, await order())).rejects.toMatchObject({
      code: "not_found",
    })
    const stranger = await world.create.member((await world.create.pemda("33.08")).id, "admin")
    await expect(sealCertificate(await world.as(stranger), learner.id, await order())).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(sealCertificate(world.visitor(), learner.id, await order())).rejects.toMatchObject({
      code: "not_found",
    })
    await expectUnsealed()
  })

  test("to another officer than the one printed", async () => {
    const other = await officerOf(world, exchange.host.organisation.id, { holderName: "Dra. Lilis Suryani" })
    await expect(sealCertificate(await world.as(other.account), learner.id, await order())).rejects.toEqual(
      refusal("certificate.notPrinted"),
    )
    await expectUnsealed()
  })

  test.each([
    ["that was never verified", { status: "entered" as const }, "mandate.use.unverified"],
    ["that ran out yesterday", { validUntil: "2026-03-01" }, "mandate.use.expired"],
    ["for another office", { office: "Sekretaris Daerah" }, "certificate.notPrinted"],
    ["of a stand-in where the holder is printed", { standIn: "plt" as const }, "certificate.notPrinted"],
  ])("under a mandate %s", async (_name, change, key) => {
    const read = await order()
    await changeMandate(change)
    await expect(sealCertificate(await world.as(exchange.officer.account), learner.id, read)).rejects.toEqual(
      refusal(key),
    )
    await expectUnsealed()
  })

  test.each([
    ["has ended", { status: "ended" as const }],
    ["was refused", { status: "refused" as const }],
    ["is for agreements only", { instruments: '["perjanjian_kerja_sama"]' }],
  ])("as if there were no such learner, where his only mandate %s", async (_name, change) => {
    const read = await order()
    await changeMandate(change)
    const ctx = await world.as(exchange.officer.account)
    await expect(sealCertificate(ctx, learner.id, read)).rejects.toMatchObject({ code: "not_found" })
    await expect(sealingView(ctx, learner.id)).rejects.toMatchObject({ code: "not_found" })
    await expectUnsealed()
  })

  test("for another file than the one he read", async () => {
    await expect(attempt({ sha256: "0".repeat(64) })).rejects.toEqual(refusal("certificate.fileChanged"))
    const read = await order()
    const revocation = await revocationOf(world, exchange, learner.id)
    await revokeCertificateOfLearning(await world.as(exchange.host.approver), learner.id, revocation)
    await expect(attempt()).rejects.toEqual(refusal("certificate.nonePrepared"))
    await prepare(world, exchange, learner.id)
    await expect(sealCertificate(await world.as(exchange.officer.account), learner.id, read)).rejects.toEqual(
      refusal("certificate.fileChanged"),
    )
  })

  test("with a wrong password or passphrase, on its field; five passphrases lock the key for a quarter of an hour", async () => {
    await expect(attempt({ password: "bukan sandinya" })).rejects.toMatchObject({
      code: "invalid",
      fields: { password: ["password.wrong"] },
    })
    for (let n = 0; n < 5; n += 1)
      await expect(attempt({ passphrase: `salah ke-${n} kalinya` })).rejects.toMatchObject({
        code: "invalid",
        fields: { passphrase: ["signature.wrongPassphrase"] },
      })
    await expect(attempt()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 900 })
    await expectUnsealed()
    world.clock.turn(minutes(15) + 1)
    await attempt()
    expect((await certificate()).status).toBe("sealed")
  })

  test("a second time, whichever form is sent", async () => {
    const read = await order()
    await attempt()
    const { sha256 } = await certificate()
    await expect(sealCertificate(await world.as(exchange.officer.account), learner.id, read)).rejects.toEqual(
      refusal("flow.step"),
    )
    expect((await certificate()).sha256).toBe(sha256)
  })

  test("without a key, and the page says where to make one", async () => {
    await world.db.updateTable("certificate").set({ revokedAt: world.clock.now() }).execute()
    const { sealing } = await sealingView(await world.as(exchange.officer.account), learner.id)
    expect(sealing?.power).toMatchObject({
      mandate: { id: exchange.officer.mandateId },
      obstacle: { key: "signing.noCertificate" },
    })
    await expect(attempt()).rejects.toEqual(refusal("signing.noCertificate"))
  })

  test("when the mandate ends while the seal is being made, and its file is an orphan without harm", async () => {
    const ctx = await world.as(exchange.officer.account)
    const racing = {
      ...ctx,
      workshop: {
        ...ctx.workshop,
        check: async (job: Parameters<typeof ctx.workshop.check>[0]) => {
          const report = await ctx.workshop.check(job)
          await inTransaction(world.db, (trx) =>
            revokeCertificatesOfMandate(trx, ctx, exchange.officer.mandateId, "Masa jabatan berakhir"),
          )
          return report
        },
      },
    }
    await expect(sealCertificate(racing, learner.id, await order())).rejects.toEqual(
      refusal("signing.certificateRevoked"),
    )
    await expectUnsealed()
  })

  test("when a seal comes out that does not verify: nothing is stored or recorded", async () => {
    const ctx = await world.as(exchange.officer.account)
    const broken = {
      ...ctx,
      workshop: {
        ...ctx.workshop,
        seal: async (job: Parameters<typeof ctx.workshop.seal>[0]) => {
          const sealed = await ctx.workshop.seal(job)
          const at = Buffer.from(sealed).lastIndexOf("/Contents <") + 200
          sealed[at] = sealed[at] === 0x30 ? 0x31 : 0x30
          return sealed
        },
      },
    }
    await expect(sealCertificate(broken, learner.id, await order())).rejects.toThrow("does not verify")
    await expectUnsealed()
  })

  test("when the database gives out in the last step: unsealed, whole, and sealed at the next try", async () => {
    const read = await order()
    const ctx = await world.as(exchange.officer.account)
    const crashing = { ...ctx, requestId: null as unknown as string }
    await expect(sealCertificate(crashing, learner.id, read)).rejects.toThrow()
    await expectUnsealed()
    await attempt()
    expect((await certificate()).status).toBe("sealed")
  })
})

describe("the files of a certificate", () => {
  const fileFor = async (person: { id: string }, sha256?: string) =>
    certificateFile(await world.as(person), learner.id, sha256)

  test("before the seal are the host's alone, after it everybody's who may read the certificate", async () => {
    const { baseSha256, verifyCode } = await certificate()
    for (const person of [learner.account, learner.supervisor, exchange.sender.drafter])
      await expect(fileFor(person)).rejects.toMatchObject({ code: "not_found" })
    await sealAs(world, exchange.officer, learner.id)
    const { sha256 } = await certificate()
    const people = [learner.account, learner.supervisor, exchange.sender.drafter, exchange.officer.account]
    for (const person of people) expect(await fileFor(person)).toEqual({ sha256, name: `sertifikat-${verifyCode}.pdf` })
    expect((await fileFor(exchange.host.drafter, baseSha256)).sha256).toBe(baseSha256)
    await expect(fileFor(learner.account, baseSha256)).rejects.toMatchObject({ code: "not_found" })
    const colleague = await world.create.member(exchange.sender.organisation.id, "member")
    await expect(fileFor(colleague)).rejects.toMatchObject({ code: "not_found" })
    await expect(certificateFile(world.visitor(), learner.id)).rejects.toMatchObject({ code: "not_found" })
  })

  test("stay with a superior only while he belongs to the agency that sent the learner", async () => {
    await sealAs(world, exchange.officer, learner.id)
    await world.db
      .updateTable("membership")
      .set({ endedAt: world.clock.now() })
      .where("accountId", "=", learner.supervisor.id)
      .execute()
    await expect(fileFor(learner.supervisor)).rejects.toMatchObject({ code: "not_found" })
  })
})

test("a key for another mandate of the same person does not seal", async () => {
  const { account } = exchange.officer
  const other = await world.create.mandate(account.id, exchange.host.organisation.id, {
    holderName: "Drs. Asep Permana, M.Si.",
    office: "Pelaksana Tugas Lain",
    officeKind: "delegate",
    basisKind: "surat_kuasa",
    instruments: JSON.stringify(["sertifikat_pembelajaran"]),
  })
  await certificateFor(world, other)
  await attempt()
  expect(await certificate()).toMatchObject({ mandateId: exchange.officer.mandateId })
})
