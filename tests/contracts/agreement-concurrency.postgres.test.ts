import { expect, it } from "vitest"
import { approveVersion } from "#app/domain/agreement/approval.server.ts"
import { saveDraft } from "#app/domain/agreement/drafting.server.ts"
import { factsOf } from "#app/domain/agreement/facts.server.ts"
import { statusOfFacts } from "#app/domain/agreement/facts.ts"
import { lockAgreement } from "#app/domain/agreement/locking.server.ts"
import { numberAgreement } from "#app/domain/agreement/numbering.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import {
  agreementIn,
  approve,
  draftOf,
  giveNumber,
  saveChange,
  seenBy,
  twoRegions,
  typeInto,
} from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

const rounds = 200

/** Two people at once on PostgreSQL, round after round on one agreement: whoever loses looks again and decides again. */
async function arena() {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const code = await agreementIn(world, sides, "negotiation")
  const { id } = await world.db.selectFrom("agreement").select("id").where("code", "=", code).executeTakeFirstOrThrow()
  const counted = async (type: string) =>
    (
      await world.db
        .selectFrom("auditEvent")
        .select("id")
        .where("subjectId", "=", id)
        .where("type", "=", type)
        .execute()
    ).length
  const agreement = () => world.db.selectFrom("agreement").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  const consistent = async () => {
    const { status } = await agreement()
    expect(statusOfFacts(await factsOf(world.db, id))).toBe(status)
    return status
  }
  return { world, sides, code, id, counted, agreement, consistent }
}

/** Runs `work` until it is not told that the agreement has moved on; answers how often it was. */
async function insist(work: () => Promise<unknown>): Promise<number> {
  for (let late = 0; ; late += 1) {
    try {
      await work()
      return late
    } catch (error) {
      if (!isDomainError(error) || error.key !== "stale" || late > 20) throw error
    }
  }
}

it("makes an agreement of two approvals given at once: none stuck, none lost, none doubled", async () => {
  const { world, sides, code, counted, consistent } = await arena()
  const people = await Promise.all([world.as(sides.jabar.approver), world.as(sides.magelang.approver)])
  let collisions = 0
  for (let round = 1; round <= rounds; round += 1) {
    const late = await Promise.all(
      people.map((ctx) => insist(async () => approveVersion(ctx, code, await seenBy(ctx, code)))),
    )
    collisions += late[0]! + late[1]!
    expect(await consistent()).toBe("agreed")
    await saveChange(people[round % 2]!, code, typeInto("objek", `Objek putaran ${round}.`))
    expect(await consistent()).toBe("negotiation")
  }
  expect(await counted("agreement.approved")).toBe(2 * rounds)
  expect(await counted("agreement.agreed")).toBe(rounds)
  expect(collisions).toBeGreaterThan(0)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("keeps every word of two drafters saving at once: one is first, the other saves on top after looking", async () => {
  const { world, sides, code, id, agreement, consistent } = await arena()
  const people = await Promise.all([world.as(sides.jabar.drafter), world.as(sides.magelang.drafter)])
  const keys = ["pelaksanaan", "objek"]
  let stale = 0
  const save = async (ctx: Ctx, key: string, words: string) => {
    let draft = await draftOf(ctx, code, typeInto(key, words))
    for (;;) {
      const outcome = await saveDraft(ctx, code, draft)
      if ("saved" in outcome) return
      stale += 1
      expect(outcome.stale.merge.clauses).toEqual([])
      draft = {
        ...draft,
        content: outcome.stale.merge.content,
        base: outcome.stale.newest,
        lockVersion: outcome.stale.lockVersion,
      }
    }
  }
  for (let round = 1; round <= rounds; round += 1) {
    await Promise.all(people.map((ctx, index) => save(ctx, keys[index]!, `Putaran ${round} dari ${index}.`)))
    const { content, version } = await seenBy(people[0]!, code)
    const bodies = keys.map((key) => content.text.clauses.find((clause) => clause.key === key)?.body)
    expect(bodies).toEqual([`Putaran ${round} dari 0.`, `Putaran ${round} dari 1.`])
    expect(version).toBe(1 + 2 * round)
  }
  const numbers = await world.db
    .selectFrom("agreementVersion")
    .select("number")
    .where("agreementId", "=", id)
    .orderBy("number")
    .execute()
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 1 + 2 * rounds }, (_, n) => n + 1))
  expect((await agreement()).versionNumber).toBe(1 + 2 * rounds)
  expect(await consistent()).toBe("negotiation")
  expect(stale).toBeGreaterThan(0)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("lets a save and an approval at once end in one order or the other, never in an approval of a text nobody named", async () => {
  const { world, sides, code, id, consistent } = await arena()
  const drafter = await world.as(sides.jabar.drafter)
  const approver = await world.as(sides.magelang.approver)
  for (let round = 1; round <= rounds; round += 1) {
    const read = await seenBy(approver, code)
    const draft = await draftOf(drafter, code, typeInto("objek", `Putaran ${round}.`))
    const [saved, approved] = await Promise.allSettled([
      saveDraft(drafter, code, draft),
      approveVersion(approver, code, read),
    ])
    expect(await consistent()).toBe("negotiation")
    const rows = await world.db
      .selectFrom("agreementApproval")
      .select("versionNumber")
      .where("agreementId", "=", id)
      .execute()
    const wasSaved = saved.status === "fulfilled" && "saved" in saved.value
    expect([wasSaved, approved.status === "fulfilled"].filter(Boolean)).toHaveLength(1)
    expect(rows.map(({ versionNumber }) => versionNumber).filter((version) => version === read.version)).toEqual(
      wasSaved ? [] : [read.version],
    )
    if (!wasSaved) await saveChange(drafter, code, typeInto("objek", `Putaran ${round}, kedua.`))
  }
}, 240_000)

it("makes one document of two locks at once", async () => {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const people = await Promise.all([world.as(sides.jabar.approver), world.as(sides.magelang.approver)])
  for (let round = 1; round <= 20; round += 1) {
    const code = await agreementIn(world, sides, "agreed")
    for (const side of Object.values(sides)) await giveNumber(world, side, code)
    const form = await seenBy(people[0]!, code)
    const outcomes = await Promise.allSettled(people.map((ctx) => lockAgreement(ctx, code, form)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  }
  const documents = await world.db.selectFrom("agreementDocument").select("round").execute()
  expect(documents).toEqual(Array.from({ length: 20 }, () => ({ round: 1 })))
}, 240_000)

it("gives one number to one of two agreements numbered at once", async () => {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const ctx = await world.as(sides.jabar.drafter)
  const codes = [await agreementIn(world, sides, "negotiation"), await agreementIn(world, sides, "negotiation")]
  for (let round = 1; round <= rounds; round += 1) {
    const outcomes = await Promise.allSettled(
      codes.map(async (code) =>
        numberAgreement(ctx, code, {
          lockVersion: (await seenBy(ctx, code)).lockVersion,
          number: `${round}/KS/2026`,
          numberedOn: "2026-03-10",
        }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const refused = outcomes.find((outcome) => outcome.status === "rejected")
    expect(refused).toMatchObject({ reason: { code: "invalid", fields: { number: ["agreement.numberTaken"] } } })
  }
  await expect(approve(world, sides.jabar, codes[0]!)).resolves.toBe("approved")
}, 240_000)
