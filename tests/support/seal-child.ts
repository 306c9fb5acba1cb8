/**
 * A process of its own that seals every agreement open for signing in an SQLite file, one seal after the other, until
 * none is left or it is killed: by whoever started it, who reads on its output how far it is, or by itself between two
 * statements of the transaction, a time too short to be met from outside.
 */
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { sealingState } from "#app/domain/agreement/sealing-state.server.ts"
import { signAgreement } from "#app/domain/agreement/signing.server.ts"
import { membershipsOf } from "#app/domain/identity/session.server.ts"
import { addMilliseconds } from "#app/domain/kernel/clock.ts"
import type { AppServices, Ctx } from "#app/domain/kernel/context.ts"
import type { FileStore } from "#app/domain/kernel/file-store.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { reactions } from "#app/domain/reactions.server.ts"
import { registers } from "#app/domain/registers.server.ts"
import { diskFiles } from "#app/services/file-store.server.ts"
import { type Db, openDatabase } from "#db/connection.ts"
import { inProcessWorkshop } from "./workshop.ts"

export type SealChildOrder = {
  readonly database: string
  readonly files: string
  readonly settings: AppServices["settings"]
  /** The time at which this process begins; it goes on from there. */
  readonly startedAt: string
  readonly password: string
  readonly passphrase: string
  /** The statement, counted from the first file stored, after which the process kills itself; null for never. */
  readonly lastStatement: number | null
}

const order = JSON.parse(process.argv[2] ?? "") as SealChildOrder
const say = (word: string) => process.stdout.write(`${word}\n`)
let stored = false
let statements = 0
const db: Db = openDatabase(order.database, () => {
  if (stored) statements += 1
  if (order.lastStatement !== null && statements >= order.lastStatement) process.kill(process.pid, "SIGKILL")
})
const disk = diskFiles(order.files)
const files: FileStore = {
  ...disk,
  async put(bytes) {
    say("storing")
    const sha256 = await disk.put(bytes)
    stored = true
    say("stored")
    return sha256
  },
}
const services: AppServices = {
  db,
  clock: { now: () => addMilliseconds(order.startedAt, Math.floor(performance.now())) },
  files,
  workshop: inProcessWorkshop(),
  settings: order.settings,
  log: { info() {}, warn() {}, error() {} },
  reactions,
  registers,
  publicChanged() {},
}

/** The head of `organisationId`, as his session would make him. */
async function headOf(organisationId: string): Promise<Ctx> {
  const account = await db
    .selectFrom("account")
    .innerJoin("mandate", "mandate.accountId", "account.id")
    .selectAll("account")
    .where("mandate.organisationId", "=", organisationId)
    .executeTakeFirstOrThrow()
  const memberships = await membershipsOf(db, account.id)
  const acting = memberships.find((own) => own.organisationId === organisationId) ?? null
  const { id: accountId, name, email, locale, timeZone } = account
  const actor = {
    accountId,
    name,
    email,
    locale,
    timeZone,
    emailVerified: true,
    secretariat: false,
    memberships,
    acting,
  }
  return { ...services, actor, now: services.clock.now(), locale: "id", requestId: newId(), clientAddress: "192.0.2.7" }
}

say("ready")
for (;;) {
  const open = await db
    .selectFrom("agreement")
    .select("code")
    .where("status", "=", "signing")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst()
  if (!open) break
  const parties = await db
    .selectFrom("agreementParty")
    .innerJoin("agreement", "agreement.id", "agreementParty.agreementId")
    .leftJoin("signature", "signature.partyId", "agreementParty.id")
    .select("agreementParty.organisationId")
    .where("agreement.code", "=", open.code)
    .where("signature.id", "is", null)
    .orderBy("agreementParty.ordinal")
    .execute()
  for (const { organisationId } of parties) {
    const ctx = await headOf(organisationId)
    const document = await sealingState(ctx, await getAgreement(ctx, open.code))
    say("sealing")
    await signAgreement(ctx, open.code, { ...order, sha256: document?.newest.sha256 ?? "" })
    say("sealed")
  }
}
await db.destroy()
say("done")
