import { addMilliseconds, dayIn, days, minutes, officialDay } from "#app/domain/kernel/clock.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { approvePlan, planOf, savePlan, submitPlan } from "#app/domain/programme/action-plan.server.ts"
import { markPresent } from "#app/domain/programme/attendance.server.ts"
import { prepareCertificate } from "#app/domain/programme/certificate/preparation.server.ts"
import { getCertificateCase } from "#app/domain/programme/certificate/queries.server.ts"
import { sealCertificate } from "#app/domain/programme/certificate/sealing.server.ts"
import { completeCohort, openCohort, planCohort, runCohort } from "#app/domain/programme/cohorts.server.ts"
import { completeLearner } from "#app/domain/programme/completion.server.ts"
import { confirmLearner } from "#app/domain/programme/deciding.server.ts"
import { getLearner } from "#app/domain/programme/learners.server.ts"
import { addModule } from "#app/domain/programme/modules.server.ts"
import { nominate } from "#app/domain/programme/nomination.server.ts"
import { getCohort, getProgramme, modulesOf } from "#app/domain/programme/queries.server.ts"
import { openProgramme } from "#app/domain/programme/running.server.ts"
import { planSession, sessionsOf } from "#app/domain/programme/sessions.server.ts"
import { startProgramme } from "#app/domain/programme/start.server.ts"
import { as, type DemoNetwork } from "./demo-actor.server.ts"

const modules = [
  { practice: "talent-management", form: "benchmarking", hours: "10" },
  { practice: "bureaucracy-3", form: "training", hours: "6" },
  { practice: "saber-hoaks", form: "training", hours: "4" },
  { practice: "working-with-abcgm", form: "learning-community", hours: "4" },
] as const

const nominees = [
  {
    email: "camat@magelang.example",
    name: "Camat Magelang Tengah (peraga)",
    number: "19800101 200501 1 001",
    rank: "Pembina (IV/a)",
    office: "Camat Magelang Tengah",
    unitCode: "33.71.03",
  },
  {
    email: "lurah@magelang.example",
    name: "Lurah Kemirirejo (peraga)",
    number: "19900202 201402 2 002",
    rank: "Penata Tingkat I (III/d)",
    office: "Lurah Kemirirejo",
    unitCode: "33.71.03",
  },
] as const

/** What is written locally in West Java's zone, as a form of a session sends it: 2026-01-31T08:00. */
const localTime = (instant: string): string =>
  `${dayIn(instant, "Asia/Jakarta")}T${new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Jakarta", hour: "2-digit", minute: "2-digit" }).format(new Date(instant))}`

/**
 * The learning exchange that the founding agreement asks for: a cohort that has been held, whose learners have
 * completed and one of whose certificates is sealed, and a cohort that is running. The sessions of the first are those
 * of the hour in which the demonstration is loaded: nobody can have learned before the agreement was in force.
 */
export async function loadLearningExchange(network: DemoNetwork, agreement: string): Promise<void> {
  const host = () => as(network, "bkd@jabar.example", "jabar")
  const programmeId = await startProgramme(await host(), {
    agreement,
    clauseKey: "bentuk-pembelajaran",
    title: "Belajar Manajemen Talenta dan Birokrasi 3.0",
    summary:
      "Camat, lurah, dan staf Kota Magelang belajar langsung dari perangkat daerah Jawa Barat: cara memetakan talenta, bekerja dengan lima unsur, dan menjawab kabar yang menyesatkan.",
    aims: "Memahami sembilan kotak talenta dan memakainya untuk pembinaan\nMerancang kerja bersama lima unsur di kelurahan\nMenjawab kabar bohong dengan bukti",
  })
  for (const module of modules) {
    const { lockVersion } = await getProgramme(await host(), programmeId)
    await addModule(await host(), programmeId, { ...module, hours: Number(module.hours), lockVersion })
  }
  await openProgramme(await host(), programmeId, await seenProgramme(await host(), programmeId))

  const held = await loadCohort(network, programmeId, "Angkatan I", {
    sessions: 4,
    apart: minutes(2),
    first: minutes(5),
  })
  for (const session of await sessionsOf(await host(), held.cohortId))
    await markPresent(await host(), session.id, held.learners)
  for (const [index, learnerId] of held.learners.entries()) await finish(network, learnerId, nominees[index]!.email)
  await completeCohort(await host(), held.cohortId, await seenCohort(await host(), held.cohortId))
  await certify(network, held.learners[0]!)

  await loadCohort(network, programmeId, "Angkatan II", { sessions: 3, apart: days(1), first: days(1) })
}

const seenProgramme = async (ctx: Ctx, id: string) => ({ lockVersion: (await getProgramme(ctx, id)).lockVersion })
const seenCohort = async (ctx: Ctx, id: string) => ({ lockVersion: (await getCohort(ctx, id)).lockVersion })

/** A cohort with both nominees in it, running. */
async function loadCohort(
  network: DemoNetwork,
  programmeId: string,
  name: string,
  plan: { sessions: number; apart: number; first: number },
): Promise<{ cohortId: string; learners: string[] }> {
  const host = () => as(network, "bkd@jabar.example", "jabar")
  const sender = () => as(network, "bkpsdm@magelang.example", "magelang")
  const now = network.services.clock.now()
  const today = officialDay(now)
  const cohortId = await planCohort(await host(), programmeId, {
    ...(await seenProgramme(await host(), programmeId)),
    name,
    seats: 20,
    nominateUntil: today,
    startsOn: today,
    endsOn: officialDay(addMilliseconds(now, days(60))),
  })
  await openCohort(await host(), cohortId, await seenCohort(await host(), cohortId))
  const learners: string[] = []
  for (const { email, ...nominee } of nominees) {
    const id = await nominate(await sender(), cohortId, {
      ...nominee,
      numberKind: "nip",
      accountId: network.accounts.get(email)!,
      supervisorId: network.accounts.get("bkpsdm@magelang.example")!,
    })
    const { lockVersion } = await getLearner(await host(), id)
    await confirmLearner(await host(), id, { lockVersion })
    learners.push(id)
  }
  const arranged = await modulesOf(network.services.db, programmeId)
  for (let n = 0; n < plan.sessions; n += 1) {
    const module = arranged[n % arranged.length]!
    const startsAt = addMilliseconds(now, plan.first + n * plan.apart)
    await planSession(await host(), cohortId, {
      ...(await seenCohort(await host(), cohortId)),
      moduleId: module.id,
      form: module.form,
      title: `Sesi ${n + 1}`,
      startsAt: localTime(startsAt),
      endsAt: localTime(addMilliseconds(startsAt, minutes(90))),
      place: "Gedung BKD Provinsi Jawa Barat, Kota Bandung",
    })
  }
  await runCohort(await host(), cohortId, await seenCohort(await host(), cohortId))
  return { cohortId, learners }
}

/** The learner writes his plan, his superior approves it, and the host declares that he has completed. */
async function finish(network: DemoNetwork, learnerId: string, email: string): Promise<void> {
  const learner = () => as(network, email, "magelang")
  const sender = () => as(network, "bkpsdm@magelang.example", "magelang")
  const host = () => as(network, "bkd@jabar.example", "jabar")
  const planVersion = async () => (await planOf(network.services, learnerId))?.lockVersion ?? 0
  await savePlan(await learner(), learnerId, {
    planVersion: null,
    title: "Papan layanan yang dijawab dalam satu hari",
    body: "Menyusun daftar keluhan yang paling sering, mengajak komunitas dan kampus setempat memilah penyebabnya, lalu mengumumkan hasilnya setiap Jumat di kantor dan grup warga.",
    dueOn: officialDay(addMilliseconds(network.services.clock.now(), days(60))),
  })
  await submitPlan(await learner(), learnerId, { planVersion: await planVersion() })
  await approvePlan(await sender(), learnerId, { planVersion: await planVersion(), remark: "" })
  const { lockVersion } = await getLearner(await host(), learnerId)
  await completeLearner(await host(), learnerId, { lockVersion })
}

/** Prepares the certificate of a learner and seals it under the issuing officer's mandate. */
async function certify(network: DemoNetwork, learnerId: string): Promise<void> {
  const host = () => as(network, "bkd@jabar.example", "jabar")
  const { lockVersion } = await getCertificateCase(await host(), learnerId)
  const mandate = await network.services.db
    .selectFrom("mandate")
    .select("id")
    .where("accountId", "=", network.accounts.get("bkd@jabar.example")!)
    .executeTakeFirstOrThrow()
  await prepareCertificate(await host(), learnerId, {
    lockVersion,
    number: "893/1/PERAGA/2026",
    place: "Bandung",
    mandateId: mandate.id,
  })
  const { live } = await getCertificateCase(await host(), learnerId)
  await sealCertificate(await host(), learnerId, {
    sha256: live!.baseSha256,
    password: network.secrets.password,
    passphrase: network.secrets.passphrase,
  })
}
