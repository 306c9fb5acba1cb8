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
 * Makes a member of the secretariat from the operator's shell, with a proved address: a new account; an existing one
 * `raised`, whose password stays; or one whose address was never proved `taken_over`, with the operator's name and
 * password in place of the stranger's. An existing account's sessions and links end. Answers which it was.
 */
export async function createAdministrator(
  services: Pick<AppServices, "db" | "clock">,
  person: { email: z.output<typeof emailField>; name: string; password: string },
): Promise<"created" | "raised" | "taken_over"> {
  const now: Instant = services.clock.now()
  const passwordHash = await hashPassword(person.password)
  return inTransaction(services.db, async (trx) => {
    const known = await trx
      .selectFrom("account")
      .select(["id", "emailVerifiedAt", "secretariatSince"])
      .where("email", "=", person.email)
      .executeTakeFirst()
    if (known) {
      await trx
        .updateTable("account")
        .set({
          secretariatSince: known.secretariatSince ?? now,
          // Whoever registered this address never proved that it is his: nothing that he chose stays.
          ...(known.emailVerifiedAt === null ? { emailVerifiedAt: now, name: person.name, passwordHash } : {}),
        })
        .where("id", "=", known.id)
        .execute()
      await trx.deleteFrom("session").where("accountId", "=", known.id).execute()
      await trx.deleteFrom("mailToken").where("accountId", "=", known.id).execute()
      await record(
        trx,
        { actor: null, now, requestId: "admin" },
        { type: "account.raised_to_secretariat", subjectType: "account", subjectId: known.id, data: {} },
      )
      return known.emailVerifiedAt === null ? "taken_over" : "raised"
    }
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
