import { expect, it } from "vitest"
import { approveVersion, withdrawApproval } from "#app/domain/agreement/approval.server.ts"
import { saveDraft } from "#app/domain/agreement/drafting.server.ts"
import { cancelAgreement, withdrawAgreement } from "#app/domain/agreement/ending.server.ts"
import { factsOf } from "#app/domain/agreement/facts.server.ts"
import { statusOfFacts } from "#app/domain/agreement/facts.ts"
import { type AgreementStep, agreementFlow } from "#app/domain/agreement/flow.ts"
import { lockAgreement } from "#app/domain/agreement/locking.server.ts"
import { numberAgreement } from "#app/domain/agreement/numbering.server.ts"
import { proposeAgreement } from "#app/domain/agreement/proposal.server.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { statesOf, stepsFrom } from "#app/domain/kernel/flow.ts"
import { agreementIn, draftOf, giveNumber, seenBy, twoRegions, typeInto } from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

it("knows nine states and lets exactly these steps start in each", () => {
  expect(Object.fromEntries(statesOf(agreementFlow).map((state) => [state, stepsFrom(agreementFlow, state)]))).toEqual({
    draft: ["redraft", "propose", "withdraw"],
    negotiation: ["revise", "approve", "withdrawApproval", "agree", "reserveNumber", "cancel"],
    withdrawn: [],
    agreed: ["revise", "number", "lock", "cancel"],
    signing: ["void", "seal", "enterIntoForce", "decline"],
    in_force: ["lapse"],
    declined: [],
    cancelled: [],
    lapsed: [],
  })
})

/** Each step that a person takes here, as the use case that takes it from a form opened this moment. */
const useCases: Partial<Record<AgreementStep, (ctx: Ctx, code: string) => Promise<unknown>>> = {
  redraft: async (ctx, code) => saveDraft(ctx, code, await draftOf(ctx, code, typeInto("objek", "Objek lain."))),
  propose: async (ctx, code) => proposeAgreement(ctx, code, await seenBy(ctx, code)),
  withdraw: async (ctx, code) => withdrawAgreement(ctx, code, { ...(await seenBy(ctx, code)), reason: "Tidak jadi." }),
  revise: async (ctx, code) => saveDraft(ctx, code, await draftOf(ctx, code, typeInto("objek", "Objek lain."))),
  approve: async (ctx, code) => approveVersion(ctx, code, await seenBy(ctx, code)),
  withdrawApproval: async (ctx, code) => withdrawApproval(ctx, code, await seenBy(ctx, code)),
  reserveNumber: async (ctx, code) => numberAgreement(ctx, code, await numberForm(ctx, code)),
  number: async (ctx, code) => numberAgreement(ctx, code, await numberForm(ctx, code)),
  lock: async (ctx, code) => lockAgreement(ctx, code, await seenBy(ctx, code)),
  void: async (ctx, code) => voidLock(ctx, code, { ...(await seenBy(ctx, code)), reason: "Salah ketik tanggal." }),
  cancel: async (ctx, code) => cancelAgreement(ctx, code, { ...(await seenBy(ctx, code)), reason: "Anggaran habis." }),
}

const numberForm = async (ctx: Ctx, code: string) => ({
  lockVersion: (await seenBy(ctx, code)).lockVersion,
  number: `LAIN/${code}`,
  numberedOn: "2026-03-11",
})

/** Use cases that take one of two like-named steps, as the state asks. */
const sisters: Partial<Record<AgreementStep, AgreementStep>> = {
  redraft: "revise",
  revise: "redraft",
  reserveNumber: "number",
  number: "reserveNumber",
}

for (const state of statesOf(agreementFlow)) {
  it(`lets the use cases run in ${state} exactly where the flow has the step, and leaves facts and status agreeing`, async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    const ctx = await world.as(sides.jabar.approver)
    const open = stepsFrom(agreementFlow, state)
    const outcomes: Record<string, string> = {}
    const expected: Record<string, string> = {}
    const untouched = await agreementIn(world, sides, state)
    for (const [step, run] of Object.entries(useCases) as [
      AgreementStep,
      (ctx: Ctx, code: string) => Promise<unknown>,
    ][]) {
      const allowed = open.includes(step) || (sisters[step] !== undefined && open.includes(sisters[step]))
      // A refused step changes nothing, so one agreement serves all of them.
      const code = allowed ? await agreementIn(world, sides, state) : untouched
      if (allowed && step === "withdrawApproval") await approveVersion(ctx, code, await seenBy(ctx, code))
      if (allowed && step === "lock") for (const side of Object.values(sides)) await giveNumber(world, side, code)
      const taken = open.includes(step) ? step : sisters[step]
      expected[step] = allowed && taken ? agreementFlow.steps[taken].to : "flow.step"
      outcomes[step] = await run(ctx, code).then(
        () => statusNow(code),
        (error) => (isDomainError(error) ? error.key : String(error)),
      )
      if (!allowed) expect(await statusNow(code)).toBe(state)
    }
    expect(outcomes).toEqual(expected)

    async function statusNow(code: string) {
      const row = await world.db
        .selectFrom("agreement")
        .select(["id", "status"])
        .where("code", "=", code)
        .executeTakeFirstOrThrow()
      expect(statusOfFacts(await factsOf(world.db, row.id))).toBe(row.status)
      return row.status
    }
  })
}
