import { expect, it } from "vitest"
import { factsOf } from "#app/domain/agreement/facts.server.ts"
import { statusOfFacts } from "#app/domain/agreement/facts.ts"
import { signAgreement } from "#app/domain/agreement/signing.server.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { revokeCertificatesOfMandate } from "#app/domain/signature/revocation.server.ts"
import { revocationList } from "#app/domain/signature/revocation-list.server.ts"
import { inTransaction } from "#db/transaction.ts"
import { agreementIn, seenBy } from "#tests/support/agreements.ts"
import { certificateFor, type Signer, sign, signingOrder, twoSigners } from "#tests/support/signers.ts"
import { createWorld } from "#tests/support/world.ts"

const rounds = 120

/** What the loser of a race is told; anything else is a fault. */
const lateKeys = [
  "stale",
  "signing.revisionChanged",
  "agreement.alreadySealed",
  "flow.step",
  "signing.certificateRevoked",
  "signing.noCertificate",
]

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

async function arena() {
  const world = await createWorld()
  const sides = await twoSigners(world)
  const soundAt = async (code: string) => {
    const { id, status } = await world.db
      .selectFrom("agreement")
      .select(["id", "status"])
      .where("code", "=", code)
      .executeTakeFirstOrThrow()
    expect(statusOfFacts(await factsOf(world.db, id))).toBe(status)
    const revisions = await world.db
      .selectFrom("agreementRevision")
      .select(["ordinal", "sha256"])
      .where("agreementId", "=", id)
      .orderBy("ordinal")
      .execute()
    const seals = await world.db
      .selectFrom("signature")
      .select(["sha256Before", "sha256After", "revisionOrdinal"])
      .where("agreementId", "=", id)
      .orderBy("revisionOrdinal")
      .execute()
    expect(revisions.map(({ ordinal }) => ordinal)).toEqual(revisions.map((_, index) => index))
    expect(seals).toEqual(
      revisions.slice(1).map(({ sha256, ordinal }, index) => ({
        sha256Before: revisions[index]!.sha256,
        sha256After: sha256,
        revisionOrdinal: ordinal,
      })),
    )
    return { status, seals: seals.length }
  }
  return { world, sides, soundAt }
}

it("puts an agreement into force from two seals made at once: none stuck, none lost, none doubled", async () => {
  const { world, sides, soundAt } = await arena()
  for (let round = 0; round < rounds; round += 1) {
    const code = await agreementIn(world, sides, "signing")
    const both: Signer[] = [sides.jabar, sides.magelang]
    const orders = await Promise.all(
      both.map(async (side) => ({
        side,
        ctx: await world.as(side.head),
        order: await signingOrder(world, side, code),
      })),
    )
    const first = await Promise.all(orders.map(({ ctx, order }) => settled(signAgreement(ctx, code, order))))
    expect(first.filter(Boolean)).toHaveLength(1)
    expect(await soundAt(code)).toEqual({ status: "signing", seals: 1 })
    const loser = orders[first.indexOf(false)]!.side
    expect(await sign(world, loser, code)).toBe("in_force")
    expect(await soundAt(code)).toEqual({ status: "in_force", seals: 2 })
  }
  expect(await world.db.selectFrom("signature").select("id").execute()).toHaveLength(2 * rounds)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 600_000)

it("seals once when one head sends his form twice at once", async () => {
  const { world, sides, soundAt } = await arena()
  for (let round = 0; round < 20; round += 1) {
    const code = await agreementIn(world, sides, "signing")
    const ctx = await world.as(sides.jabar.head)
    const order = await signingOrder(world, sides.jabar, code)
    const went = await Promise.all([1, 2, 3].map(() => settled(signAgreement(ctx, code, order))))
    expect(went.filter(Boolean)).toHaveLength(1)
    expect(await soundAt(code)).toEqual({ status: "signing", seals: 1 })
  }
}, 180_000)

it("either seals or voids when a head signs while an approver takes the lock back", async () => {
  const { world, sides, soundAt } = await arena()
  for (let round = 0; round < 30; round += 1) {
    const code = await agreementIn(world, sides, "signing")
    const [head, approver] = [await world.as(sides.jabar.head), await world.as(sides.magelang.approver)]
    const order = await signingOrder(world, sides.jabar, code)
    const seen = { ...(await seenBy(approver, code)), reason: "Salah tulis." }
    // Voiding is quicker than sealing: let it start at any point of it.
    const late = new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
    const went = await Promise.all([
      settled(signAgreement(head, code, order)),
      settled(late.then(() => voidLock(approver, code, seen))),
    ])
    expect(went.filter(Boolean)).toHaveLength(1)
    const { status } = await soundAt(code)
    expect(status).toBe(went[0] ? "signing" : "negotiation")
  }
}, 180_000)

it("never registers a seal after its certificate was withdrawn, and every withdrawal is in the newest list", async () => {
  const { world, sides } = await arena()
  const { mandate } = sides.jabar
  let withdrawnFirst = 0
  let certificateId = sides.jabar.certificate.id
  for (let round = 0; round < 30; round += 1) {
    const code = await agreementIn(world, sides, "signing")
    const head = await world.as(sides.jabar.head)
    const order = await signingOrder(world, sides.jabar, code)
    // Every third time at once, so that some withdrawals come first on the fastest machine too.
    const late = new Promise((resolve) => setTimeout(resolve, round % 3 === 0 ? 0 : Math.random() * 150))
    const withdraw = () =>
      inTransaction(world.db, (trx) => revokeCertificatesOfMandate(trx, world.visitor(), mandate.id, "Hilang"))
    const [sealed] = await Promise.all([
      settled(signAgreement(head, code, order)),
      late.then(withdraw),
      revocationList(world.visitor()),
    ])
    const seals = await world.db
      .selectFrom("signature")
      .innerJoin("agreement", "agreement.id", "signature.agreementId")
      .select("signature.id")
      .where("agreement.code", "=", code)
      .execute()
    expect(seals).toHaveLength(sealed ? 1 : 0)
    if (!sealed) withdrawnFirst += 1
    const withdrawal = await world.db
      .selectFrom("auditEvent")
      .select("id")
      .where("subjectType", "=", "certificate")
      .where("subjectId", "=", certificateId)
      .executeTakeFirstOrThrow()
    // Ids grow in the order in which they were made: a seal that stands was made before its certificate was withdrawn.
    for (const { id } of seals) expect(id < withdrawal.id).toBe(true)
    certificateId = (await certificateFor(world, mandate)).id
  }
  expect(withdrawnFirst).toBeGreaterThan(0)
  const revoked = await world.db.selectFrom("certificate").select("serial").where("revokedAt", "is not", null).execute()
  const list = Buffer.from(await revocationList(world.visitor())).toString("hex")
  expect(revoked).toHaveLength(30)
  for (const { serial } of revoked) expect(list).toContain(serial)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 180_000)
