import fc from "fast-check"
import { expect, it } from "vitest"
import { approveVersion, withdrawApproval } from "#app/domain/agreement/approval.server.ts"
import { saveDraft } from "#app/domain/agreement/drafting.server.ts"
import { cancelAgreement, withdrawAgreement } from "#app/domain/agreement/ending.server.ts"
import { factsOf } from "#app/domain/agreement/facts.server.ts"
import { statusOfFacts } from "#app/domain/agreement/facts.ts"
import { lockAgreement } from "#app/domain/agreement/locking.server.ts"
import { numberAgreement } from "#app/domain/agreement/numbering.server.ts"
import { proposeAgreement } from "#app/domain/agreement/proposal.server.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import type { AgreementStatus } from "#db/schema.ts"
import { draftOf, sealWithoutKey, seenBy, start, twoRegions, typeInto } from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

const moves = {
  save: async (ctx: Ctx, code: string, n: number) =>
    saveDraft(ctx, code, await draftOf(ctx, code, typeInto("objek", `Objek ${n}.`))),
  propose: async (ctx: Ctx, code: string) => proposeAgreement(ctx, code, await seenBy(ctx, code)),
  approve: async (ctx: Ctx, code: string) => approveVersion(ctx, code, await seenBy(ctx, code)),
  takeBack: async (ctx: Ctx, code: string) => withdrawApproval(ctx, code, await seenBy(ctx, code)),
  number: async (ctx: Ctx, code: string, n: number) =>
    numberAgreement(ctx, code, {
      ...(await seenBy(ctx, code)),
      number: n % 3 === 0 ? "N/TETAP" : `N/${n}`,
      numberedOn: "2026-03-10",
    }),
  lock: async (ctx: Ctx, code: string) => lockAgreement(ctx, code, await seenBy(ctx, code)),
  void: async (ctx: Ctx, code: string) =>
    voidLock(ctx, code, { ...(await seenBy(ctx, code)), reason: "Keliru ketik." }),
  cancel: async (ctx: Ctx, code: string) =>
    cancelAgreement(ctx, code, { ...(await seenBy(ctx, code)), reason: "Batal saja." }),
  withdraw: async (ctx: Ctx, code: string) =>
    withdrawAgreement(ctx, code, { ...(await seenBy(ctx, code)), reason: "Batal saja." }),
} as const

type Move = keyof typeof moves | "seal"
const allMoves = [...(Object.keys(moves) as Move[]), "seal" as const]

/** What people would mostly do in each state; every fifth move is any move at all. */
const likely: Partial<Record<AgreementStatus, readonly Move[]>> = {
  draft: ["propose", "propose", "propose", "save", "withdraw"],
  negotiation: ["approve", "approve", "approve", "number", "takeBack", "save"],
  agreed: ["number", "number", "lock", "lock", "lock", "save"],
  signing: ["seal", "seal", "void"],
}
const anyWalk = fc.array(
  fc.record({
    wild: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    pick: fc.nat(),
    who: fc.constantFrom("jabar", "magelang"),
  }),
  { minLength: 12, maxLength: 40 },
)

it("never reaches a state where facts and status disagree, whatever the two sides do in whatever order", async () => {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const people = { jabar: await world.as(sides.jabar.approver), magelang: await world.as(sides.magelang.approver) }
  const reached = new Map<string, number>()
  let step = 0
  await fc.assert(
    fc.asyncProperty(anyWalk, async (walk) => {
      const code = await start(people.jabar, sides.magelang.organisation.slug)
      const { id } = await world.db
        .selectFrom("agreement")
        .select("id")
        .where("code", "=", code)
        .executeTakeFirstOrThrow()
      for (const { wild, pick, who } of walk) {
        step += 1
        const before = await statusOf(id)
        const choice = (wild ? undefined : likely[before]) ?? allMoves
        const move = choice[pick % choice.length]!
        const refused = await (move === "seal" ? sealed(who, code, before) : moves[move](people[who], code, step)).then(
          () => false,
          (error: unknown) => {
            if (!isDomainError(error)) throw error
            return true
          },
        )
        const after = await statusOf(id)
        if (refused) expect(after).toBe(before)
        expect(statusOfFacts(await factsOf(world.db, id)), `${move} by ${who} in ${before}`).toBe(after)
        reached.set(after, (reached.get(after) ?? 0) + 1)
      }
    }),
    { numRuns: 40, seed: 20211208 },
  )
  expect([...reached.keys()].sort()).toEqual(
    ["agreed", "cancelled", "draft", "in_force", "negotiation", "signing", "withdrawn"].sort(),
  )
  expect((await verifyAudit(world.db)).faults).toEqual([])

  async function statusOf(id: string) {
    return (await world.db.selectFrom("agreement").select("status").where("id", "=", id).executeTakeFirstOrThrow())
      .status
  }

  async function sealed(who: "jabar" | "magelang", code: string, status: string): Promise<void> {
    if (status !== "signing") return
    const once = await world.db
      .selectFrom("signature")
      .innerJoin("agreement", "agreement.id", "signature.agreementId")
      .where("agreement.code", "=", code)
      .where("signature.accountId", "=", sides[who].head.id)
      .select("signature.id")
      .executeTakeFirst()
    if (!once) await sealWithoutKey(world, sides[who], code)
  }
}, 180_000)
