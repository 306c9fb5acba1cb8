import { expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { approvePlan, planOf, returnPlan, savePlan, submitPlan } from "#app/domain/programme/action-plan.server.ts"
import { markPresent, strikeMark, typeCode } from "#app/domain/programme/attendance.server.ts"
import { editCohort, runCohort } from "#app/domain/programme/cohorts.server.ts"
import { completeLearner } from "#app/domain/programme/completion.server.ts"
import { confirmLearner, declineLearner, withdrawLearner } from "#app/domain/programme/deciding.server.ts"
import { ledgerOf } from "#app/domain/programme/hours.server.ts"
import { getLearner } from "#app/domain/programme/learners.server.ts"
import { getCohort } from "#app/domain/programme/queries.server.ts"
import { twoRegions } from "#tests/support/agreements.ts"
import {
  approvedPlan,
  cohortIn,
  type Exchange,
  learnerIn,
  type Place,
  placeIn,
  planFields,
  programmeIn,
  sessionIn,
} from "#tests/support/programmes.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const rounds = 50
const reason = "Peserta berhalangan hadir."

async function arena() {
  const world = await createWorld()
  const sides = await twoRegions(world)
  return { world, sides, programme: await programmeIn(world, sides, "open") }
}

/** "done", or the key of the refusal; what is no refusal of the domain is thrown. */
const outcomeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return "done"
  } catch (error) {
    if (isDomainError(error) && error.code === "conflict") return error.key
    throw error
  }
}

const statusOf = async (world: World, { id }: Place) =>
  world.db.selectFrom("learner").select(["status", "lockVersion"]).where("id", "=", id).executeTakeFirstOrThrow()

const seatsTakenIn = async (world: World, cohortId: string): Promise<number> =>
  (
    await world.db
      .selectFrom("learner")
      .select("id")
      .where("cohortId", "=", cohortId)
      .where("status", "in", ["confirmed", "completed"])
      .execute()
  ).length

const eventsOf = async (world: World, { id }: Place, ...types: string[]): Promise<string[]> => {
  const rows = await world.db
    .selectFrom("auditEvent")
    .select("type")
    .where("subjectId", "=", id)
    .where("type", "in", types)
    .execute()
  return rows.map(({ type }) => type)
}

const liveMarks = (world: World, { id }: Place) =>
  world.db
    .selectFrom("attendance")
    .select(["id", "sessionId", "means"])
    .where("learnerId", "=", id)
    .where("struckAt", "is", null)
    .execute()

const hoursOf = async (world: World, place: Place) => {
  const { hours, lines } = await ledgerOf(await world.as(place.learner), place.id)
  return { hours, lines: lines.length }
}

it("gives the last seat to one of two nominees whom two coordinators confirm at once, and tells the other", async () => {
  const { world, sides, programme } = await arena()
  const cohort = await cohortIn(world, sides, programme, "open", { seats: 2 })
  await learnerIn(world, sides, cohort, "confirmed")
  const coordinators = await Promise.all([world.as(sides.jabar.drafter), world.as(sides.jabar.approver)])
  const sender = await world.as(sides.magelang.drafter)
  for (let round = 1; round <= rounds; round += 1) {
    const nominees = [await placeIn(world, sides, cohort), await placeIn(world, sides, cohort)]
    const outcomes = await Promise.all(
      nominees.map(({ id }, index) => outcomeOf(confirmLearner(coordinators[index]!, id, { lockVersion: 0 }))),
    )
    expect([...outcomes].sort()).toEqual(["done", "programme.cohortFull"])
    expect(await seatsTakenIn(world, cohort)).toBe(2)
    for (const [index, nominee] of nominees.entries()) {
      const { status, lockVersion } = await statusOf(world, nominee)
      const confirmed = outcomes[index] === "done"
      expect(status).toBe(confirmed ? "confirmed" : "nominated")
      expect(await eventsOf(world, nominee, "learner.confirmed")).toHaveLength(confirmed ? 1 : 0)
      // The seat is free again for the next two.
      if (confirmed) await withdrawLearner(sender, nominee.id, { lockVersion, reason })
      else await declineLearner(coordinators[0]!, nominee.id, { lockVersion, reason })
    }
  }
  const mails = (await world.mails()).filter(({ kind }) => kind === "learner-confirmed")
  expect(mails.filter(({ to }) => to === sides.magelang.drafter.email)).toHaveLength(rounds + 1)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("never has fewer seats than confirmed learners when seats are taken away while one is confirmed", async () => {
  const { world, sides, programme } = await arena()
  const [host, second] = await Promise.all([world.as(sides.jabar.drafter), world.as(sides.jabar.approver)])
  for (let round = 1; round <= rounds; round += 1) {
    const cohort = await cohortIn(world, sides, programme, "open", { seats: 2 })
    await learnerIn(world, sides, cohort, "confirmed")
    const nominee = await placeIn(world, sides, cohort)
    const { name, nominateUntil, startsOn, endsOn, lockVersion } = await getCohort(host, cohort)
    const [confirmed, edited] = await Promise.allSettled([
      confirmLearner(host, nominee.id, { lockVersion: 0 }),
      editCohort(second, cohort, { lockVersion, name, seats: 1, nominateUntil, startsOn, endsOn }),
    ])
    const { seats } = await getCohort(host, cohort)
    expect(await seatsTakenIn(world, cohort)).toBe(seats)
    expect([confirmed.status, edited.status].sort()).toEqual(["fulfilled", "rejected"])
    if (confirmed.status === "rejected")
      expect(confirmed.reason).toMatchObject({ code: "conflict", key: "programme.cohortFull" })
    if (edited.status === "rejected")
      expect(edited.reason).toMatchObject({ code: "invalid", fields: { seats: ["programme.seatsTaken"] } })
  }
}, 240_000)

/** A cohort with a session that is being held at this moment. */
async function heldSession(world: World, sides: Exchange, programme: string) {
  const cohort = await cohortIn(world, sides, programme, "open", { seats: 2 * rounds })
  const session = await sessionIn(world, sides, cohort)
  const places: Place[] = []
  for (let round = 1; round <= rounds; round += 1) places.push(await learnerIn(world, sides, cohort, "confirmed"))
  world.clock.set("2026-03-09T02:00:00.000Z")
  return { session, places }
}

it("marks a learner once whom the host ticks while he types the code, and counts his hours once", async () => {
  const { world, sides, programme } = await arena()
  const { session, places } = await heldSession(world, sides, programme)
  const host = await world.as(sides.jabar.drafter)
  const means = { host: 0, code: 0 }
  for (const place of places) {
    const [made, typed] = await Promise.all([
      markPresent(host, session.id, [place.id]),
      typeCode(await world.as(place.learner), place.id, session.code),
    ])
    expect(made + (typed.fresh ? 1 : 0)).toBe(1)
    const marks = await liveMarks(world, place)
    expect(marks).toMatchObject([{ sessionId: session.id, means: typed.fresh ? "code" : "host" }])
    means[marks[0]!.means] += 1
    expect(await hoursOf(world, place)).toEqual({ hours: 8, lines: 1 })
    expect(await eventsOf(world, place, "attendance.marked")).toHaveLength(1)
  }
  expect(means.host + means.code).toBe(rounds)
  // The whole list ticked by two hosts at once, in either order, marks nobody anew.
  const ids = places.map(({ id }) => id)
  const second = await world.as(sides.jabar.approver)
  expect(
    await Promise.all([markPresent(host, session.id, ids), markPresent(second, session.id, [...ids].reverse())]),
  ).toEqual([0, 0])
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("leaves one mark or none, never two, when the host strikes a mark while the learner types the code again", async () => {
  const { world, sides, programme } = await arena()
  const { session, places } = await heldSession(world, sides, programme)
  const host = await world.as(sides.jabar.drafter)
  const second = await world.as(sides.jabar.approver)
  await Promise.all([
    markPresent(
      host,
      session.id,
      places.map(({ id }) => id),
    ),
    markPresent(second, session.id, places.map(({ id }) => id).reverse()),
  ])
  for (const place of places) {
    const [before] = await liveMarks(world, place)
    const strike = (ctx: typeof host) => outcomeOf(strikeMark(ctx, session.id, before!.id, reason))
    const [one, two, typed] = await Promise.all([
      strike(host),
      strike(second),
      typeCode(await world.as(place.learner), place.id, session.code),
    ])
    expect([one, two].sort()).toEqual(["done", "programme.markStruck"])
    const marks = await liveMarks(world, place)
    expect(marks.map(({ means }) => means)).toEqual(typed.fresh ? ["code"] : [])
    expect(await hoursOf(world, place)).toEqual(typed.fresh ? { hours: 8, lines: 1 } : { hours: 0, lines: 0 })
    expect(await eventsOf(world, place, "attendance.struck")).toHaveLength(1)
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("takes one of two decisions that a superior gives on an action plan at once", async () => {
  const { world, sides, programme } = await arena()
  const cohort = await cohortIn(world, sides, programme, "open", { seats: rounds })
  for (let round = 1; round <= rounds; round += 1) {
    const place = await learnerIn(world, sides, cohort, "confirmed")
    const learner = await world.as(place.learner)
    await savePlan(learner, place.id, { planVersion: null, ...planFields })
    await submitPlan(learner, place.id, { planVersion: (await planOf(learner, place.id))!.lockVersion })
    const planVersion = (await planOf(learner, place.id))!.lockVersion
    const windows = await Promise.all([world.as(place.supervisor), world.as(place.supervisor)])
    const outcomes = await Promise.all([
      outcomeOf(approvePlan(windows[0]!, place.id, { planVersion, remark: "Bagus." })),
      outcomeOf(returnPlan(windows[1]!, place.id, { planVersion, remark: "Tambahkan jadwal." })),
    ])
    const approved = outcomes[0] === "done"
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1)
    // Who comes later finds the plan decided, or the version in his form gone by.
    expect(["stale", "flow.step"]).toContain(outcomes[approved ? 1 : 0])
    expect(await planOf(learner, place.id)).toMatchObject({
      status: approved ? "approved" : "returned",
      remark: approved ? "Bagus." : "Tambahkan jadwal.",
    })
    expect(await eventsOf(world, place, "plan.approved", "plan.returned")).toEqual([
      approved ? "plan.approved" : "plan.returned",
    ])
    const kinds = (await world.mails()).filter(({ to }) => to === place.learner.email).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith("plan-"))).toEqual([approved ? "plan-approved" : "plan-returned"])
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("records with a completion exactly the hours that the ledger holds when presences come in at that moment", async () => {
  const { world, sides, programme } = await arena()
  const cohort = await cohortIn(world, sides, programme, "open", { seats: rounds })
  const places: Place[] = []
  for (let round = 1; round <= rounds; round += 1) places.push(await learnerIn(world, sides, cohort, "confirmed"))
  const starting = await world.as(sides.jabar.drafter)
  await runCohort(starting, cohort, { lockVersion: (await getCohort(starting, cohort)).lockVersion })
  const sessions = [
    await sessionIn(world, sides, cohort, { startsAt: "2026-03-09T08:00", endsAt: "2026-03-09T11:00" }),
    await sessionIn(world, sides, cohort, { startsAt: "2026-03-09T08:00", endsAt: "2026-03-09T12:00" }),
    await sessionIn(world, sides, cohort, { startsAt: "2026-03-09T08:00", endsAt: "2026-03-09T13:00" }),
    await sessionIn(world, sides, cohort, { startsAt: "2026-03-09T08:00", endsAt: "2026-03-09T14:00" }),
    await sessionIn(world, sides, cohort, { startsAt: "2026-03-09T08:00", endsAt: "2026-03-09T15:00" }),
  ]
  world.clock.set("2026-03-09T02:00:00.000Z")
  const host = await world.as(sides.jabar.drafter)
  const second = await world.as(sides.jabar.approver)
  const [last, ...first] = sessions
  for (const place of places) {
    await approvedPlan(world, place)
    for (const { id } of first) await markPresent(host, id, [place.id])
    const { lockVersion } = await getLearner(host, place.id)
    const [completed, marked] = await Promise.all([
      outcomeOf(completeLearner(host, place.id, { lockVersion })),
      outcomeOf(markPresent(second, last!.id, [place.id])),
    ])
    expect(completed).toBe("done")
    expect(["done", "programme.notConfirmed"]).toContain(marked)
    const { data } = await world.db
      .selectFrom("auditEvent")
      .select("data")
      .where("subjectId", "=", place.id)
      .where("type", "=", "learner.completed")
      .executeTakeFirstOrThrow()
    const { hours, lines } = await hoursOf(world, place)
    expect(lines).toBe(marked === "done" ? 5 : 4)
    expect(JSON.parse(data)).toMatchObject({ attended: lines, sessions: 5, hours })
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)
