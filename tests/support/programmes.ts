import { approvePlan, planOf, savePlan, submitPlan } from "#app/domain/programme/action-plan.server.ts"
import { markPresent } from "#app/domain/programme/attendance.server.ts"
import {
  cancelCohort,
  completeCohort,
  openCohort,
  planCohort,
  runCohort,
} from "#app/domain/programme/cohorts.server.ts"
import { completeLearner } from "#app/domain/programme/completion.server.ts"
import { confirmLearner, declineLearner, withdrawLearner } from "#app/domain/programme/deciding.server.ts"
import { getLearner } from "#app/domain/programme/learners.server.ts"
import { addModule } from "#app/domain/programme/modules.server.ts"
import { nominate } from "#app/domain/programme/nomination.server.ts"
import { getCohort, getProgramme, modulesOf } from "#app/domain/programme/queries.server.ts"
import { cancelProgramme, completeProgramme, openProgramme } from "#app/domain/programme/running.server.ts"
import { nominationForm, programmeForm } from "#app/domain/programme/schema.ts"
import { planSession } from "#app/domain/programme/sessions.server.ts"
import { startProgramme } from "#app/domain/programme/start.server.ts"
import type { AccountTable, CohortStatus, LearnerStatus, ProgrammeStatus } from "#db/schema.ts"
import { agreementIn, type Side } from "./agreements.ts"
import type { World } from "./world.ts"

/** The host (jabar) teaches, the sender (magelang) sends its people. */
export type Exchange = { readonly jabar: Side; readonly magelang: Side }

const reason = "Anggaran tidak tersedia tahun ini."

/** What the form of a new programme holds. */
export const programmeFields = (agreement: string, overrides: Record<string, string> = {}) => ({
  agreement,
  clauseKey: "ruang-lingkup",
  title: "Belajar manajemen talenta",
  summary: "Pegawai kecamatan dan kelurahan belajar mengenali dan menyiapkan talenta di kantornya sendiri.",
  aims: "Memahami sembilan kotak talenta\nMenyusun rencana aksi",
  ...overrides,
})

export const standardModules = [
  { practice: "talent-management", form: "training", hours: 8 },
  { practice: "bureaucracy-3", form: "benchmarking", hours: 10 },
] as const

/** A programme of the host on an agreement in force, brought into `status`, with two modules. Answers its id. */
export async function programmeIn(
  world: World,
  sides: Exchange,
  status: ProgrammeStatus,
  options: { agreement?: string; modules?: readonly { practice: string; form: string; hours: number }[] } & {
    fields?: Record<string, string>
  } = {},
): Promise<string> {
  const agreement = options.agreement ?? (await agreementIn(world, sides, "in_force"))
  const ctx = await world.as(sides.jabar.drafter)
  const id = await startProgramme(ctx, programmeForm.parse(programmeFields(agreement, options.fields)))
  const seen = async () => ({ lockVersion: (await getProgramme(ctx, id)).lockVersion })
  for (const module of options.modules ?? standardModules) await addModule(ctx, id, { ...module, ...(await seen()) })
  if (status === "draft") return id
  if (status === "cancelled") {
    await cancelProgramme(ctx, id, { ...(await seen()), reason })
    return id
  }
  await openProgramme(ctx, id, await seen())
  if (status === "completed") await completeProgramme(ctx, id, await seen())
  return id
}

export const cohortFields = (overrides: Record<string, string | number> = {}) => ({
  name: "Angkatan I",
  seats: 2,
  nominateUntil: "2026-03-05",
  startsOn: "2026-03-09",
  endsOn: "2026-03-20",
  ...overrides,
})

/**
 * A cohort of a programme, brought into `status`; one that runs or has ended has a confirmed learner. Answers its id.
 */
export async function cohortIn(
  world: World,
  sides: Exchange,
  programmeId: string,
  status: CohortStatus,
  overrides: Record<string, string | number> = {},
): Promise<string> {
  const ctx = await world.as(sides.jabar.drafter)
  const { lockVersion } = await getProgramme(ctx, programmeId)
  const id = await planCohort(ctx, programmeId, {
    lockVersion,
    ...(cohortFields(overrides) as ReturnType<typeof cohortFields> & { seats: number }),
  })
  const seen = async () => ({ lockVersion: (await getCohort(ctx, id)).lockVersion })
  if (status === "planned") return id
  if (status === "cancelled") {
    await cancelCohort(ctx, id, { ...(await seen()), reason })
    return id
  }
  await openCohort(ctx, id, await seen())
  if (status === "open") return id
  await learnerIn(world, sides, id, "confirmed")
  await runCohort(ctx, id, await seen())
  if (status === "completed") await completeCohort(ctx, id, await seen())
  return id
}

let serial = 0

/** A number that passes every check, another one each time. */
export const freshNumber = (): string => {
  serial += 1
  return `19860926 201505 1 ${String((serial % 999) + 1).padStart(3, "0")}`
}

export type NominationFields = Record<keyof ReturnType<typeof nominationFields>, string>

export const nominationFields = (accountId: string, supervisorId: string, overrides: Record<string, string> = {}) => ({
  accountId,
  supervisorId,
  name: "Sri Wahyuni, S.STP.",
  numberKind: "nip",
  number: freshNumber(),
  rank: "Penata Muda (III/a)",
  office: "Kepala Seksi Pemerintahan",
  unitCode: "33.71.01",
  ...overrides,
})

/** The people of one place in a cohort. */
export type Place = { readonly id: string; readonly learner: AccountTable; readonly supervisor: AccountTable }

/** A learner of the sender with his superior, nominated and no more. */
export async function placeIn(
  world: World,
  sides: Exchange,
  cohortId: string,
  overrides: Record<string, string> = {},
): Promise<Place> {
  const { create } = world
  const learner = await create.member(sides.magelang.organisation.id, "member", { name: "Peserta" })
  const supervisor = await create.member(sides.magelang.organisation.id, "member", { name: "Atasan" })
  const ctx = await world.as(sides.magelang.drafter)
  const id = await nominate(ctx, cohortId, nominationForm.parse(nominationFields(learner.id, supervisor.id, overrides)))
  return { id, learner, supervisor }
}

/**
 * A learner brought into `status`. To be completed his cohort must run; a session is held, he is marked, and his
 * superior approves his plan.
 */
export async function learnerIn(
  world: World,
  sides: Exchange,
  cohortId: string,
  status: LearnerStatus,
  overrides: Record<string, string> = {},
): Promise<Place> {
  const place = await placeIn(world, sides, cohortId, overrides)
  const host = await world.as(sides.jabar.drafter)
  const seen = async () => ({ lockVersion: (await getLearner(host, place.id)).lockVersion })
  if (status === "nominated") return place
  if (status === "declined") {
    await declineLearner(host, place.id, { ...(await seen()), reason })
    return place
  }
  await confirmLearner(host, place.id, await seen())
  if (status === "withdrawn")
    await withdrawLearner(await world.as(sides.magelang.drafter), place.id, { ...(await seen()), reason })
  if (status === "completed") {
    await run(world, sides, cohortId)
    await approvedPlan(world, place)
    const { id } = await sessionIn(world, sides, cohortId, { startsAt: "2026-03-09T08:00", endsAt: "2026-03-09T11:00" })
    const before = world.clock.now()
    world.clock.set("2026-03-09T02:00:00.000Z")
    await markPresent(await world.as(sides.jabar.drafter), id, [place.id])
    await completeLearner(await world.as(sides.jabar.drafter), place.id, await seen())
    if (before > world.clock.now()) world.clock.set(before)
  }
  return place
}

async function run(world: World, sides: Exchange, cohortId: string): Promise<void> {
  const ctx = await world.as(sides.jabar.drafter)
  const { status, lockVersion } = await getCohort(ctx, cohortId)
  if (status === "open") await runCohort(ctx, cohortId, { lockVersion })
}

/** A session of the cohort's first module in the host's zone (WIB), planned this moment. */
export async function sessionIn(
  world: World,
  sides: Exchange,
  cohortId: string,
  overrides: Record<string, string> = {},
): Promise<{ id: string; code: string }> {
  const ctx = await world.as(sides.jabar.drafter)
  const cohort = await getCohort(ctx, cohortId)
  const [first] = await modulesOf(ctx.db, cohort.programmeId)
  const id = await planSession(ctx, cohortId, {
    lockVersion: cohort.lockVersion,
    moduleId: first!.id,
    form: first!.form,
    title: "Mengenal sembilan kotak",
    startsAt: "2026-03-09T08:00",
    endsAt: "2026-03-09T11:00",
    place: "Aula BKD, Bandung",
    ...overrides,
  })
  const { code } = await world.db
    .selectFrom("learningSession")
    .select("code")
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
  return { id, code }
}

export const planFields = {
  title: "Kotak talenta di kelurahan",
  body: "Setiap bulan kami membahas kinerja dan potensi pegawai kelurahan bersama camat, lalu mencatat hasilnya.",
  dueOn: "2026-06-30",
}

/** A learner's plan, written, submitted and approved. */
export async function approvedPlan(world: World, place: Place): Promise<void> {
  const learner = await world.as(place.learner)
  await savePlan(learner, place.id, { planVersion: null, ...planFields })
  const seen = async () => ({ planVersion: (await planOf(learner, place.id))!.lockVersion })
  await submitPlan(learner, place.id, await seen())
  await approvePlan(await world.as(place.supervisor), place.id, { ...(await seen()), remark: "" })
}
