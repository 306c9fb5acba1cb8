import { addMilliseconds, days, hours } from "#app/domain/kernel/clock.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { preparationView, prepareCertificate } from "#app/domain/programme/certificate/preparation.server.ts"
import { getCertificateCase } from "#app/domain/programme/certificate/queries.server.ts"
import { sealCertificate, sealingView } from "#app/domain/programme/certificate/sealing.server.ts"
import { protectNumber } from "#app/domain/programme/number-protection.server.ts"
import type { AccountTable, CertificateTable, LearnerStatus } from "#db/schema.ts"
import { agreementIn, type Side, twoRegions } from "./agreements.ts"
import { testPassword } from "./password.ts"
import { certificateFor, testAuthority, testPassphrase } from "./signers.ts"
import type { World } from "./world.ts"

/** The person who seals certificates for the host: a delegate with a power for them, and a key. */
export type Officer = {
  readonly account: AccountTable
  readonly mandateId: string
  readonly certificate: CertificateTable
}

/** A programme of Jawa Barat for Magelang that has been held, with all who deal with its certificates. */
export type Exchange = {
  readonly host: Side
  readonly sender: Side
  readonly officer: Officer
  readonly agreementCode: string
  readonly programmeId: string
  readonly cohortId: string
  /** One more learner of the cohort, who has completed it with 16 hours of two subjects unless told otherwise. */
  learner(person?: { name?: string; status?: LearnerStatus; attended?: boolean }): Promise<Learner>
}

export type Learner = { readonly id: string; readonly account: AccountTable; readonly supervisor: AccountTable }

/** The number of every learner of the tests, but for its last three digits. */
const numberWithout = "198609262015051"

export const officerOffice = "Kepala Badan Kepegawaian Daerah Provinsi Jawa Barat"

/** Somebody of `organisationId` with a verified mandate for certificates of learning, and a key for it. */
export async function officerOf(
  world: World,
  organisationId: string,
  { holderName = "Drs. Asep Permana, M.Si.", office = officerOffice } = {},
): Promise<Officer> {
  const account = await world.create.member(organisationId, "member", { name: holderName })
  const mandate = await world.create.mandate(account.id, organisationId, {
    holderName,
    office,
    officeKind: "delegate",
    basisKind: "surat_kuasa",
    instruments: JSON.stringify(["sertifikat_pembelajaran"]),
  })
  return { account, mandateId: mandate.id, certificate: await certificateFor(world, mandate) }
}

export async function exchangeOf(world: World): Promise<Exchange> {
  const { db, clock } = world
  await testAuthority(world)
  const sides = await twoRegions(world)
  const agreementCode = await agreementIn(world, sides, "in_force")
  const { id: agreementId } = await db
    .selectFrom("agreement")
    .select("id")
    .where("code", "=", agreementCode)
    .executeTakeFirstOrThrow()
  const { jabar: host, magelang: sender } = sides
  const officer = await officerOf(world, host.organisation.id)
  const now = clock.now()
  const programmeId = newId()
  await db
    .insertInto("programme")
    .values({
      id: programmeId,
      slug: `belajar-${programmeId.slice(-12)}`,
      agreementId,
      clauseKey: "ruang-lingkup",
      hostId: host.organisation.id,
      senderId: sender.organisation.id,
      title: "Belajar Manajemen Talenta",
      summary: "Camat dan lurah belajar manajemen talenta di Jawa Barat.",
      aims: "Memahami manajemen talenta.",
      status: "open",
      createdBy: host.drafter.id,
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
      endedAt: null,
      endReason: "",
      demoSince: null,
    })
    .execute()
  const modules = [
    { id: newId(), practice: "talent-management", form: "benchmarking", hours: 10 },
    { id: newId(), practice: "bureaucracy-3", form: "training", hours: 6 },
    { id: newId(), practice: "saber-hoaks", form: "training", hours: 4 },
  ]
  await db
    .insertInto("programmeModule")
    .values(modules.map((module, index) => ({ ...module, programmeId, ordinal: index + 1 })))
    .execute()
  const cohortId = newId()
  await db
    .insertInto("cohort")
    .values({
      id: cohortId,
      programmeId,
      number: 1,
      name: "Angkatan I",
      seats: 20,
      nominateUntil: "2026-01-10",
      startsOn: "2026-01-20",
      endsOn: "2026-02-20",
      status: "running",
      createdAt: now,
      endedAt: null,
      endReason: "",
    })
    .execute()
  const startsAt = addMilliseconds(now, -days(30))
  const sessions = modules.map(({ id: moduleId, form, practice }, index) => ({
    id: newId(),
    cohortId,
    moduleId,
    title: `Sesi ${practice}`,
    form,
    startsAt: addMilliseconds(startsAt, days(index)),
    endsAt: addMilliseconds(startsAt, days(index) + hours(3)),
    place: "Bandung",
    code: `KODE${index}X`,
    createdAt: now,
    updatedAt: now,
    cancelledAt: null,
    cancelReason: "",
  }))
  await db.insertInto("learningSession").values(sessions).execute()

  let count = 0
  return {
    host,
    sender,
    officer,
    agreementCode,
    programmeId,
    cohortId,
    async learner({ name = "Ratna Widyaningsih, S.IP.", status = "completed", attended = true } = {}) {
      count += 1
      const id = newId()
      const account = await world.create.member(sender.organisation.id, "member", { name })
      const supervisor = await world.create.member(sender.organisation.id, "member", { name: `Atasan ${count}` })
      await db
        .insertInto("learner")
        .values({
          id,
          cohortId,
          accountId: account.id,
          supervisorId: supervisor.id,
          name,
          numberKind: "nip",
          ...protectNumber(world.services.settings.secrets, id, `${numberWithout}${String(count).padStart(3, "0")}`),
          rank: "Penata Tingkat I (III/d)",
          office: "Lurah Kramat Selatan",
          unitCode: "33.71.02.1001",
          unitName: "Kelurahan Kramat Selatan",
          status,
          nominatedBy: sender.drafter.id,
          nominatedAt: now,
          decidedAt: now,
          decisionReason: "",
          completedAt: status === "completed" ? now : null,
          withdrawnAt: null,
        })
        .execute()
      if (attended)
        await db
          .insertInto("attendance")
          .values(
            sessions.slice(0, 2).map(({ id: sessionId }) => ({
              id: newId(),
              sessionId,
              learnerId: id,
              means: "host" as const,
              markedBy: host.drafter.id,
              markedAt: now,
              struckAt: null,
              struckBy: null,
              strikeReason: "",
            })),
          )
          .execute()
      return { id, account, supervisor }
    },
  }
}

let numbers = 0

/** The preparation form as the host's drafter would send it from a page opened this moment. */
export async function preparationOf(world: World, exchange: Exchange, learnerId: string) {
  numbers += 1
  const { learner } = await preparationView(await world.as(exchange.host.drafter), learnerId)
  return {
    lockVersion: learner.lockVersion,
    number: `893.3/${numbers}/BKD/2026`,
    place: "Bandung",
    mandateId: exchange.officer.mandateId,
  }
}

/** A prepared certificate for a learner; answers its id. */
export async function prepare(world: World, exchange: Exchange, learnerId: string): Promise<string> {
  const input = await preparationOf(world, exchange, learnerId)
  return prepareCertificate(await world.as(exchange.host.drafter), learnerId, input)
}

/** What the sealing form of this moment would carry. */
export async function sealingOrder(world: World, officer: Officer, learnerId: string) {
  const { sealing } = await sealingView(await world.as(officer.account), learnerId)
  return { sha256: sealing?.certificate.baseSha256 ?? "", password: testPassword, passphrase: testPassphrase }
}

/** Seals as the officer would, from a page opened this moment. */
export async function sealAs(world: World, officer: Officer, learnerId: string): Promise<void> {
  await sealCertificate(await world.as(officer.account), learnerId, await sealingOrder(world, officer, learnerId))
}

/** What the revocation form of this moment would carry. */
export async function revocationOf(world: World, exchange: Exchange, learnerId: string) {
  const { live } = await getCertificateCase(await world.as(exchange.host.approver), learnerId)
  return {
    lockVersion: live?.lockVersion ?? 0,
    class: "content" as const,
    reason: "Nama Ratna Widyaningsih keliru dieja pada sertifikat.",
  }
}
