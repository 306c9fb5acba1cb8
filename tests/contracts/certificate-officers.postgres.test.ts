import { expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { prepareCertificate } from "#app/domain/programme/certificate/preparation.server.ts"
import { revokeCertificateOfLearning } from "#app/domain/programme/certificate/revocation.server.ts"
import { sealCertificate } from "#app/domain/programme/certificate/sealing.server.ts"
import { verifyFile } from "#app/domain/signature/file-check.server.ts"
import {
  exchangeOf,
  officerOf,
  preparationOf,
  prepare,
  revocationOf,
  sealingOrder,
} from "#tests/support/certificates.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const rounds = 40

/** What the loser of a race is told; anything else is a fault. */
const lateKeys = ["stale", "flow.step", "certificate.alreadyPrepared", "certificate.nonePrepared", "form"]

/** Whether it went through; a refusal that is no lost race is thrown. */
async function settled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (isDomainError(error) && lateKeys.includes(error.key)) return false
    throw error
  }
}

async function soundAt(world: World, learnerId: string) {
  const rows = await world.db.selectFrom("learningCertificate").selectAll().where("learnerId", "=", learnerId).execute()
  for (const row of rows) {
    const events = await world.db
      .selectFrom("auditEvent")
      .select("type")
      .where("subjectId", "=", row.id)
      .orderBy("seq")
      .execute()
    expect(events.map(({ type }) => type)).toEqual([
      "learning_certificate.prepared",
      ...(row.sealedAt ? ["learning_certificate.sealed"] : []),
      ...(row.revokedAt ? ["learning_certificate.revoked"] : []),
    ])
    expect(row.sha256 === null).toBe(row.sealedAt === null)
  }
  return rows
}

it("is sealed once when two accounts of the printed officer, and one of them twice, seal at once", async () => {
  const world = await createWorld()
  const exchange = await exchangeOf(world)
  const second = await officerOf(world, exchange.host.organisation.id)
  for (let round = 0; round < rounds; round += 1) {
    const learner = await exchange.learner()
    await prepare(world, exchange, learner.id)
    const orders = await Promise.all(
      [exchange.officer, exchange.officer, second].map(async (officer) => ({
        ctx: await world.as(officer.account),
        order: await sealingOrder(world, officer, learner.id),
      })),
    )
    const went = await Promise.all(orders.map(({ ctx, order }) => settled(sealCertificate(ctx, learner.id, order))))
    expect(went.filter(Boolean)).toHaveLength(1)
    const [row] = await soundAt(world, learner.id)
    const sealedBy = went[2] ? second : exchange.officer
    expect(row).toMatchObject({
      status: "sealed",
      sealedBy: sealedBy.account.id,
      certificateId: sealedBy.certificate.id,
    })
    if (round % 10 === 0) {
      const { report, registered } = await verifyFile(world.visitor(), (await world.services.files.get(row!.sha256!))!)
      expect([report.verdict, registered]).toEqual(["valid", true])
    }
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 600_000)

it("is sealed or revoked, in one order, when an officer seals while an approver revokes", async () => {
  const world = await createWorld()
  const exchange = await exchangeOf(world)
  for (let round = 0; round < 20; round += 1) {
    const learner = await exchange.learner()
    await prepare(world, exchange, learner.id)
    const officer = await world.as(exchange.officer.account)
    const approver = await world.as(exchange.host.approver)
    const order = await sealingOrder(world, exchange.officer, learner.id)
    const revocation = await revocationOf(world, exchange, learner.id)
    const late = new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
    const went = await Promise.all([
      settled(sealCertificate(officer, learner.id, order)),
      settled(late.then(() => revokeCertificateOfLearning(approver, learner.id, revocation))),
    ])
    expect(went.filter(Boolean)).toHaveLength(1)
    const [row] = await soundAt(world, learner.id)
    expect(row?.status).toBe(went[0] ? "sealed" : "revoked")
  }
}, 300_000)

it("is prepared once, and no number given twice, when several prepare at once", async () => {
  const world = await createWorld()
  const exchange = await exchangeOf(world)
  for (let round = 0; round < 20; round += 1) {
    const [one, two] = [await exchange.learner(), await exchange.learner()]
    const drafter = await world.as(exchange.host.drafter)
    const first = await preparationOf(world, exchange, one.id)
    const twice = await Promise.all(
      ["a", "b"].map((suffix) =>
        settled(prepareCertificate(drafter, one.id, { ...first, number: `${first.number}-${suffix}` })),
      ),
    )
    expect(twice.filter(Boolean)).toHaveLength(1)
    expect(await soundAt(world, one.id)).toHaveLength(1)

    const three = await exchange.learner()
    const same = await preparationOf(world, exchange, two.id)
    const shared = await Promise.all(
      [two, three].map((learner) => settled(prepareCertificate(drafter, learner.id, same))),
    )
    expect(shared.filter(Boolean)).toHaveLength(1)
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 300_000)
