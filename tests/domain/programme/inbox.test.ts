import { expect, test } from "vitest"
import { planOf, savePlan, submitPlan } from "#app/domain/programme/action-plan.server.ts"
import { programmeInbox } from "#app/domain/programme/inbox.server.ts"
import { twoRegions } from "#tests/support/agreements.ts"
import {
  cohortFields,
  cohortIn,
  learnerIn,
  placeIn,
  planFields,
  programmeIn,
  sessionIn,
} from "#tests/support/programmes.ts"
import { createWorld } from "#tests/support/world.ts"

test("each side is told what waits for it in the cohorts, and no entry names a learner", async () => {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const programme = await programmeIn(world, sides, "open")
  const cohort = await cohortIn(world, sides, programme, "open")
  await cohortIn(world, sides, programme, "planned", { name: "Angkatan II" })
  const inbox = async (person: { id: string }) =>
    (await programmeInbox(await world.as(person))).map(({ kind, values, due }) => [kind, values, due ?? null])
  const { jabar, magelang } = sides
  const { nominateUntil, startsOn, endsOn } = cohortFields()
  const name = { cohort: "Angkatan I" }

  expect(await inbox(jabar.drafter)).toEqual([])
  expect(await inbox(magelang.drafter)).toEqual([["programme.nominate", { ...name, count: "2" }, nominateUntil]])

  await placeIn(world, sides, cohort)
  expect(await inbox(jabar.drafter)).toEqual([["programme.confirm", { ...name, count: "1" }, null]])
  expect(await inbox(magelang.drafter)).toEqual([["programme.nominate", { ...name, count: "1" }, nominateUntil]])

  const { id, learner, supervisor } = await learnerIn(world, sides, cohort, "confirmed")
  expect(await inbox(jabar.drafter)).toEqual([["programme.confirm", { ...name, count: "1" }, null]])
  expect(await inbox(magelang.drafter)).toEqual([])
  for (const person of [jabar.head, magelang.head]) expect(await inbox(person)).toEqual([])
  expect(await inbox(learner)).toEqual([["programme.plan", name, endsOn]])
  expect(await inbox(supervisor)).toEqual([])

  const ctx = await world.as(learner)
  await savePlan(ctx, id, { planVersion: null, ...planFields })
  await submitPlan(ctx, id, { planVersion: (await planOf(ctx, id))!.lockVersion })
  expect(await inbox(learner)).toEqual([])
  expect(await inbox(supervisor)).toEqual([["programme.decide", name, null]])

  await sessionIn(world, sides, cohort)
  world.clock.set("2026-03-09T02:00:00.000Z")
  expect(await inbox(learner)).toEqual([["programme.attend", { ...name, session: "Mengenal sembilan kotak" }, null]])
  expect((await inbox(jabar.drafter)).sort()).toEqual([
    ["programme.confirm", { ...name, count: "1" }, null],
    ["programme.run", name, startsOn],
  ])
  expect(await programmeInbox(world.visitor())).toEqual([])
})
