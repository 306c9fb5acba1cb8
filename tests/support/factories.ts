import type { Clock } from "#app/domain/kernel/clock.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import type { Db } from "#db/connection.ts"
import type { AccountTable, MandateTable, MembershipRole, MembershipTable, OrganisationTable } from "#db/schema.ts"
import { testPasswordHash } from "./password.ts"

type Row<T> = { [K in keyof T]: T[K] extends { __select__: infer S } ? S : T[K] }
type OrganisationRow = Omit<Row<OrganisationTable>, "lockVersion"> & { lockVersion: number }
type MandateRow = Omit<Row<MandateTable>, "lockVersion"> & { lockVersion: number }

export type Factories = ReturnType<typeof factories>

/** Rows as tests need them: sensible in every column, overridden where the test says so, parents made on demand. */
export function factories(db: Db, clock: Clock) {
  let serial = 0
  const count = () => {
    serial += 1
    return serial
  }

  /** An account with a proved address and the test password. */
  async function account(overrides: Partial<AccountTable> = {}): Promise<AccountTable> {
    const n = count()
    const row: AccountTable = {
      id: newId(),
      email: `orang${n}@contoh.example`,
      name: `Orang ${n}`,
      passwordHash: await testPasswordHash(),
      locale: "id",
      timeZone: "Asia/Jakarta",
      emailVerifiedAt: clock.now(),
      secretariatSince: null,
      privacyNoticeVersion: "2026-11-24",
      privacyAcceptedAt: clock.now(),
      createdAt: clock.now(),
      deletedAt: null,
      demoSince: null,
      ...overrides,
    }
    await db.insertInto("account").values(row).execute()
    return row
  }

  /** A member of the network secretariat. */
  const secretariat = (overrides: Partial<AccountTable> = {}) =>
    account({ name: "Sekretariat", secretariatSince: clock.now(), ...overrides })

  /** A verified organisation of the communities' strand in Kota Magelang, unless told otherwise. */
  async function organisation(overrides: Partial<OrganisationRow> = {}): Promise<OrganisationRow> {
    const n = count()
    const createdBy = overrides.createdBy ?? (await account()).id
    const row: OrganisationRow = {
      id: newId(),
      slug: `organisasi-${n}`,
      name: `Organisasi ${n}`,
      strand: "C",
      legalForm: "perkumpulan",
      regionCode: "33.71",
      governsRegionCode: null,
      description: "Sebuah organisasi untuk pengujian.",
      address: "Jalan Contoh 1",
      website: "",
      contactName: "Narahubung Rahasia",
      contactEmail: `narahubung${n}@contoh.example`,
      contactPhone: "0812-0000-1111",
      evidenceFileId: null,
      status: "verified",
      lockVersion: 0,
      createdBy,
      createdAt: clock.now(),
      updatedAt: clock.now(),
      submittedAt: clock.now(),
      verifiedAt: clock.now(),
      demoSince: null,
      ...overrides,
    }
    await db.insertInto("organisation").values(row).execute()
    return row
  }

  /** The verified government of a region. */
  const pemda = async (regionCode: string, overrides: Partial<OrganisationRow> = {}): Promise<OrganisationRow> => {
    const region = await db.selectFrom("region").select("name").where("code", "=", regionCode).executeTakeFirstOrThrow()
    return organisation({
      name: `Pemerintah ${region.name}`,
      slug: `pemda-${regionCode.replace(".", "-")}`,
      strand: "G",
      legalForm: "pemda",
      regionCode,
      governsRegionCode: regionCode,
      ...overrides,
    })
  }

  async function membership(
    accountId: string,
    organisationId: string,
    role: MembershipRole = "member",
    overrides: Partial<MembershipTable> = {},
  ): Promise<MembershipTable> {
    const row: MembershipTable = {
      id: newId(),
      organisationId,
      accountId,
      role,
      joinedAt: clock.now(),
      endedAt: null,
      ...overrides,
    }
    await db.insertInto("membership").values(row).execute()
    return row
  }

  /** A new account that belongs to `organisationId` in `role`. */
  async function member(
    organisationId: string,
    role: MembershipRole = "member",
    overrides: Partial<AccountTable> = {},
  ): Promise<AccountTable> {
    const person = await account(overrides)
    await membership(person.id, organisationId, role)
    return person
  }

  /** A verified head-of-region mandate for a Kesepakatan Bersama, unless told otherwise. */
  async function mandate(
    accountId: string,
    organisationId: string,
    overrides: Partial<MandateRow> = {},
  ): Promise<MandateRow> {
    const n = count()
    const row: MandateRow = {
      id: newId(),
      organisationId,
      accountId,
      holderName: `Pejabat ${n}`,
      office: `Kepala Daerah ${n}`,
      officeKind: "head_of_region",
      standIn: null,
      basisKind: "sk",
      basisNumber: `SK-${n}/2025`,
      basisDate: "2025-02-20",
      basisFileId: null,
      instruments: JSON.stringify(["kesepakatan_bersama"]),
      validFrom: "2025-02-20",
      validUntil: "2030-02-20",
      status: "verified",
      lockVersion: 0,
      enteredBy: overrides.enteredBy ?? accountId,
      enteredAt: clock.now(),
      decidedBy: overrides.decidedBy ?? (await secretariat()).id,
      decidedAt: clock.now(),
      decisionReason: "",
      endedAt: null,
      endReason: "",
      ...overrides,
    }
    await db.insertInto("mandate").values(row).execute()
    return row
  }

  return { account, secretariat, organisation, pemda, membership, member, mandate }
}
