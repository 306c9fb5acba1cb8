import { beforeEach, describe, expect, test } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { revokeCertificateOfLearning } from "#app/domain/programme/certificate/revocation.server.ts"
import { certificateRevocationForm } from "#app/domain/programme/certificate/schema.ts"
import { type Exchange, exchangeOf, type Learner, prepare, revocationOf, sealAs } from "#tests/support/certificates.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let exchange: Exchange
let learner: Learner

beforeEach(async () => {
  world = await createWorld()
  exchange = await exchangeOf(world)
  learner = await exchange.learner()
})

const certificates = () => world.db.selectFrom("learningCertificate").selectAll().execute()
const revoke = async (person = exchange.host.approver, change: Record<string, unknown> = {}) =>
  revokeCertificateOfLearning(await world.as(person), learner.id, {
    ...(await revocationOf(world, exchange, learner.id)),
    ...change,
  })

describe("revoking", () => {
  test("keeps the row and its files, records the class alone, and tells who had heard of it", async () => {
    await prepare(world, exchange, learner.id)
    await sealAs(world, exchange.officer, learner.id)
    const changes = world.changes.count
    await revoke()
    const [row] = await certificates()
    expect(row).toMatchObject({ status: "revoked", revokedAt: world.clock.now(), revokeClass: "content" })
    expect(await world.services.files.has(row!.sha256!)).toBe(true)
    expect(world.changes.count).toBe(changes + 1)
    const event = await world.db
      .selectFrom("auditEvent")
      .select("data")
      .where("type", "=", "learning_certificate.revoked")
      .executeTakeFirstOrThrow()
    expect(JSON.parse(event.data)).toEqual({ number: row!.number, class: "content" })
    const mails = (await world.mails()).filter(({ kind }) => kind === "learning-certificate-revoked")
    const { sender, host, officer } = exchange
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [learner.account, learner.supervisor, sender.drafter, sender.approver, host.drafter, officer.account]
        .map(({ email }) => email)
        .sort(),
    )
    expect(JSON.stringify(mails)).not.toContain("Ratna")
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  test("of one that was never sealed tells only those who worked on it", async () => {
    await prepare(world, exchange, learner.id)
    await revoke()
    const mails = (await world.mails()).filter(({ kind }) => kind === "learning-certificate-revoked")
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [exchange.host.drafter.email, exchange.officer.account.email].sort(),
    )
  })

  test("is refused where there is nothing, twice, and from an old page", async () => {
    await expect(revoke()).rejects.toMatchObject({ key: "certificate.noneToRevoke" })
    await prepare(world, exchange, learner.id)
    const old = await revocationOf(world, exchange, learner.id)
    await sealAs(world, exchange.officer, learner.id)
    await expect(revoke(exchange.host.approver, old)).rejects.toMatchObject({ key: "stale" })
    await revoke()
    await expect(revoke()).rejects.toMatchObject({ key: "certificate.noneToRevoke" })
  })

  test("is the host's approvers' and administrators' alone", async () => {
    await prepare(world, exchange, learner.id)
    const { host, sender, officer } = exchange
    for (const person of [host.drafter, officer.account, sender.approver, learner.account, learner.supervisor])
      await expect(revoke(person)).rejects.toMatchObject({ code: "forbidden" })
    const admin = await world.create.member(host.organisation.id, "admin")
    await revoke(admin)
    expect((await certificates())[0]?.status).toBe("revoked")
  })

  test("needs a class and a reason in words", () => {
    const good = { lockVersion: "0", class: "other", reason: "Terbit sebelum kegiatan selesai." }
    expect(certificateRevocationForm.safeParse(good).success).toBe(true)
    for (const change of [{ class: "" }, { class: "salah" }, { reason: "pendek" }, { reason: undefined }])
      expect(certificateRevocationForm.safeParse({ ...good, ...change }).success).toBe(false)
  })
})
