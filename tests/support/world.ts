import { membershipsOf } from "#app/domain/identity/session.server.ts"
import type { Actor, Locale } from "#app/domain/kernel/actor.ts"
import type { AppServices, Ctx } from "#app/domain/kernel/context.ts"
import type { FileStore } from "#app/domain/kernel/file-store.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { reactions } from "#app/domain/reactions.server.ts"
import { registers } from "#app/domain/registers.server.ts"
import type { Db } from "#db/connection.ts"
import { TurnableClock } from "./clock.ts"
import { freshDatabase } from "./database.ts"
import { type Factories, factories } from "./factories.ts"
import { memoryFiles } from "./memory-files.ts"
import { inProcessWorkshop } from "./workshop.ts"

export type World = {
  readonly db: Db
  readonly clock: TurnableClock
  readonly services: AppServices
  readonly create: Factories
  /** How often a commit said that public pages may have changed. */
  readonly changes: { count: number }
  /** A visitor's context. */
  visitor(overrides?: Partial<Ctx>): Ctx
  /** The context of an account, acting for `organisationId` (its only organisation when left out). */
  as(account: { id: string }, organisationId?: string | null, overrides?: Partial<Ctx>): Promise<Ctx>
  /** Every message waiting in the outbox, oldest first. */
  mails(): Promise<{ to: string; kind: string; locale: Locale; values: Record<string, string> }[]>
}

/** A world of its own: database, clock, files, and factories; `options.db` shares a database. */
export async function createWorld(options: { db?: Db; demo?: boolean; files?: FileStore } = {}): Promise<World> {
  const db = options.db ?? (await freshDatabase())
  const clock = new TurnableClock()
  const changes = { count: 0 }
  const services: AppServices = {
    db,
    clock,
    files: options.files ?? memoryFiles(),
    workshop: inProcessWorkshop(),
    settings: {
      appUrl: "http://127.0.0.1:3000",
      demo: options.demo ?? false,
      secrets: ["a secret of the tests, long enough to be one"],
      secretariatEmail: null,
    },
    log: { info() {}, warn() {}, error() {} },
    reactions,
    registers,
    publicChanged: () => {
      changes.count += 1
    },
  }
  const visitor = (overrides: Partial<Ctx> = {}): Ctx => ({
    ...services,
    actor: null,
    now: clock.now(),
    locale: "id",
    requestId: newId(),
    clientAddress: "192.0.2.7",
    ...overrides,
  })
  return {
    db,
    clock,
    services,
    changes,
    create: factories(db, clock),
    visitor,
    async as(account, organisationId, overrides = {}) {
      return visitor({ actor: await actorFor(db, account.id, organisationId), ...overrides })
    },
    async mails() {
      const rows = await db.selectFrom("outbox").select("payload").orderBy("createdAt").orderBy("id").execute()
      return rows.map(({ payload }) => JSON.parse(payload))
    },
  }
}

/** The actor as a session of this account would make him. */
export async function actorFor(db: Db, accountId: string, organisationId?: string | null): Promise<Actor> {
  const account = await db.selectFrom("account").selectAll().where("id", "=", accountId).executeTakeFirstOrThrow()
  const memberships = await membershipsOf(db, accountId)
  const acting =
    organisationId === null
      ? null
      : organisationId === undefined
        ? memberships.length === 1
          ? memberships[0]!
          : null
        : (memberships.find((own) => own.organisationId === organisationId) ?? null)
  return {
    accountId,
    name: account.name,
    email: account.email,
    emailVerified: account.emailVerifiedAt !== null,
    secretariat: account.secretariatSince !== null,
    memberships,
    acting,
    locale: account.locale,
    timeZone: account.timeZone,
  }
}
