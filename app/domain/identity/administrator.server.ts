import type { z } from "zod"
import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Instant } from "../kernel/clock.ts"
import type { AppServices } from "../kernel/context.ts"
import { newId } from "../kernel/ids.ts"
import { hashPassword } from "./password.server.ts"
import { privacyNoticeVersion } from "./privacy-notice.ts"
import type { emailField } from "./schema.ts"

/**
 * Makes a member of the secretariat from the operator's shell, with a proved address: either a new account, or an
 * existing one raised (its password then stays). Answers which of the two it was.
 */
export async function createAdministrator(
  services: Pick<AppServices, "db" | "clock">,
  person: { email: z.output<typeof emailField>; name: string; password: string },
): Promise<"created" | "raised"> {
  const now: Instant = services.clock.now()
  const passwordHash = await hashPassword(person.password)
  return inTransaction(services.db, async (trx) => {
    const known = await trx
      .updateTable("account")
      .set((eb) => ({
        secretariatSince: eb.fn.coalesce("secretariatSince", eb.val(now)),
        emailVerifiedAt: eb.fn.coalesce("emailVerifiedAt", eb.val(now)),
      }))
      .where("email", "=", person.email)
      .returning("id")
      .executeTakeFirst()
    if (known) return "raised"
    const id = newId()
    await trx
      .insertInto("account")
      .values({
        id,
        email: person.email,
        name: person.name,
        passwordHash,
        locale: "id",
        timeZone: "Asia/Jakarta",
        emailVerifiedAt: now,
        secretariatSince: now,
        privacyNoticeVersion,
        privacyAcceptedAt: now,
        createdAt: now,
        deletedAt: null,
        demoSince: null,
      })
      .execute()
    await record(
      trx,
      { actor: null, now, requestId: "admin" },
      { type: "account.registered", subjectType: "account", subjectId: id, data: {} },
    )
    return "created"
  })
}
