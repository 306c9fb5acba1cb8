import { describe, expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { statesOf, stepsFrom } from "#app/domain/kernel/flow.ts"
import { approvePlan, planOf, returnPlan, savePlan, submitPlan } from "#app/domain/programme/action-plan.server.ts"
import { markPresent } from "#app/domain/programme/attendance.server.ts"
import { cancelCohort, completeCohort, openCohort, runCohort } from "#app/domain/programme/cohorts.server.ts"
import { completeLearner } from "#app/domain/programme/completion.server.ts"
import { confirmLearner, declineLearner, withdrawLearner } from "#app/domain/programme/deciding.server.ts"
import { editProgramme } from "#app/domain/programme/editing.server.ts"
import {
  type ActionPlanStep,
  actionPlanFlow,
  type CohortStep,
  cohortFlow,
  type LearnerStep,
  learnerFlow,
  type ProgrammeStep,
  programmeFlow,
} from "#app/domain/programme/flow.ts"
import { getLearner } from "#app/domain/programme/learners.server.ts"
import { getCohort, getProgramme } from "#app/domain/programme/queries.server.ts"
import { cancelProgramme, completeProgramme, openProgramme } from "#app/domain/programme/running.server.ts"
import type { ActionPlanStatus } from "#db/schema.ts"
import { agreementIn, twoRegions } from "#tests/support/agreements.ts"
import {
  approvedPlan,
  cohortIn,
  type Exchange,
  learnerIn,
  type Place,
  planFields,
  programmeFields,
  programmeIn,
  sessionIn,
} from "#tests/support/programmes.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const reason = "Belum dapat dilaksanakan."
const outcome = (work: Promise<unknown>, state: () => Promise<string>): Promise<string> =>
  work.then(state, (error) => (isDomainError(error) ? error.key : String(error)))

/** What each use case does in a state: where the flow has the step, the state it leads to; else a refusal. */
const expectedOf = <Step extends string>(
  flow: { steps: Record<Step, { from: readonly string[]; to: string }> },
  state: string,
  steps: readonly Step[],
) =>
  Object.fromEntries(
    steps.map((step) => [step, flow.steps[step].from.includes(state) ? flow.steps[step].to : "flow.step"]),
  )

it("knows these states and lets exactly these steps start in each", () => {
  const shape = (flow: { initial: string; steps: object }) =>
    Object.fromEntries(statesOf(flow as never).map((state) => [state, stepsFrom(flow as never, state as never)]))
  expect(shape(programmeFlow)).toEqual({
    draft: ["edit", "open", "cancel"],
    open: ["amend", "complete", "cancel"],
    completed: [],
    cancelled: [],
  })
  expect(shape(cohortFlow)).toEqual({
    planned: ["open", "cancel"],
    open: ["run", "cancel"],
    running: ["complete", "cancel"],
    completed: [],
    cancelled: [],
  })
  expect(shape(learnerFlow)).toEqual({
    nominated: ["confirm", "decline", "withdraw"],
    confirmed: ["withdraw", "complete"],
    declined: [],
    withdrawn: [],
    completed: [],
  })
  expect(shape(actionPlanFlow)).toEqual({
    draft: ["save", "submit"],
    returned: ["rework", "submit"],
    submitted: ["approve", "return"],
    approved: [],
  })
})

async function exchange(): Promise<{ world: World; sides: Exchange; agreement: string }> {
  const world = await createWorld()
  const sides = await twoRegions(world)
  return { world, sides, agreement: await agreementIn(world, sides, "in_force") }
}

describe("a programme", () => {
  const useCases: Record<ProgrammeStep, (ctx: Ctx, id: string, lockVersion: number) => Promise<unknown>> = {
    edit: (ctx, id, lockVersion) => editProgramme(ctx, id, { lockVersion, ...words }),
    amend: (ctx, id, lockVersion) => editProgramme(ctx, id, { lockVersion, ...words }),
    open: (ctx, id, lockVersion) => openProgramme(ctx, id, { lockVersion }),
    complete: (ctx, id, lockVersion) => completeProgramme(ctx, id, { lockVersion }),
    cancel: (ctx, id, lockVersion) => cancelProgramme(ctx, id, { lockVersion, reason }),
  }
  const { agreement: _, ...words } = programmeFields("", { title: "Belajar hal yang lain" })
  for (const state of statesOf(programmeFlow))
    it(`that is ${state} takes exactly its steps`, async () => {
      const { world, sides, agreement } = await exchange()
      const ctx = await world.as(sides.jabar.drafter)
      const outcomes: Record<string, string> = {}
      for (const [step, run] of Object.entries(useCases) as [ProgrammeStep, (typeof useCases)["edit"]][]) {
        const id = await programmeIn(world, sides, state, { agreement })
        const { lockVersion } = await getProgramme(ctx, id)
        const now = async () => (await getProgramme(ctx, id)).status
        outcomes[step] = await outcome(run(ctx, id, lockVersion), now)
        if (!programmeFlow.steps[step].from.includes(state)) expect(await now()).toBe(state)
      }
      const expected = expectedOf(programmeFlow, state, Object.keys(useCases) as ProgrammeStep[])
      // Editing and amending are one use case, which takes the step that the state has.
      if (state === "draft") expected.amend = "draft"
      if (state === "open") expected.edit = "open"
      expect(outcomes).toEqual(expected)
      expect((await verifyAudit(world.db)).faults).toEqual([])
    })
})

describe("a cohort", () => {
  const useCases: Record<CohortStep, (ctx: Ctx, id: string, lockVersion: number) => Promise<unknown>> = {
    open: (ctx, id, lockVersion) => openCohort(ctx, id, { lockVersion }),
    run: (ctx, id, lockVersion) => runCohort(ctx, id, { lockVersion }),
    complete: (ctx, id, lockVersion) => completeCohort(ctx, id, { lockVersion }),
    cancel: (ctx, id, lockVersion) => cancelCohort(ctx, id, { lockVersion, reason }),
  }
  for (const state of statesOf(cohortFlow))
    it(`that is ${state} takes exactly its steps`, async () => {
      const { world, sides, agreement } = await exchange()
      const programme = await programmeIn(world, sides, "open", { agreement })
      const ctx = await world.as(sides.jabar.drafter)
      const outcomes: Record<string, string> = {}
      for (const [step, run] of Object.entries(useCases) as [CohortStep, (typeof useCases)["open"]][]) {
        const id = await cohortIn(world, sides, programme, state)
        if (state === "open" && step === "run") await learnerIn(world, sides, id, "confirmed")
        const { lockVersion } = await getCohort(ctx, id)
        outcomes[step] = await outcome(run(ctx, id, lockVersion), async () => (await getCohort(ctx, id)).status)
      }
      expect(outcomes).toEqual(expectedOf(cohortFlow, state, Object.keys(useCases) as CohortStep[]))
      expect((await verifyAudit(world.db)).faults).toEqual([])
    })
})

describe("a learner", () => {
  const useCases: Record<
    LearnerStep,
    (world: World, sides: Exchange, place: Place, lockVersion: number) => Promise<unknown>
  > = {
    confirm: async (world, { jabar }, { id }, lockVersion) =>
      confirmLearner(await world.as(jabar.drafter), id, { lockVersion }),
    decline: async (world, { jabar }, { id }, lockVersion) =>
      declineLearner(await world.as(jabar.drafter), id, { lockVersion, reason }),
    withdraw: async (world, { magelang }, { id }, lockVersion) =>
      withdrawLearner(await world.as(magelang.drafter), id, { lockVersion, reason }),
    complete: async (world, { jabar }, { id }, lockVersion) =>
      completeLearner(await world.as(jabar.drafter), id, { lockVersion }),
  }
  for (const state of statesOf(learnerFlow))
    it(`who is ${state} takes exactly his steps`, async () => {
      const { world, sides, agreement } = await exchange()
      const programme = await programmeIn(world, sides, "open", { agreement })
      const outcomes: Record<string, string> = {}
      for (const [step, run] of Object.entries(useCases) as [LearnerStep, (typeof useCases)["confirm"]][]) {
        const cohort = await cohortIn(world, sides, programme, "open", { seats: 9 })
        const place = await learnerIn(world, sides, cohort, state)
        if (state === "confirmed" && step === "complete") {
          await approvedPlan(world, place)
          const host = await world.as(sides.jabar.drafter)
          await runCohort(host, cohort, { lockVersion: (await getCohort(host, cohort)).lockVersion })
          const { id } = await sessionIn(world, sides, cohort)
          world.clock.set("2026-03-09T01:00:00.000Z")
          await markPresent(await world.as(sides.jabar.drafter), id, [place.id])
          world.clock.set("2026-03-02T03:00:00.000Z")
        }
        const learner = await getLearner(await world.as(place.learner), place.id)
        outcomes[step] = await outcome(
          run(world, sides, place, learner.lockVersion),
          async () => (await getLearner(await world.as(place.learner), place.id)).status,
        )
        world.clock.set("2026-03-02T03:00:00.000Z")
      }
      expect(outcomes).toEqual(expectedOf(learnerFlow, state, Object.keys(useCases) as LearnerStep[]))
      expect((await verifyAudit(world.db)).faults).toEqual([])
    })
})

describe("an action plan", () => {
  const useCases: Record<ActionPlanStep, (world: World, place: Place, planVersion: number) => Promise<unknown>> = {
    save: async (world, { id, learner }, planVersion) =>
      savePlan(await world.as(learner), id, { planVersion, ...planFields, title: "Rencana yang lain" }),
    rework: async (world, { id, learner }, planVersion) =>
      savePlan(await world.as(learner), id, { planVersion, ...planFields, title: "Rencana yang lain" }),
    submit: async (world, { id, learner }, planVersion) => submitPlan(await world.as(learner), id, { planVersion }),
    approve: async (world, { id, supervisor }, planVersion) =>
      approvePlan(await world.as(supervisor), id, { planVersion, remark: "" }),
    return: async (world, { id, supervisor }, planVersion) =>
      returnPlan(await world.as(supervisor), id, { planVersion, remark: "Tambahkan jadwal." }),
  }
  for (const state of statesOf(actionPlanFlow))
    it(`that is ${state} takes exactly its steps`, async () => {
      const { world, sides, agreement } = await exchange()
      const programme = await programmeIn(world, sides, "open", { agreement })
      const cohort = await cohortIn(world, sides, programme, "open", { seats: 9 })
      const outcomes: Record<string, string> = {}
      for (const [step, run] of Object.entries(useCases) as [ActionPlanStep, (typeof useCases)["save"]][]) {
        const place = await learnerIn(world, sides, cohort, "confirmed")
        await planIn(world, place, state)
        const ctx = await world.as(place.learner)
        const { lockVersion } = (await planOf(ctx, place.id))!
        outcomes[step] = await outcome(
          run(world, place, lockVersion),
          async () => (await planOf(ctx, place.id))!.status,
        )
      }
      const expected = expectedOf(actionPlanFlow, state, Object.keys(useCases) as ActionPlanStep[])
      if (state === "draft") expected.rework = "draft"
      if (state === "returned") expected.save = "returned"
      expect(outcomes).toEqual(expected)
      expect((await verifyAudit(world.db)).faults).toEqual([])
    })

  async function planIn(world: World, place: Place, state: ActionPlanStatus): Promise<void> {
    const learner = await world.as(place.learner)
    const supervisor = await world.as(place.supervisor)
    const seen = async () => ({ planVersion: (await planOf(learner, place.id))!.lockVersion })
    await savePlan(learner, place.id, { planVersion: null, ...planFields })
    if (state === "draft") return
    await submitPlan(learner, place.id, await seen())
    if (state === "returned") await returnPlan(supervisor, place.id, { ...(await seen()), remark: "Tambahkan jadwal." })
    if (state === "approved") await approvePlan(supervisor, place.id, { ...(await seen()), remark: "Bagus." })
  }
})
